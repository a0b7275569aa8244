import type { IDBPObjectStore } from 'idb';
import type { Plan, Range } from '../store-parts/plan.ts';
import { entryKey, type Held } from '../store-parts/row.ts';
import { sorted, worthSorting, type Search } from '../store-parts/search.ts';
import type { Schema, StoreName } from './schema.ts';
import type { KeptRow, TableIndex } from './tables.ts';

/** Where all rows of a range are wanted, they are fetched so many at a time. */
const batch = 1000;

export type Rows = IDBPObjectStore<Schema, StoreName[], 'rows/*'>;

/** Rows in the order of one index. */
interface Source {
  getAll(range: IDBKeyRange, most: number): Promise<readonly KeptRow[]>;
  getAllKeys(range: IDBKeyRange, most: number): Promise<readonly string[]>;
  iterate(
    range: IDBKeyRange,
    direction: IDBCursorDirection,
  ): AsyncIterableIterator<{ readonly key: string; readonly value: KeptRow }>;
}

const sourceOf = (rows: Rows, { name }: TableIndex): Source => (name === undefined ? rows : rows.index(name));

/** Entries from `low` up to, and without, `high`; undefined where there can be none, which the database holds an error. */
const keyRange = (low: string, high: string): IDBKeyRange | undefined =>
  low < high ? IDBKeyRange.bound(low, high, false, true) : undefined;

/** A row, with the part of its entry that the walks of one plan compare by. */
interface Entry {
  readonly rest: string;
  readonly held: Held;
}

type Walk = AsyncGenerator<Entry, undefined>;

async function* walk(source: Source, { low, high, bound }: Range, down: boolean): Walk {
  const range = keyRange(low, high);
  if (range === undefined) return undefined;
  for await (const { key, value } of source.iterate(range, down ? 'prev' : 'next')) {
    yield { rest: key.slice(bound), held: value };
  }
  return undefined;
}

/** Of the rows that walks stand at, the one that comes first, with its walk. */
function leading(fronts: ReadonlyMap<Walk, Entry>, down: boolean): readonly [Walk, Entry] | undefined {
  let first: readonly [Walk, Entry] | undefined;
  for (const front of fronts) {
    const [rest, least] = [front[1].rest, first?.[1].rest];
    if (least === undefined || (down ? rest > least : rest < least)) first = front;
  }
  return first;
}

/** What a plan finds, in the order that its index has after the fixed columns. No walk is ahead by more than a row. */
async function* walkInOrder(rows: Rows, { index, ranges }: Plan<TableIndex>, down: boolean): AsyncGenerator<Held> {
  const fronts = new Map<Walk, Entry>();
  const step = async (from: Walk): Promise<void> => {
    const { value } = await from.next();
    if (value === undefined) fronts.delete(from);
    else fronts.set(from, value);
  };
  await Promise.all(ranges.map((range) => step(walk(sourceOf(rows, index), range, down))));
  for (let lead = leading(fronts, down); lead !== undefined; lead = leading(fronts, down)) {
    yield lead[1].held;
    await step(lead[0]);
  }
}

async function* all(rows: Rows, index: TableIndex, { low, high }: Range): AsyncGenerator<Held> {
  const source = sourceOf(rows, index);
  let range = keyRange(low, high);
  while (range !== undefined) {
    const found = await source.getAll(range, batch);
    yield* found;
    const last = found[batch - 1];
    range = last && keyRange(`${entryKey(index, last.row, last.key)}\u0000`, high);
  }
}

/** What plans find together, each row once, in no order. */
export async function* walkAll(rows: Rows, plans: readonly Plan<TableIndex>[]): AsyncGenerator<Held> {
  const seen = new Set<string>();
  for (const { index, ranges } of plans) {
    for (const range of ranges) {
      for await (const held of all(rows, index, range)) {
        if (!seen.has(held.key)) yield held;
        if (plans.length > 1) seen.add(held.key);
      }
    }
  }
}

/** Whether plans find more than so many entries; counts no further. */
async function findMoreThan(most: number, rows: Rows, plans: readonly Plan<TableIndex>[]): Promise<boolean> {
  let found = 0;
  for (const { index, ranges } of plans) {
    for (const { low, high } of ranges) {
      const range = keyRange(low, high);
      if (range !== undefined) found += (await sourceOf(rows, index).getAllKeys(range, most + 1 - found)).length;
      if (found > most) return true;
    }
  }
  return false;
}

/** Takes what passes, until there is enough. */
async function first(most: number, found: AsyncIterable<Held>, passing: (held: Held) => boolean) {
  const taken: Held[] = [];
  for await (const held of found) {
    if (passing(held)) taken.push(held);
    if (taken.length === most) break;
  }
  return taken;
}

/** The rows of a page and those that follow it, in order, at least one where there are any. It reads no further than that. */
export async function find(rows: Rows, search: Search<TableIndex>): Promise<readonly Held[]> {
  const { walk: ordered, tight, tighter, down, limit, passing } = search;
  if (ordered === undefined || (tighter && !(await findMoreThan(worthSorting, rows, tight)))) {
    return sorted(await first(Infinity, walkAll(rows, tight), passing), search);
  }
  return first(limit + 1, walkInOrder(rows, ordered, down), passing);
}
