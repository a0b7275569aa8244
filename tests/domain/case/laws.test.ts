import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  caseCommands,
  caseContext,
  caseFlow,
  caseLeadsTo,
  caseStages,
  deadline,
  parseModel,
  startOfDay,
  unitId,
  type Allowance,
  type CaseEvent,
  type CaseStage,
  type GovernanceModel,
  type Instant,
} from '@keting/domain';
import { plainCalendar } from '@keting/domain/testing';
import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { arbitraryModel, arbitraryModelWithWay } from '../../support/arbitrary-model.ts';
import { straightWay } from '../../support/made-up/cases.ts';
import { classUnder, reportUnder } from '../../support/made-up/report.ts';
import { runs } from '../../support/runs.ts';
import { aCase, grid, happened, inStage, step, wayTo, type Asked, type CaseGiven } from './small-case.ts';

const stageAfter = (past: readonly CaseEvent[]): CaseStage | undefined => aCase(...past).state('case/c1')?.stage;
const command = fc.constantFrom(...caseCommands);

/** A case with this past under a made-up model, in a place with one unit of each of its kinds. */
function underModel(model: GovernanceModel, past: readonly CaseEvent[]): CaseGiven {
  const units = model.kinds.map(({ id }) => ({ id: unitId.parse(`at-${id}`), kind: id, territories: ['990101001'] }));
  return aCase(...past)
    .withAll('unitsOver', (kind, code) => (String(code) === grid ? units.filter((one) => one.kind === kind) : []))
    .withAll('unitOf', (id) => units.find((one) => one.id === id))
    .under(model);
}

/** A unit of a kind in which some post handles cases; any unit where the model has none. */
function handlerUnder({ permissions, posts, kinds }: GovernanceModel): string {
  const handling = permissions.filter(({ do: actions }) => actions.includes('HandleCase')).flatMap(({ by }) => by);
  const kind = handling
    .filter((by) => typeof by === 'object' && 'post' in by)
    .flatMap((by) => posts.filter(({ id }) => id === by.post).flatMap((post) => by.kinds ?? post.kinds))[0];
  return `at-${kind ?? kinds[0]?.id ?? ''}`;
}

/** What is asked of a case of the sample model, as a made-up one asks for it. */
function asUnder(model: GovernanceModel, { type, data }: Asked): Asked {
  const handler = handlerUnder(model);
  switch (type) {
    case 'ReportCase':
      return reportUnder(model, 'c1', { grid });
    case 'DispatchCase':
      return step(type, { handler, reason: 'Because' });
    case 'ReassignCase':
    case 'ReferCase':
      return step(type, { handler });
    case 'RateCase':
      return step(type, { rating: model.cases.ratings[0]?.id });
    default:
      return { type, data };
  }
}

const happenedUnder = (model: GovernanceModel, asked: readonly Asked[]): readonly CaseEvent[] =>
  asked.reduce<readonly CaseEvent[]>(
    (past, one) => [...past, ...underModel(model, past).when(asUnder(model, one)).events],
    [],
  );

/** The same place while every step was still granted that makes sense at all: what happened there led to any stage. */
const granting = (model: GovernanceModel): GovernanceModel => ({
  ...model,
  permissions: [{ do: ['HandleCase'], by: [{ post: model.posts[0]?.id ?? '' }], where: 'everywhere' }],
  cases: {
    ...model.cases,
    transitions: Object.fromEntries(Object.entries(caseFlow).map(([type, from]) => [type, [...from]])),
  },
});

test('[CASE-04] the way to each stage leads there', () => {
  for (const stage of caseStages) assert.equal(stageAfter(happened(wayTo[stage])), stage);
});

test('a model that is made up is a model', () => {
  const madeUp = fc.oneof(arbitraryModel, arbitraryModelWithWay);
  fc.assert(
    fc.property(madeUp, (model) => assert.deepEqual(parseModel(model), { ok: true, model })),
    { numRuns: runs() },
  );
});

