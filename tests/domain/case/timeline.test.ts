import assert from 'node:assert/strict';
import { test } from 'node:test';
import { person, personId, timeline, type CaseEvent, type PersonId, type TimelineRow } from '@keting/domain';
import { recorded } from '@keting/domain/testing';
import { aCase, happened, step, wayTo, type Asked } from './small-case.ts';

const clerk = personId.parse('clerk');

/** What a step of that person, taken after a way, looks like in the timeline of the case. */
function entryOf(way: readonly Asked[], asked: Asked, by: PersonId): TimelineRow {
  const past = happened(way);
  const [event] = aCase(...past)
    .by(person(by))
    .when(asked).events;
  assert.ok(event !== undefined && timeline.kind === 'table');
  const of = { stream: 'case/c1' as const, version: past.length + 1, at: 0, actor: person(by) };
  const row = timeline.project(undefined, recorded<CaseEvent>(event, of), 'c1/1');
  assert.ok(row !== undefined);
  return row;
}

const unhappy = [...wayTo.replied, step('RateCase', { rating: 'unsatisfied' })];

test('[ALL-02] whatever a reporter does with their own report, the timeline names nobody', () => {
  const reporter = personId.parse('someone');
  const own: readonly (readonly [readonly Asked[], Asked])[] = [
    [wayTo.replied, step('RateCase')],
    [unhappy, step('ReopenCase')],
    [wayTo.handling, step('UrgeCase')],
    [wayTo.accepted, step('WithdrawCase')],
  ];
  for (const [way, asked] of own) {
    const { by, actor } = entryOf(way, asked, reporter);
    assert.deepEqual([by, actor], ['reporter', undefined], asked.type);
  }
});

test('[CASE-04] the same steps of somebody else are theirs, by name', () => {
  assert.deepEqual(entryOf(wayTo.handling, step('UrgeCase'), clerk).actor, 'clerk');
  assert.deepEqual(entryOf(unhappy, step('ReopenCase'), clerk).actor, 'clerk');
});
