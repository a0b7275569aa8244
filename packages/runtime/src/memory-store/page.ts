import type { Order, Page, Query, Scope } from '@keting/domain';
import { QueryError } from '../query-error.ts';
import { cursorAfter, readCursor, type Last } from './cursor.ts';
import { encode } from './encode.ts';
import type { Held, IndexedRows } from './indexed-rows.ts';
import { conditionsOf, goOn, inOrder, restOfEntry, type Conditions, type Plan } from './plan.ts';
import { findMoreThan, passes, scanAll, scanInOrder, tightPlans } from './scan.ts';

const usualLimit = 50;
const mostRows = 1000;

/** Up to so many rows are sorted rather than more of them walked in order. */
const worthSorting = 1000;

type PageOfRows = Omit<Page<unknown>, 'contents'>;

function limitOf({ limit = usualLimit }: Query): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > mostRows) {
    throw new QueryError(`a page has 1 to ${mostRows} rows, not ${limit}`);
  }
  return limit;
}

/** Throws a `QueryError` where a question names a column that the view does not have. */
export function checkColumns(rows: IndexedRows, columns: readonly string[]): void {
  const wrong = columns.find((column) => !rows.hasColumn(column));
  if (wrong !== undefined) throw new QueryError(`the view ${rows.name} has no column ${wrong}`);
}

const fallsLast = (order: readonly Order[]): boolean => order[order.length - 1]?.down === true;

/** What a row sorts by: its ordered columns, then its key. */
const sortKey = (order: readonly Order[], valueOf: (column: string) => unknown, key: string): readonly string[] => [
  ...order.map(({ by }) => encode(valueOf(by))),
  encode(key),
];

/** Compares by each column in its direction; keys run in the direction of the last. */
const comparison =
  (order: readonly Order[]) =>
  (a: readonly string[], b: readonly string[]): number => {
    const at = a.findIndex((part, i) => part !== b[i]);
    if (at < 0) return 0;
    const rises = (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
    const down = at < order.length ? order[at]?.down === true : fallsLast(order);
    return down ? -rises : rises;
  };

/** Finds all, sorts it, and leaves out what came on the pages before. */
function sorted(found: Iterable<Held>, order: readonly Order[], last: Last | undefined): readonly Held[] {
  const compare = comparison(order);
  const start = last && sortKey(order, (column) => last.values.get(column), last.key);
  const items: { readonly held: Held; readonly sort: readonly string[] }[] = [];
  for (const held of found) {
    const sort = sortKey(order, (column) => held.row[column], held.key);
    if (start === undefined || compare(sort, start) > 0) items.push({ held, sort });
  }
  return items.sort((a, b) => compare(a.sort, b.sort)).map(({ held }) => held);
}

function* only(found: Iterable<Held>, passing: (held: Held) => boolean): Generator<Held> {
  for (const held of found) if (passing(held)) yield held;
}

function first(most: number, found: Iterable<Held>): readonly Held[] {
  const taken: Held[] = [];
  for (const held of found) {
    taken.push(held);
    if (taken.length === most) break;
  }
  return taken;
}

function continued(plan: Plan, conditions: Conditions, last: Last | undefined, down: boolean): Plan {
  return last === undefined ? plan : goOn(plan, restOfEntry(plan, conditions, last), down);
}

/**
 * Rows that pass, in order, after `last`. Walks an index that has the order already, and stops when the page is full;
 * sorts instead where no index has the order, or where another leaves only a few rows to sort.
 */
function find(rows: IndexedRows, query: Query, scope: Scope, last: Last | undefined): Iterable<Held> {
  const { where = {}, order = [] } = query;
  const [alternative, ...more] = scope.any;
  if (alternative === undefined) return [];
  const conditions = conditionsOf(more.length === 0 ? [where, alternative] : [where]);
  const ordered = inOrder(rows.indexes, conditions, order);
  const tight = tightPlans(rows, where, scope);
  const passing = passes(where, scope);
  const tighter = tight.every((plan) => plan.tightness > (ordered?.tightness ?? -1));
  if (ordered === undefined || (tighter && !findMoreThan(worthSorting, tight))) {
    return sorted(only(scanAll(tight), passing), order, last);
  }
  const down = fallsLast(order);
  return only(scanInOrder(continued(ordered, conditions, last, down), down), passing);
}

/** One page of a view. */
export function pageOf(rows: IndexedRows, query: Query, scope: Scope): PageOfRows {
  const { where = {}, order = [], cursor } = query;
  const limit = limitOf(query);
  checkColumns(rows, [where, ...scope.any].flatMap(Object.keys));
  checkColumns(
    rows,
    order.map(({ by }) => by),
  );
  const last = cursor === undefined ? undefined : readCursor(cursor, order);
  const found = first(limit + 1, find(rows, query, scope, last));
  const page = found.slice(0, limit);
  const end = page[page.length - 1];
  const shown = page.map(({ row }) => row);
  return found.length > limit && end !== undefined ? { rows: shown, next: cursorAfter(end, order) } : { rows: shown };
}