test('[CASE-04] every transition that the model does not grant is refused, whatever the model', () => {
  fc.assert(
    fc.property(arbitraryModel, fc.constantFrom(...caseStages), (model, stage) => {
      const past = happenedUnder(granting(model), wayTo[stage]);
      assert.equal(stageAfter(past), stage);
      for (const type of caseCommands) {
        const granted: readonly CaseStage[] = model.cases.transitions[type] ?? [];
        const { refusal } = underModel(model, past).when(asUnder(model, step(type)));
        assert.equal(
          refusal === 'wrong-stage',
          !granted.includes(stage),
          `${type} from ${stage}: ${refusal ?? 'accepted'}`,
        );
      }
    }),
    { numRuns: runs() },
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
  const madeUp = fc.oneof(arbitraryModel, arbitraryModelWithWay);
  const walk = fc.tuple(madeUp, fc.array(command, { maxLength: 25 }));
  fc.assert(
    fc.property(walk, ([model, steps]) => {
      const past = happenedUnder(
        model,
        ['ReportCase' as const, ...straightWay(model.cases).map((one) => one.step), ...steps].map((type) => step(type)),
      );
      const read = past.map(({ type, data }) => {
        const parsed: unknown = z.parse(caseContext.events[type].schema, JSON.parse(JSON.stringify(data)));
        assert.deepEqual(parsed, data, 'an event is what its schema says');
        return { type, data: parsed } as CaseEvent;
      });
      assert.deepEqual(aCase(...read).state('case/c1'), aCase(...past).state('case/c1'));
    }),
    { numRuns: runs() },
  );
});

/** How long a stage lasts that a case of a grade enters, as the model has it. */
const allowed = ({ cases }: GovernanceModel, grade: string, stage: CaseStage): Allowance | undefined =>
  cases.grades.find(({ id }) => id === grade)?.allow[stage];

const limitIn = ({ data }: CaseEvent) => ('limit' in data ? data.limit : undefined);

function assertLimit(event: CaseEvent | undefined, length: Allowance | undefined, model: GovernanceModel, at: Instant) {
  assert.ok(event);
  const limit = limitIn(event);
  if (length === undefined) {
    assert.equal(limit, undefined, `${event.type} has a limit that nobody set`);
    return;
  }
  const until = deadline(at, length, model.workingTime, plainCalendar).at;
  assert.deepEqual([limit?.from, limit?.at], [at, until], `${event.type}, allowed ${JSON.stringify(length)}`);
  if ('hours' in length) assert.equal(until, at + length.hours * 3_600_000);
  assert.ok(limit && at <= limit.warnAt && limit.warnAt <= until, `${event.type} warns outside its time`);
}

/** Some moment of the year in whose first days a model's case is reported. */
const moment = fc.integer({ min: 0, max: 365 * 24 * 60 }).map((minutes) => minutes * 60_000);
const opening = (model: GovernanceModel): Instant => startOfDay('2026-01-01', model.workingTime);

test('[CASE-02] the class gives the grade, and the grade the deadline, whatever the model', () => {
  fc.assert(
    fc.property(fc.oneof(arbitraryModel, arbitraryModelWithWay), moment, (model, later) => {
      const at = opening(model) + later;
      const [first] = underModel(model, [])
        .at(at)
        .when(reportUnder(model, 'c1', { grid })).events;
      assert.ok(first?.type === 'CaseReported');
      const { grade } = classUnder(model);
      assert.equal(first.data.grade, grade);
      assertLimit(first, allowed(model, grade, 'collected'), model, at);
    }),
    { numRuns: runs() },
  );
});

test('[CASE-02] the grade that a case is accepted under gives the deadline of every stage after that, whatever the model', () => {
  const asked = fc.tuple(arbitraryModelWithWay, moment, fc.nat());
  fc.assert(
    fc.property(asked, ([model, later, pick]) => {
      const { grades } = model.cases;
      const grade = grades[pick % grades.length]?.id ?? '';
      let at = opening(model) + later;
      let past = happenedUnder(model, [step('ReportCase')]);
      for (const { step: type } of straightWay(model.cases)) {
        at += later % 100_000_000;
        const one = asUnder(model, step(type, type === 'AcceptCase' ? { grade } : {}));
        // A step after its time records first that the stage ran over.
        const { events } = underModel(model, past).at(at).when(one);
        const event = events.at(-1);
        assert.ok(event, `${type} is refused`);
        const entered = caseLeadsTo[type];
        // Whoever starts late gains no time by it: the limit is still that of the dispatch.
        if (type === 'StartCase') assert.deepEqual(limitIn(event), aCase(...past).state('case/c1')?.limit);
        else if (entered !== undefined) assertLimit(event, allowed(model, grade, entered), model, at);
        past = [...past, ...events];
      }
      assert.equal(stageAfter(past), 'replied');
    }),
    { numRuns: runs() },
  );
});
