import { inScope, matches, type Order, type Page, type Query, type Scope, type Where } from '@keting/domain';
import { QueryError } from '../query-error.ts';
import { cursorAfter, readCursor, type Last } from './cursor.ts';
import { encode } from './encode.ts';
import { conditionsOf, goOn, inOrder, narrowest, restOfEntry, type Conditions, type Plan } from './plan.ts';
import type { Held, Sorted } from './row.ts';

const usualLimit = 50;
const mostRows = 1000;

/** Up to so many rows are sorted rather than more of them walked in order. */
export const worthSorting = 1000;

/** What has to be known of a view to plan a search in it. */
export interface Searched<Index extends Sorted> {
  readonly name: string;
  readonly indexes: readonly Index[];
  readonly hasColumn: (column: string) => boolean;
}

/** What a page is asked for, and the ways to find it. */
export interface Search<Index extends Sorted> {
  readonly limit: number;
  readonly order: readonly Order[];
  /** The page begins after this row. */
  readonly last: Last | undefined;
  /** Whether the order falls with its last column, and so with the keys. */
  readonly down: boolean;
  readonly passing: (held: Held) => boolean;
  /** A walk that meets rows in the order asked for, from where the page begins; undefined where no index has the order. */
  readonly walk: Plan<Index> | undefined;
  /** What meets the fewest rows together, in no order. */
  readonly tight: readonly Plan<Index>[];
  /** Whether `tight` leaves out more than the walk does: where it finds no more than is worth sorting, it is quicker. */
  readonly tighter: boolean;
}

type PageOfRows = Omit<Page<unknown>, 'contents'>;

function limitOf({ limit = usualLimit }: Query): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > mostRows) {
    throw new QueryError(`a page has 1 to ${mostRows} rows, not ${limit}`);
  }
  return limit;
}

/** Throws a `QueryError` where a question names a column that the view does not have. */
export function checkColumns(view: Searched<Sorted>, columns: readonly string[]): void {
  const wrong = columns.find((column) => !view.hasColumn(column));
  if (wrong !== undefined) throw new QueryError(`the view ${view.name} has no column ${wrong}`);
}

const fallsLast = (order: readonly Order[]): boolean => order[order.length - 1]?.down === true;

/** Whether a row is what was asked for, and is shown in this scope. */
export const passes =
  (where: Query['where'], scope: Scope) =>
  ({ row }: Held): boolean =>
    (where === undefined || matches(row, where)) && inScope(row, scope);

/**
 * The tightest plans that together find all that a query and a scope let through: one for each of the scope's
 * alternatives, or one for all where an alternative leaves out no more than the query itself does.
 */
export function tightPlans<Index extends Sorted>(
  { indexes }: Searched<Index>,
  where: Where,
  scope: Scope,
): readonly Plan<Index>[] {
  const plan = (wheres: readonly Where[]): readonly Plan<Index>[] => {
    const found = narrowest(indexes, conditionsOf(wheres));
    return found === undefined ? [] : [found];
  };
  const tightness = (plans: readonly Plan<Index>[]): number => Math.min(...plans.map((each) => each.tightness));
  const alternatives = scope.any.flatMap((alternative) => plan([where, alternative]));
  const common = plan([where]);
  return tightness(alternatives) > tightness(common) ? alternatives : common;
}

function continued<Index extends Sorted>(
  plan: Plan<Index> | undefined,
  conditions: Conditions,
  last: Last | undefined,
  down: boolean,
): Plan<Index> | undefined {
  return plan === undefined || last === undefined ? plan : goOn(plan, restOfEntry(plan, conditions, last), down);
}

/** Plans the search for a page. A question that cannot be answered throws a `QueryError`. */
export function searchFor<Index extends Sorted>(view: Searched<Index>, query: Query, scope: Scope): Search<Index> {
  const { where = {}, order = [], cursor } = query;
  const limit = limitOf(query);
  checkColumns(view, [...[where, ...scope.any].flatMap(Object.keys), ...order.map(({ by }) => by)]);
  const last = cursor === undefined ? undefined : readCursor(cursor, order);
  const [alternative, ...more] = scope.any;
  const down = fallsLast(order);
  const asked = { limit, order, last, down, passing: passes(where, scope) };
  if (alternative === undefined) return { ...asked, walk: undefined, tight: [], tighter: true };
  const conditions = conditionsOf(more.length === 0 ? [where, alternative] : [where]);
  const ordered = inOrder(view.indexes, conditions, order);
  const tight = tightPlans(view, where, scope);
  const tighter = tight.every((plan) => plan.tightness > (ordered?.tightness ?? -1));
  return { ...asked, walk: continued(ordered, conditions, last, down), tight, tighter };
}

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

/** Sorts what was found, and leaves out what does not pass and what came on the pages before. */
export function sorted(found: Iterable<Held>, { order, last, passing }: Search<Sorted>): readonly Held[] {
  const compare = comparison(order);
  const start = last && sortKey(order, (column) => last.values.get(column), last.key);
  const items: { readonly held: Held; readonly sort: readonly string[] }[] = [];
  for (const held of found) {
    if (!passing(held)) continue;
    const sort = sortKey(order, (column) => held.row[column], held.key);
    if (start === undefined || compare(sort, start) > 0) items.push({ held, sort });
  }
  return items.sort((a, b) => compare(a.sort, b.sort)).map(({ held }) => held);
}

/** The page, from what was found in order: one row more than it holds says that more follow. */
export function pageFrom(found: readonly Held[], { limit, order }: Search<Sorted>): PageOfRows {
  const page = found.slice(0, limit);
  const end = page[page.length - 1];
  const rows = page.map(({ row }) => row);
  return found.length > limit && end !== undefined ? { rows, next: cursorAfter(end, order) } : { rows };
}
