import assert from 'node:assert/strict';
import {
  contexts,
  everything,
  pointSums,
  streamKey,
  verifyHistory,
  type Context,
  type Recorded,
  type StreamId,
  type View,
} from '@keting/domain';
import type { Store } from '@keting/runtime';
import * as z from 'zod';
import { allViews, type Place } from './place.ts';

/** Undefined and missing are the same to a store. */
const asText = (value: unknown): string => (value === undefined ? 'null' : JSON.stringify(value));

function assertSame(live: unknown, expected: unknown, what: string): void {
  const [one, other] = [asText(live), asText(expected)];
  // The same in another order of its fields is the same.
  if (one !== other) assert.deepEqual(JSON.parse(one), JSON.parse(other), what);
}

/** The record of a place, in the order of its commits. */
export interface Told {
  readonly store: Store;
  readonly whole: readonly Recorded[];
  /** What happened after the opening. */
  readonly since: readonly Recorded[];
}

export async function toldOf({ store, begun }: Place): Promise<Told> {
  const whole = (await store.changes('0', 100_000)).events;
  return { store, whole, since: whole.slice(begun) };
}

const contextOf = (stream: StreamId): Context => {
  const kind = stream.slice(0, stream.indexOf('/'));
  const found = contexts.find(({ streams }) => streams.includes(kind));
  assert.ok(found, `a context for ${stream}`);
  return found;
};

/** The streams on which something happened after the opening. */
const movedIn = ({ since }: Told): readonly StreamId[] => [...new Set(since.map(({ stream }) => stream))];

/** Every event is of the shape that its context says, so that whoever reads the record later can. */
export function eventsHaveTheirShape({ since }: Told): void {
  for (const event of since) {
    const spec = contextOf(event.stream).events[event.type];
    assert.ok(spec, `${event.type} on ${event.stream}`);
    const parsed = z.safeParse(spec.schema, event.data);
    assert.ok(parsed.success, `${event.type}: ${JSON.stringify(event.data)} ${JSON.stringify(parsed.error?.issues)}`);
    assertSame(parsed.data, event.data, `${event.type} says more than its shape`);
  }
}

/** Each history is what was written, and played again it is the state that is live; what happens next by itself is what that says. */
export async function replayIsTheState(told: Told): Promise<void> {
  const { store } = told;
  for (const stream of movedIn(told)) {
    const history = await store.history(stream);
    assert.equal(verifyHistory(history), undefined, stream);
    const context = contextOf(stream);
    const replayed = history.reduce<unknown>((state, event) => context.evolve(state, event), undefined);
    const { state, version } = await store.load(stream);
    assert.equal(version, history.length, stream);
    assert.deepEqual(state, replayed, stream);
    const due = context.due?.(replayed);
    const row = due && { stream, at: due.at, type: due.command.type, data: due.command.data };
    assertSame(await store.row('due', stream), row, `what is due on ${stream}`);
  }
}

const columns = z.record(z.string(), z.unknown());

/** Whether a column says what a subject does; of several territories it may be one, or the code that all of them begin with. */
const says = (part: unknown, column: unknown): boolean =>
  Array.isArray(part)
    ? part.includes(column) || part.every((code) => String(code).startsWith(String(column)))
    : part === column;

/** Where a stream has a row in the view that its permission to see is named after, both are about the same: who sees one sees the other. */
export async function rowsAreAboutTheirStreams(told: Told): Promise<void> {
  const { store } = told;
  for (const stream of movedIn(told)) {
    const context = contextOf(stream);
    const view = context.views.find(({ name }) => `see:${name}` === context.sees);
    const row = view && (await store.row(view.name, streamKey(stream)));
    if (view === undefined || row === undefined) continue;
    const subject = columns.parse(context.about((await store.load(stream)).state));
    const cells = columns.parse(row);
    for (const [part, column] of Object.entries(view.about)) {
      const [one, other] = [subject[part], cells[column]];
      assert.ok(says(one, other), `${part} of ${stream} is ${String(one)}, and ${String(other)} in its row`);
    }
  }
}

type Rows = Map<string, unknown>;

/** Adds what an event counts, as a store does. */
function count(rows: Rows, view: Extract<View, { kind: 'counter' }>, event: Recorded): void {
  for (const { row, add } of view.deltas(event)) {
    const key = JSON.stringify(Object.values(row));
    const before: unknown = rows.get(key) ?? row;
    const sums = Object.entries(add).map(([column, value]) => {
      const known: unknown = Reflect.get(Object(before), column);
      return [column, (typeof known === 'number' ? known : 0) + value];
    });
    rows.set(key, { ...row, ...Object.fromEntries(sums) });
  }
}

function project(rows: Rows, view: View, event: Recorded): void {
  if (view.kind === 'counter') {
    count(rows, view, event);
    return;
  }
  for (const key of view.keys(event)) {
    const row = view.project(rows.get(key), event, key);
    if (row === undefined) rows.delete(key);
    else rows.set(key, row);
  }
}

/** Views whose rows come of events alone; what is due and how far processes have read are the desk's own. */
const views = allViews.filter(({ on }) => on.length > 0);
const viewsOn = (type: string): readonly View[] => views.filter(({ on }) => on.includes(type));
const viewsByType = new Map(views.flatMap(({ on }) => on).map((type) => [type, viewsOn(type)] as const));

function rowsIn(all: Map<string, Rows>, { name }: View): Rows {
  const rows: Rows = all.get(name) ?? new Map<string, unknown>();
  all.set(name, rows);
  return rows;
}

/** Every row of every view is of its shape, and is what one gets by playing the whole record again. */
export async function viewsAreTheRecord({ store, whole }: Told): Promise<void> {
  const rebuilt = new Map<string, Rows>();
  for (const event of whole) {
    for (const view of viewsByType.get(event.type) ?? []) project(rowsIn(rebuilt, view), view, event);
  }
  for (const view of views) {
    const rows = rowsIn(rebuilt, view);
    const live = (await store.rows(view, { limit: 1000 }, everything)).rows;
    for (const row of live) {
      const parsed = z.safeParse(view.row, row);
      assert.ok(parsed.success, `${view.name}: ${JSON.stringify(row)} ${JSON.stringify(parsed.error?.issues)}`);
    }
    assert.equal(live.length, rows.size, `rows of ${view.name}`);
    for (const [key, row] of rows) {
      assertSame(await store.row(view.name, key), row, `${view.name} ${key}`);
    }
  }
}

/** What issuer, volunteers, stores and the expired hold comes to nothing. */
export async function pointsComeToNothing(store: Store): Promise<void> {
  const sums = await store.sum(pointSums, { by: [], of: ['points'] }, everything);
  assert.equal(
    sums.reduce((all, { points }) => all + Number(points), 0),
    0,
    'points out of nothing',
  );
}
