import assert from 'node:assert/strict';
import {
  commandId,
  contentHash,
  isRefusal,
  meetingContext,
  process,
  refTo,
  type Actor,
  type ContentRef,
  type Message,
  type MeetingCommand,
  type MeetingEvent,
  type MeetingState,
  type Recorded,
  type Refusal,
  type Setting,
  type StreamId,
} from '@keting/domain';
import { factsOf, placeWith, type World } from './place.ts';

const id = commandId.parse('01890000-0000-7000-8000-000000000001');
/** Monday 2026-01-05, 09:00 in the district. */
export const monday = Date.parse('2026-01-05T01:00:00Z');
const stream: StreamId = 'meeting/m1';

/** A text as decisions see it. */
export const text = (value: string): ContentRef => refTo({ id: `content-${value}`, salt: 's', value });

export const settingOf = (model = placeWith(), actor: Actor = process('escalation')): Setting => ({
  id,
  at: monday,
  actor,
  model,
  calendar: { day: () => 'working' },
});

/** An event as the record would keep it at that place of the stream. */
export const recorded = <Event extends Message>(
  event: Event,
  version: number,
  at = monday,
  on = stream,
): Recorded<Event> =>
  ({
    ...event,
    id: `${id}/${version}`,
    stream: on,
    version,
    v: 1,
    at,
    actor: process('escalation'),
    command: id,
    model: contentHash('model'),
  }) as unknown as Recorded<Event>;

export const fold = (events: readonly MeetingEvent[]): MeetingState | undefined =>
  events.reduce<MeetingState | undefined>(
    (state, event, i) => meetingContext.evolve(state, recorded(event, i + 1)),
    undefined,
  );

/** Reads as a rule: given what happened and how the world is, when this is asked, then that. */
export function given(happened: readonly MeetingEvent[], world: World = {}, model = placeWith()) {
  return {
    when(command: MeetingCommand) {
      const decision = meetingContext.decide(fold(happened), command, factsOf(world), settingOf(model));
      return {
        happens(): readonly MeetingEvent[] {
          assert.ok(!isRefusal(decision), `refused: ${JSON.stringify(decision)}`);
          for (const event of decision.events) meetingContext.events[event.type].schema.parse(event.data);
          return decision.events;
        },
        then(...expected: readonly MeetingEvent[]): void {
          assert.deepEqual(this.happens(), expected);
        },
        refused(code: string): Refusal {
          assert.ok(isRefusal(decision), `accepted: ${JSON.stringify(decision)}`);
          assert.equal(decision.code, code);
          return decision;
        },
      };
    },
  };
}

/** The rows of one of the context's views after all of these events, by key. */
export function rowsOf(view: string, events: readonly MeetingEvent[]): ReadonlyMap<string, unknown> {
  const found = meetingContext.views.find(({ name }) => name === view);
  assert.ok(found?.kind === 'table');
  const rows = new Map<string, unknown>();
  events.forEach((event, i) => {
    const kept = recorded(event, i + 1, monday + i);
    if (!found.on.includes(event.type)) return;
    for (const key of found.keys(kept)) {
      const row = found.project(rows.get(key), kept, key);
      if (row === undefined) rows.delete(key);
      else rows.set(key, found.row.parse(row));
    }
  });
  return rows;
}
