import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerablePosts, caseStays, process, stayCounts, type CaseEvent } from '@keting/domain';
import { recorded, sampleModel } from '@keting/domain/testing';
import { aCase, grid, happened, inStage, step, wayTo } from './small-case.ts';

const hour = 3_600_000;

/** What happens when a case in hand since Monday at nine is reported as handled. */
const handled = (): readonly CaseEvent[] => inStage('handling').when(step('HandleCase')).events;

const heldIn = (event: CaseEvent | undefined) => (event && 'held' in event.data ? event.data.held : undefined);

const after = (events: readonly CaseEvent[], hours: number) =>
  events.flatMap((event) => {
    assert.ok(stayCounts.kind === 'counter');
    const since = heldIn(event)?.since ?? 0;
    return stayCounts.deltas(recorded(event, { stream: 'case/c1', version: 5, at: since + hours * hour }));
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

test('[CASE-12] what ends a stage tells how it was held: since when, whose turn it was, by which handler, until when', () => {
  const past = happened(wayTo.handling);
  const { since, limit } = aCase(...past).state('case/c1') ?? {};
  const held = { since, unit: 'council', handler: 'council', due: limit?.at };
  inStage('handling').when(step('HandleCase')).then({ type: 'CaseHandled', data: { held } });
  const suspended = happened([...wayTo.handling, step('SuspendCase')]);
  const { events } = aCase(...suspended)
    .when(step('ResumeCase'))
    .then({ type: 'CaseResumed' });
  assert.deepEqual(heldIn(events[0]), { since, unit: 'room', handler: 'council' });
});

test('[CASE-12] of a stage whose beginning is not on record nothing is told', () => {
  const old = happened(wayTo.dispatched).map((event): CaseEvent => {
    if (event.type !== 'CaseDispatched') return event;
    const { from: _from, held: _held, ...data } = event.data;
    return { type: 'CaseDispatched', data };
  });
  const { events } = aCase(...old)
    .when(step('StartCase'))
    .then({ type: 'CaseStarted', data: { from: 'dispatched' } });
  assert.ok(events[0] !== undefined && !('held' in events[0].data));
});

test('[CASE-12] who answered for a stage that ran over is on record, with the posts they held', () => {
  const holders = [{ person: 'anna', post: 'director' }];
  const noted = { stage: 'dispatched', due: 1, unit: 'council', holders };
  inStage('handling')
    .by(process('accountability'))
    .when(step('NoteAnswerable', noted))
    .then({
      type: 'AnswerableNoted',
      data: { ...noted, cohort: { grid, class: 'dispute', day: '2026-03-02' } },
    });
});
