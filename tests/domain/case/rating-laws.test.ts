import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseCommands, type CaseEvent } from '@keting/domain';
import * as fc from 'fast-check';
import { runs } from '../../support/runs.ts';
import { countsOver } from './counted.ts';
import { aCase, happened, report, step } from './small-case.ts';

/** The same columns, counted from the record without any delta: by what it is now, and by what ever happened to it. */
function countedByHand(past: readonly CaseEvent[]): Readonly<Record<string, number>> {
  const { stage = 'collected' } = aCase(...past).state('case/c1') ?? {};
  const ever = (...types: readonly CaseEvent['type'][]) => Number(past.some(({ type }) => types.includes(type)));
  const ratings = past.filter((event) => event.type === 'CaseRated');
  const answers = ratings.flatMap(({ data }) => (data.resolved === undefined ? [] : [data.resolved]));
  const nameless = past.some((event) => event.type === 'CaseReported' && event.data.reporter.mode === 'anonymous');
  const counts = {
    reported: ever('CaseReported'),
    open: Number(!['closed', 'replied', 'declined', 'voided', 'withdrawn', 'merged'].includes(stage)),
    contacted: ever('ReporterContacted') * ever('CaseDispatched', 'CaseReferred'),
    dispatched: ever('CaseDispatched', 'CaseReferred'),
    reachable: ever('CaseDispatched', 'CaseReferred') * Number(!nameless),
    closed: Number(stage === 'closed' || stage === 'replied'),
    replied: Number(stage === 'replied'),
    rated: ever('CaseRated'),
    satisfied: Number(ratings[ratings.length - 1]?.data.positive === true),
    asked: Number(answers.length > 0),
    resolved: Number(answers[answers.length - 1] === true),
    overdue: ever('CaseSupervised'),
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
}

/** What may happen to a case at a time: one of the steps that fit, or the clock, if its limit is up. */
const happening = fc.record({
  pick: fc.noBias(fc.nat()),
  rating: fc.constantFrom('satisfied', 'unsatisfied'),
  resolved: fc.constantFrom(true, false, undefined),
  late: fc.boolean(),
  ends: fc.nat(9).map((one) => one === 0),
});
const mode = fc.constantFrom('masked', 'anonymous');
/** Steps that end a case by the way; taken seldom, or no history would come far. */
const endings: ReadonlySet<string> = new Set(['DeclineCase', 'VoidCase', 'WithdrawCase', 'MergeCase']);

test('[CASE-08] whatever happens to a case, what is counted event by event equals a count by hand', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(fc.array(happening, { minLength: 5, maxLength: 40 }), mode, (moments, as) => {
      let past = happened([report({ mode: as })]);
      for (const { pick, rating, resolved, late, ends } of moments) {
        const state = aCase(...past).state('case/c1');
        assert.ok(state !== undefined);
        const { limit, stage } = state;
        const possible = caseCommands.filter((type) => ends || !endings.has(type));
        const asked = possible.map((type) =>
          step(type, type === 'RateCase' ? { rating, ...(resolved === undefined ? {} : { resolved }) } : {}),
        );
        const overdue = step('SuperviseCase', { stage, due: limit?.at ?? 0 });
        const fits = [...asked, ...(late && limit !== undefined ? [overdue] : [])]
          .map((one) => (one === overdue ? aCase(...past).at(limit?.at ?? 0) : aCase(...past)).when(one).events)
          .filter(({ length }) => length > 0);
        const events = fits[pick % Math.max(1, fits.length)] ?? [];
        events.forEach(({ type }) => met.add(type));
        past = [...past, ...events];
      }
      assert.deepEqual(countsOver(past), countedByHand(past));
    }),
    { numRuns: runs() },
  );
  for (const type of ['CaseReopened', 'CaseRated', 'CaseSupervised', 'CaseReturned', 'CaseResumed'])
    assert.ok(met.has(type), type);
});
