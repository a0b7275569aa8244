import assert from 'node:assert/strict';
import {
  meetingContext,
  type MeetingCommand,
  type MeetingEvent,
  type MeetingState,
  type StreamId,
} from '@keting/domain';
import { given, recorded, type Given } from '@keting/domain/testing';
import { answersOf, placeWith, type World } from './place.ts';

/** Monday 2026-01-05, 09:00 in the district. */
export const monday = Date.parse('2026-01-05T01:00:00Z');
export const stream: StreamId = 'meeting/m1';

/** What happened to a meeting of the made-up place, in a world as it is told. */
export function meeting(
  happened: readonly MeetingEvent[],
  world: World = {},
  model = placeWith(),
): Given<MeetingState, MeetingCommand, MeetingEvent> {
  const scene = given(meetingContext, ...happened)
    .under(model)
    .at(monday);
  return Object.entries(answersOf(world)).reduce(
    (told, [fact, answer]) => told.withAll(fact, (first) => answer(String(first))),
    scene,
  );
}

/** The rows of one of the context's views after all of these events, by key. */
export function rowsOf(view: string, events: readonly MeetingEvent[]): ReadonlyMap<string, unknown> {
  const found = meetingContext.views.find(({ name }) => name === view);
  assert.ok(found?.kind === 'table');
  const rows = new Map<string, unknown>();
  events.forEach((event, i) => {
    const kept = recorded(event, { stream, version: i + 1, at: monday + i });
    if (!found.on.includes(event.type)) return;
    for (const key of found.keys(kept)) {
      const row = found.project(rows.get(key), kept, key);
      if (row === undefined) rows.delete(key);
      else rows.set(key, found.row.parse(row));
    }
  });
  return rows;
}
