import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseCommands, caseCounts, caseRates, type CaseEvent } from '@keting/domain';
import { recorded } from '@keting/domain/testing';
import * as fc from 'fast-check';
import { runs } from '../../support/runs.ts';
import { aCase, grid, happened, inStage, report, step, wayTo } from './small-case.ts';

const rated = (rating: string) => happened([...wayTo.replied, step('RateCase', { rating })]);

test('[CASE-08] the reporter rates the reply, by a rating that the model has', () => {
  inStage('replied')
    .when(step('RateCase'))
    .then({ type: 'CaseRated', data: { rating: 'satisfied', positive: true } });
  inStage('replied')
    .when(step('RateCase', { rating: 'splendid' }))
    .refuses('rating-unknown', { ids: ['splendid'] });
});

test('[CASE-08] a rating given again tells what it takes the place of', () => {
  aCase(...rated('satisfied'))
    .when(step('RateCase', { rating: 'unsatisfied' }))
    .then({ type: 'CaseRated', data: { positive: false, was: true } });
});

test('[CASE-08] an unsatisfied reply reopens the case; a satisfied or unrated one does not', () => {
  aCase(...rated('unsatisfied'))
    .when(step('ReopenCase'))
    .then({ type: 'CaseReopened', data: { from: 'replied', turn: 'room' } });
  aCase(...rated('satisfied'))
    .when(step('ReopenCase'))
    .refuses('reopen-needs-unsatisfied', { ids: ['c1'] });
  inStage('replied').when(step('ReopenCase')).refuses('reopen-needs-unsatisfied');
  inStage('closed').when(step('ReopenCase')).then({ type: 'CaseReopened' });
});

/** What the counters come to over a history. */
function countsOver(past: readonly CaseEvent[]): Readonly<Record<string, number>> {
  const totals: Record<string, number> = {};
  past.forEach((event, i) => {
    assert.ok(caseCounts.kind === 'counter');
    for (const { row, add } of caseCounts.deltas(recorded(event, { stream: 'case/c1', version: i + 1, at: 0 }))) {
      assert.deepEqual(row, { grid, class: 'dispute', day: '2026-03-02' });
      for (const [column, by] of Object.entries(add)) totals[column] = (totals[column] ?? 0) + by;
    }
  });
  return Object.fromEntries(Object.entries(totals).filter(([, count]) => count !== 0));
}

test('[CASE-08] counts equal a count by hand, stage by stage', () => {
  const open = { reported: 1, open: 1 };
  const closed = { reported: 1, dispatched: 1, closed: 1 };
  assert.deepEqual(countsOver(happened([report()])), open);
  assert.deepEqual(countsOver(happened(wayTo.handling)), { ...open, dispatched: 1 });
  assert.deepEqual(countsOver(happened(wayTo.closed)), closed);
  assert.deepEqual(countsOver(happened(wayTo.replied)), { ...closed, replied: 1 });
  assert.deepEqual(countsOver(rated('satisfied')), { ...closed, replied: 1, rated: 1, satisfied: 1 });
  assert.deepEqual(countsOver(happened(wayTo.suspended)), open);
  assert.deepEqual(countsOver(happened(wayTo.merged)), { reported: 1 });
});

test('[CASE-08] a case that is reopened is open again, and counts as closed no more', () => {
  const reopened = [...wayTo.replied, step('RateCase', { rating: 'unsatisfied' }), step('ReopenCase')];
  assert.deepEqual(countsOver(happened(reopened)), { reported: 1, open: 1, dispatched: 1, rated: 1 });
});

test('[CASE-08] a case that is reopened and rated anew counts once, by its last rating', () => {
  const unhappy = [...wayTo.replied, step('RateCase', { rating: 'unsatisfied' }), step('ReopenCase')];
  const again = [...unhappy, step('DispatchCase'), step('HandleCase'), step('VerifyCase'), step('ReplyCase')];
  const closed = { reported: 1, dispatched: 1, closed: 1, replied: 1 };
  assert.deepEqual(countsOver(happened(again)), { ...closed, rated: 1 }, 'it is unsatisfied until it is rated anew');
  assert.deepEqual(countsOver(happened([...again, step('RateCase')])), { ...closed, rated: 1, satisfied: 1 });
  aCase(...happened(again))
    .when(step('ReopenCase'))
    .refuses('reopen-needs-unsatisfied');
});

/** The same columns, counted from the record without any delta: by what it is now, and by what ever happened to it. */
function countedByHand(past: readonly CaseEvent[]): Readonly<Record<string, number>> {
  const { stage = 'collected' } = aCase(...past).state('case/c1') ?? {};
  const ever = (...types: readonly CaseEvent['type'][]) => Number(past.some(({ type }) => types.includes(type)));
  const ratings = past.filter((event) => event.type === 'CaseRated');
  const answers = ratings.flatMap(({ data }) => (data.resolved === undefined ? [] : [data.resolved]));
  const counts = {
    reported: ever('CaseReported'),
    open: Number(!['closed', 'replied', 'declined', 'voided', 'withdrawn', 'merged'].includes(stage)),
    contacted: ever('ReporterContacted'),
    dispatched: ever('CaseDispatched', 'CaseReferred'),
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
/** Steps that end a case by the way; taken seldom, or no history would come far. */
const endings: ReadonlySet<string> = new Set(['DeclineCase', 'VoidCase', 'WithdrawCase', 'MergeCase']);

test('[CASE-08] whatever happens to a case, what is counted event by event equals a count by hand', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(fc.array(happening, { minLength: 5, maxLength: 40 }), (moments) => {
      let past = happened([report()]);
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

test('[CASE-08] rates are shares of what they are about, and nothing where there is nothing to share', () => {
  const sums = {
    reported: 5,
    contacted: 3,
    dispatched: 4,
    open: 1,
    closed: 3,
    rated: 2,
    satisfied: 1,
    asked: 4,
    resolved: 3,
  };
  assert.deepEqual(caseRates({ ...sums, overdue: 1 }), {
    responseRate: 0.75,
    closingRate: 0.75,
    resolutionRate: 0.75,
    satisfactionRate: 0.5,
    overdueRate: 0.2,
  });
  assert.deepEqual(
    Object.values(caseRates({})).filter((rate) => rate !== undefined),
    [],
  );
});

test('[CASE-08] a rating given again counts once', () => {
  const again = [...wayTo.replied, step('RateCase'), step('RateCase', { rating: 'unsatisfied' }), step('RateCase')];
  const { rated: count, satisfied } = countsOver(happened(again));
  assert.deepEqual([count, satisfied], [1, 1]);
});
