import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerablePosts, caseStays, stayCounts, type CaseEvent } from '@keting/domain';
import { recorded, sampleModel } from '@keting/domain/testing';
import { aCase, happened, inStage, step, wayTo } from './small-case.ts';

const hour = 3_600_000;

/** What happens when a case in hand since Monday at nine is reported as handled. */
const handled = (): readonly CaseEvent[] => inStage('handling').when(step('HandleCase')).events;

const after = (events: readonly CaseEvent[], hours: number) =>
  events.flatMap((event) => {
    assert.ok(stayCounts.kind === 'counter');
    const { held } = 'held' in event.data ? event.data : {};
    return stayCounts.deltas(recorded(event, { stream: 'case/c1', version: 5, at: (held?.since ?? 0) + hours * hour }));
  });

test('[CASE-12] time in each stage, by unit: how long, and how far over', () => {
  const row = { unit: 'council', stage: 'handling', class: 'dispute', day: '2026-03-02' };
  assert.deepEqual(after(handled(), 3), [{ row, add: { stays: 1, lasted: 3 * hour, late: 0, over: 0 } }]);
  // Five working days from Monday at nine are over at six on the Monday after.
  const late = 7 * 24 + 9 + 2;
  assert.deepEqual(after(handled(), late), [{ row, add: { stays: 1, lasted: late * hour, late: 1, over: 2 * hour } }]);
});

test('[CASE-12] what a reporter does with their own report names nobody', () => {
  assert.ok(caseStays.kind === 'table');
  const past = happened(wayTo.handling);
  const [event] = aCase(...past).when(step('WithdrawCase')).events;
  assert.ok(event);
  const row = caseStays.project(undefined, recorded(event, { stream: 'case/c1', version: 5, at: 0 }), 'c1/000005');
  assert.equal(row === undefined ? 'none' : Reflect.get(Object(row), 'person'), undefined);
});

test('[CASE-12] nothing is summed or ordered by person: no counter knows one', () => {
  const [delta] = after(handled(), 1);
  assert.ok(delta && !('person' in delta.row));
  // By a person alone rows are found, for whoever asks what is kept about them; they stand in no order.
  const byPerson = caseStays.indexes.filter((columns) => columns.includes('person'));
  assert.deepEqual(byPerson, [['person']]);
});

test('[CASE-12] a stage is answered for by the posts that may take a case out of it, in units of the kind', () => {
  const model = sampleModel();
  assert.deepEqual(answerablePosts('collected', 'living-room', model), ['clerk']);
  assert.deepEqual(answerablePosts('handling', 'residents-committee', model), ['director']);
  assert.deepEqual(answerablePosts('collected', 'residents-committee', model), []);
  assert.deepEqual(answerablePosts('declined', 'living-room', model), []);
});
