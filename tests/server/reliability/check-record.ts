import {
  canonicalJson,
  contentRef,
  deltaKey,
  everything,
  streamKind,
  verifyHistory,
  type Context,
  type Recorded,
  type StreamId,
  type View,
} from '@keting/domain';
import { upcasterOf } from '@keting/runtime';
import type { Database, PostgresStore } from '@keting/server';
import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { contexts, views } from './place.ts';
import { district } from './homes.ts';

/** What a look through a record came to. */
export interface Looked {
  readonly streams: number;
  readonly events: number;
  readonly commands: number;
  readonly rows: number;
}

/** Events of older releases in the shape of now, as rules and views read them. */
const asOfNow = upcasterOf(contexts);

const contextOf = (stream: StreamId): Context => {
  const found = contexts.find(({ streams }) => streams.includes(streamKind(stream)));
  assert.ok(found, `a context of ${stream}`);
  return found;
};

export async function streamsOf(store: PostgresStore): Promise<readonly StreamId[]> {
  const all: StreamId[] = [];
  for (let page = await store.streams('', 500); page.length > 0;) {
    all.push(...page);
    page = await store.streams(all.at(-1) ?? '', 500);
  }
  return all;
}

const stateAfter = (stream: StreamId, history: readonly Recorded[]): unknown => {
  const context = contextOf(stream);
  return history.map(asOfNow).reduce<unknown>((before, event) => context.evolve(before, event), undefined);
};

/** Histories of all streams: each unbroken, up to the head that its stream stands at, and its state what they make. */
async function soundHistories(store: PostgresStore): Promise<ReadonlyMap<StreamId, readonly Recorded[]>> {
  const histories = new Map<StreamId, readonly Recorded[]>();
  for (const stream of await streamsOf(store)) {
    const [{ version, link = '', state }, history] = [await store.load(stream), await store.history(stream)];
    assert.equal(verifyHistory(history, { version, link }), undefined, `the history of ${stream}`);
    assert.equal(history.length, version, `events and version of ${stream}`);
    assert.equal(canonicalJson(state), canonicalJson(stateAfter(stream, history)), `the state of ${stream}`);
    histories.set(stream, history);
  }
  return histories;
}

async function rowsOf(store: PostgresStore, view: View): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  for (let next: { readonly cursor?: string } | undefined = {}; next !== undefined;) {
    const page: Awaited<ReturnType<PostgresStore['rows']>> = await store.rows(
      view,
      { limit: 1000, ...next },
      everything,
    );
    rows.push(...page.rows);
    next = page.next === undefined ? undefined : { cursor: page.next };
  }
  return rows;
}

type Counts = Record<string, string | number | boolean>;

function counted(before: Counts | undefined, row: Counts, add: Readonly<Record<string, number>>): Counts {
  const after: Counts = { ...row, ...before };
  for (const [column, more] of Object.entries(add)) after[column] = Number(before?.[column] ?? 0) + more;
  return after;
}

/** Rows of a view as the histories make them. A row belongs to one stream, so the order between streams does not matter. */
function projected(view: View, events: readonly Recorded[]): readonly unknown[] {
  const rows = new Map<string, unknown>();
  const counts = new Map<string, Counts>();
  for (const event of events.filter(({ type }) => view.on.includes(type)).map(asOfNow)) {
    if (view.kind === 'counter') {
      for (const delta of view.deltas(event)) {
        const key = deltaKey(delta);
        counts.set(key, counted(counts.get(key), delta.row, delta.add));
      }
    } else {
      for (const key of view.keys(event)) rows.set(key, view.project(rows.get(key), event, key));
    }
  }
  return [...[...rows.values()].filter((row) => row !== undefined), ...counts.values()];
}

function dueRows(histories: ReadonlyMap<StreamId, readonly Recorded[]>): readonly unknown[] {
  return [...histories].flatMap(([stream, history]) => {
    const due = contextOf(stream).due?.(stateAfter(stream, history));
    return due === undefined ? [] : [{ stream, at: due.at, type: due.command.type, data: due.command.data }];
  });
}

