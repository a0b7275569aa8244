import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  caseCommands,
  caseContext,
  caseFlow,
  caseStages,
  parseModel,
  type CaseEvent,
  type CaseStage,
} from '@keting/domain';
import { sampleModel } from '@keting/domain/testing';
import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { arbitraryModel } from '../../support/arbitrary-model.ts';
import { aCase, anyClass, happened, inStage, report, step, wayTo } from './small-case.ts';

const stageAfter = (past: readonly CaseEvent[]): CaseStage | undefined => aCase(...past).state('case/c1')?.stage;
const command = fc.constantFrom(...caseCommands);

test('[CASE-04] the way to each stage leads there', () => {
  for (const stage of caseStages) assert.equal(stageAfter(happened(wayTo[stage])), stage);
});

test('a model that is made up is a model', () => {
  fc.assert(fc.property(arbitraryModel, (model) => assert.deepEqual(parseModel(model), { ok: true, model })));
});

test('[CASE-04] every transition that the model does not grant is refused, whatever the model', () => {
  fc.assert(
    fc.property(arbitraryModel, fc.constantFrom(...caseStages), (model, stage) => {
      const past = happened(wayTo[stage]);
      const named = {
        ...model,
        cases: { ...model.cases, classes: sampleModel().cases.classes, grades: sampleModel().cases.grades },
      };
      for (const type of caseCommands) {
        const granted: readonly CaseStage[] = model.cases.transitions[type] ?? [];
        const { refusal } = aCase(...past)
          .under(named)
          .when(step(type));
        assert.equal(
          refusal === 'wrong-stage',
          !granted.includes(stage),
          `${type} from ${stage}: ${refusal ?? 'accepted'}`,
        );
      }
    }),
    { numRuns: 200 },
  );
});

test('[CASE-04] under the sample model a step is granted where it makes sense, and nowhere else', () => {
  for (const stage of caseStages) {
    for (const type of caseCommands) {
      const possible: readonly CaseStage[] = caseFlow[type];
      assert.equal(
        inStage(stage).when(step(type)).refusal === 'wrong-stage',
        !possible.includes(stage),
        `${type} from ${stage}`,
      );
    }
  }
});

test('[CASE-04] replay: the record, read back from its text, gives the state that the steps gave', () => {
  const walk = fc.tuple(arbitraryModel, fc.array(command, { maxLength: 25 }));
  fc.assert(
    fc.property(walk, ([model, steps]) => {
      const past = happened([report({ class: anyClass(model) }), ...steps.map((type) => step(type))], model);
      const read = past.map(({ type, data }) => {
        const parsed: unknown = z.parse(caseContext.events[type].schema, JSON.parse(JSON.stringify(data)));
        assert.deepEqual(parsed, data, 'an event is what its schema says');
        return { type, data: parsed } as CaseEvent;
      });
      assert.deepEqual(aCase(...read).state('case/c1'), aCase(...past).state('case/c1'));
    }),
    { numRuns: 200 },
  );
});

test('[CASE-02] the class gives the grade, and the grade the deadline, whatever the model', () => {
  fc.assert(
    fc.property(arbitraryModel, (model) => {
      const [first] = happened([report({ class: anyClass(model) })], model);
      assert.ok(first?.type === 'CaseReported');
      const grade = model.cases.classes.find(({ id }) => id === anyClass(model))?.grade;
      assert.equal(first.data.grade, grade);
      const allowed = model.cases.grades.find(({ id }) => id === grade)?.allow.collected;
      assert.equal(first.data.limit === undefined, allowed === undefined);
    }),
  );
});
