import { sampleModel } from '@keting/domain/testing';
import { caseCommands, caseFlow, caseLeadsTo, caseStages, type CaseStage } from '@keting/domain';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCase, happened, step, wayTo } from '../case/small-case.ts';

const { cases } = sampleModel();
/** A place in which extensions are asked for, and granted by another. */
const approving = sampleModel({ cases: { ...cases, extension: { ...cases.extension, approval: true } } });
const extending = ['AskExtension', 'RefuseExtension'];

test('[CASE-04] a command brings a case to the stage that the flow says, and to no other', () => {
  const tried = new Set<string>();
  for (const command of caseCommands) {
    const possible: readonly CaseStage[] = caseFlow[command];
    for (const stage of caseStages.filter((one) => possible.includes(one))) {
      const way = happened(wayTo[stage]);
      const model = extending.includes(command) ? approving : sampleModel();
      const asked =
        command === 'RefuseExtension'
          ? aCase(...way)
              .under(model)
              .when(step('AskExtension')).events
          : [];
      const past = [...way, ...asked];
      const { events } = aCase(...past)
        .under(model)
        .when(step(command));
      if (events.length === 0) continue;
      tried.add(command);
      const after = aCase(...past, ...events).state('case/c1')?.stage;
      const back = command === 'ResumeCase' ? 'accepted' : stage;
      assert.equal(after, caseLeadsTo[command] ?? back, `${command} from ${stage}`);
    }
  }
  assert.deepEqual(
    caseCommands.filter((command) => !tried.has(command)),
    [],
  );
});