const inOrder = (rows: readonly unknown[]): readonly string[] => rows.map(canonicalJson).sort();

const kept = z.object({
  receipt: z.object({ events: z.array(z.object({ type: z.string(), stream: z.string(), version: z.number() })) }),
});

const lineOf = ({ stream, version, type }: { stream: string; version: number; type: string }): string =>
  `${stream} ${version} ${type}`;

/** Commands and the events that their receipts name. */
export async function receiptsIn(database: Database): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await database.query({
    text: 'select command::text as command, receipt from keting.commands where district = $1 and receipt is not null',
    values: [district],
  });
  return new Map(
    rows.map(({ command, receipt }) => [String(command), z.parse(kept, receipt).receipt.events.map(lineOf)]),
  );
}

async function countOf(database: Database, table: string): Promise<number> {
  const [row] = await database.query({
    text: `select count(*)::integer as n from keting.${table} where district = $1`,
    values: [district],
  });
  return Number(row?.['n']);
}

async function erasedIn(database: Database): Promise<ReadonlySet<string>> {
  const rows = await database.query({ text: 'select id from keting.erasures where district = $1', values: [district] });
  return new Set(rows.map(({ id }) => String(id)));
}

/** Every reference to a content that is somewhere in a value. */
function referencesIn(value: unknown): readonly string[] {
  const reference = z.safeParse(contentRef, value);
  if (reference.success) return [reference.data.content];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(referencesIn) : [];
}

const founded = z.object({ creditCode: z.string() });

/** Credit codes are the claims of units: each is held by the unit that was founded with it, and no other is held. */
async function soundClaims(database: Database, events: readonly Recorded[]): Promise<void> {
  const held = await database.query({
    text: `select key, owner from keting.claims where district = $1 and owner like 'unit/%'`,
    values: [district],
  });
  const expected = events.flatMap(({ type, stream, data }) => {
    const unit = z.safeParse(founded, data);
    return type === 'UnitFounded' && unit.success ? [`${unit.data.creditCode} ${stream}`] : [];
  });
  const found = held.map(({ key, owner }) => `${String(key).split('/').at(-1) ?? ''} ${String(owner)}`);
  assert.deepEqual(found.sort(), expected.sort(), 'claims are those that the events took');
}

/** Each commit is there as a whole or not at all: its events, its receipt, its news, its texts, its rows, its claims. */
export async function checkRecord(store: PostgresStore, database: Database): Promise<Looked> {
  const histories = await soundHistories(store);
  const events = [...histories.values()].flat();
  const byCommand = new Map<string, string[]>();
  for (const event of events) byCommand.set(event.command, [...(byCommand.get(event.command) ?? []), lineOf(event)]);
  const numbers = events.flatMap(({ number }) => (number === undefined ? [] : [number]));
  assert.equal(new Set(numbers).size, numbers.length, 'each number was given once');
  const receipts = await receiptsIn(database);
  assert.deepEqual(sorted(byCommand), sorted(receipts), 'each receipt names the events of its command, and no others');
  assert.equal(await countOf(database, 'news'), await countOf(database, 'commands'), 'one news for each commit');
  const erased = await erasedIn(database);
  const texts = new Set(events.flatMap(({ data }) => referencesIn(data)).filter((id) => !erased.has(id)));
  assert.equal(Object.keys(await store.contents([...texts])).length, texts.size, 'every text that is referred to');
  assert.equal(await countOf(database, 'contents'), texts.size, 'no text that nothing refers to');
  await soundClaims(database, events);
  let rows = 0;
  for (const view of views.filter(({ name }) => name !== 'process-positions')) {
    const expected = view.name === 'due' ? dueRows(histories) : projected(view, events);
    assert.deepEqual(inOrder(await rowsOf(store, view)), inOrder(expected), `rows of ${view.name}`);
    rows += expected.length;
  }
  return { streams: histories.size, events: events.length, commands: receipts.size, rows };
}

const sorted = (lines: ReadonlyMap<string, readonly string[]>): readonly string[] =>
  [...lines].map(([command, of]) => `${command}: ${[...of].sort().join(', ')}`).sort();
