import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseRates } from '@keting/domain';
import { sealed } from '@keting/domain/testing';
import { countsOver } from './counted.ts';
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

test('[CASE-08] a rating is of the unit that handled the case; said again, it tells whose and what it takes the place of', () => {
  const said = step('RateCase', { resolved: false, comment: 'It is back', rating: 'unsatisfied' });
  const first = inStage('replied').when(said);
  first.then({
    type: 'CaseRated',
    data: {
      unit: 'council',
      resolved: false,
      comment: sealed('It is back'),
      wasUnit: undefined,
      wasResolved: undefined,
    },
  });
  const again = [...wayTo.replied, said, step('ReopenCase')];
  const office = step('DispatchCase', { handler: 'office', reason: 'They know it' });
  aCase(...happened([...again, office, step('HandleCase'), step('VerifyCase'), step('ReplyCase')]))
    .when(step('RateCase', { resolved: true }))
    .then({
      type: 'CaseRated',
      data: { unit: 'office', wasUnit: 'council', resolved: true, wasResolved: false, was: false },
    });
});

test('[CASE-08] a merged case has the words that the one it went into was replied to with', () => {
  const share = step('ShareReply', { reply: 'It is mended' });
  inStage('merged')
    .when(share)
    .then({
      type: 'ReplyShared',
      data: { cohort: { grid, class: 'dispute', day: '2026-03-02' }, reply: sealed('It is mended') },
    });
  inStage('replied')
    .when(share)
    .refuses('not-merged', { ids: ['c1'] });
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

test('[CASE-08] counts equal a count by hand, stage by stage', () => {
  const open = { reported: 1, open: 1 };
  const closed = { reported: 1, dispatched: 1, reachable: 1, closed: 1 };
  assert.deepEqual(countsOver(happened([report()])), open);
  assert.deepEqual(countsOver(happened(wayTo.handling)), { ...open, dispatched: 1, reachable: 1 });
  assert.deepEqual(countsOver(happened(wayTo.closed)), closed);
  assert.deepEqual(countsOver(happened(wayTo.replied)), { ...closed, replied: 1 });
  assert.deepEqual(countsOver(rated('satisfied')), { ...closed, replied: 1, rated: 1, satisfied: 1 });
  assert.deepEqual(countsOver(happened(wayTo.suspended)), open);
  assert.deepEqual(countsOver(happened(wayTo.merged)), { reported: 1 });
});

test('[CASE-08] a case that is reopened is open again, and counts as closed no more', () => {
  const reopened = [...wayTo.replied, step('RateCase', { rating: 'unsatisfied' }), step('ReopenCase')];
  assert.deepEqual(countsOver(happened(reopened)), { reported: 1, open: 1, dispatched: 1, reachable: 1, rated: 1 });
});

test('[CASE-08] a case that is reopened and rated anew counts once, by its last rating', () => {
  const unhappy = [...wayTo.replied, step('RateCase', { rating: 'unsatisfied' }), step('ReopenCase')];
  const again = [...unhappy, step('DispatchCase'), step('HandleCase'), step('VerifyCase'), step('ReplyCase')];
  const closed = { reported: 1, dispatched: 1, reachable: 1, closed: 1, replied: 1 };
  assert.deepEqual(countsOver(happened(again)), { ...closed, rated: 1 }, 'it is unsatisfied until it is rated anew');
  assert.deepEqual(countsOver(happened([...again, step('RateCase')])), { ...closed, rated: 1, satisfied: 1 });
  aCase(...happened(again))
    .when(step('ReopenCase'))
    .refuses('reopen-needs-unsatisfied');
});

test('[CASE-08] rates are shares of what they are about, and nothing where there is nothing to share', () => {
  const sums = {
    reported: 5,
    contacted: 3,
    dispatched: 5,
    reachable: 4,
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
