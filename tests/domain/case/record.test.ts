import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseContext, type CaseEvent, type GovernanceModel } from '@keting/domain';
import { sampleModel } from '@keting/domain/testing';
import * as z from 'zod/mini';
import { aCase, happened, step, wayTo, type Asked } from './small-case.ts';

const base = sampleModel();
const cases = { ...base.cases, extension: { ...base.cases.extension, approval: true as const } };
const approving: GovernanceModel = { ...base, cases };
const timeless: GovernanceModel = {
  ...base,
  cases: { ...cases, grades: cases.grades.map((one) => ({ ...one, allow: {} })) },
};
/** No stage is anybody's turn, and no unit stands at a tier. */
const nobodys: GovernanceModel = {
  ...base,
  kinds: [],
  cases: { ...cases, stages: cases.stages.map((one) => ({ ...one, turn: 'nobody' })) },
};

/** Between them these take every step that is there to be asked. */
const lives: readonly (readonly Asked[])[] = [
  ...Object.values(wayTo),
  [...wayTo.filed, step('ContactReporter'), step('UrgeCase')],
  [...wayTo.suspended, step('ResumeCase')],
  [...wayTo.dispatched, step('SuspendCase'), step('ResumeCase')],
  [...wayTo.dispatched, step('AskExtension'), step('RefuseExtension')],
  [...wayTo.dispatched, step('ReassignCase'), step('ReturnCase')],
  [...wayTo.verifying, step('ReworkCase')],
  [...wayTo.escalated, step('SettleCase'), step('ReopenCase')],
  [...wayTo.escalated, step('SettleCase'), step('ReplyCase'), step('RateCase')],
  [...wayTo.accepted, step('EscalateCase', { tier: 'council' }), step('SettleCase'), step('ReopenCase')],
  [...wayTo.escalated, step('ReferCase')],
  [...wayTo.replied, step('RateCase', { rating: 'unsatisfied' }), step('RateCase'), step('ReopenCase')],
  [...wayTo.merged, step('ShareReply', { reply: 'Settled' })],
  [...wayTo.collected, step('RefileCase', { gone: 'room' })],
];

/** What comes by itself when the time of a stage is up. */
function late(past: readonly CaseEvent[], model: GovernanceModel): readonly CaseEvent[] {
  const { stage, limit } = aCase(...past).state('case/c1') ?? {};
  const due = limit?.at ?? 0;
  const scene = aCase(...past)
    .under(model)
    .at(due);
  return (['WarnDeadline', 'SuperviseCase'] as const).flatMap((type) => scene.when(step(type, { stage, due })).events);
}

test('[CASE-04] the record says nothing that there is not: what it says is what is read back from its text', () => {
  for (const model of [base, approving, timeless, nobodys]) {
    for (const life of lives) {
      const past = happened(life, model);
      for (const { type, data } of [...past, ...late(past, model)]) {
        const text: unknown = JSON.parse(JSON.stringify(data));
        assert.deepEqual(data, text, type);
        assert.deepEqual(z.parse(caseContext.events[type].schema, text), text, type);
      }
    }
  }
});
