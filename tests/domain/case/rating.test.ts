import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseCounts, type CaseEvent } from '@keting/domain';
import { recorded } from '@keting/domain/testing';
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

test('[CASE-08] a rating given again counts once', () => {
  const again = [...wayTo.replied, step('RateCase'), step('RateCase', { rating: 'unsatisfied' }), step('RateCase')];
  const { rated: count, satisfied } = countsOver(happened(again));
  assert.deepEqual([count, satisfied], [1, 1]);
});
