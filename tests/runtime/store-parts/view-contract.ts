import {
  contexts,
  everything,
  inScope,
  matches,
  type Order,
  type Query,
  type Scope,
  type View,
  type Where,
} from '@keting/domain';
import type { Store } from '@keting/runtime';
import type { OpenStore, TestKit } from '@keting/runtime/testing';
import * as z from 'zod/mini';
import { inOrderOf, naiveSum, sortedSums } from '../../../packages/runtime/src/testing/naive-rows.ts';
import { commandNo, commit } from '../../../packages/runtime/src/testing/samples.ts';
import { madeRows, type MadeRow } from './made-rows.ts';

type Kit = Pick<TestKit, 'describe' | 'it' | 'assert'>;
type Scalar = string | number | boolean;
type Columns = Readonly<Record<string, unknown>>;

const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Values that a column has in some rows, each once. */
const valuesOf = (rows: readonly MadeRow[], column: string): readonly Scalar[] => [
  ...new Set(rows.map(({ row }) => row[column]).filter(isScalar)),
];

const ordered = (columns: readonly string[], down: boolean): readonly Order[] => columns.map((by) => ({ by, down }));

/** Ways to ask for the first column of an index: of one value, of several, in a range, and by how a text begins. */
function firstConditions(rows: readonly MadeRow[], column: string): readonly Where[] {
  const [value, other] = valuesOf(rows, column);
  if (value === undefined) return [];
  return [
    { [column]: { in: other === undefined ? [value] : [value, other] } },
    ...(typeof value === 'boolean' ? [] : [{ [column]: { from: value } }, { [column]: { to: value } }]),
    ...(typeof value === 'string' ? [{ [column]: { prefix: value.slice(0, 6) } }] : []),
  ];
}

/** What an index is there for: its first columns fixed as they are in some row, the rest in its order, up and down. */
function questionsOf(index: readonly string[], rows: readonly MadeRow[]): readonly Query[] {
  const [column = ''] = index;
  const found = rows.find(({ row }) => index.every((one) => isScalar(row[one])));
  const fixed = index
    .map((one) => [one, found?.row[one]] as const)
    .filter((pair): pair is [string, Scalar] => isScalar(pair[1]));
  return [
    ...[...fixed.keys(), fixed.length].map((depth) => ({
      where: Object.fromEntries(fixed.slice(0, depth)),
      order: ordered(index.slice(depth), depth % 2 === 1),
    })),
    ...firstConditions(rows, column).map((where) => ({ where, order: ordered(index, false) })),
  ];
}

/** Scopes as rules of access make them: by how a territory begins, by units, by one's own, and several together. */
function scopesOf({ about }: View, rows: readonly MadeRow[]): readonly Scope[] {
  const parts = Object.entries(about).flatMap(([part, column]): readonly Where[] => {
    const [value] = valuesOf(rows, column);
    if (typeof value !== 'string') return [];
    return [{ [column]: part === 'territory' ? { prefix: value.slice(0, 6) } : value }];
  });
  return [everything, ...(parts.length === 0 ? [] : [{ any: parts }])];
}

/** A row of which its key can be told, as the plainest way of asking sorts by it. */
const keyed = ({ key, row }: MadeRow): Columns => ({ ...row, id: key });

/** All that a question finds, in order: by filtering and sorting. Whole rows, as they were put. */
function plainly(rows: readonly MadeRow[], { where = {}, order = [] }: Query, scope: Scope): readonly unknown[] {
  const compare = inOrderOf(order);
  return rows
    .filter(({ row }) => matches(row, where) && inScope(row, scope))
    .sort((a, b) => compare(keyed(a), keyed(b)))
    .map(({ row }) => row);
}

/** All that a question finds, page by page. */
async function paged(store: Store, view: View, query: Query, scope: Scope): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.rows(view, { ...query, limit: 5, ...(cursor === undefined ? {} : { cursor }) }, scope);
    found.push(...page.rows);
    cursor = page.next;
  } while (cursor !== undefined);
  return found;
}

/** The rows of all views of a context go into a store in one commit. */
const filling = (made: ReadonlyMap<View, readonly MadeRow[]>) =>
  [...made.values()].flatMap((rows) => rows.flatMap(({ writes }) => writes));

/** A group of rows that lack what it is parted by has no value there. */
const withoutMissing = (sum: Columns): Columns =>
  Object.fromEntries(Object.entries(sum).filter(([, value]) => value !== undefined));

const numbersOf = (rows: readonly MadeRow[], without: readonly string[]): readonly string[] => [
  ...new Set(
    rows.flatMap(({ row }) =>
      Object.entries(row).flatMap(([column, value]) =>
        typeof value === 'number' && !without.includes(column) ? [column] : [],
      ),
    ),
  ),
];

/**
 * What every store does with the views of every context: rows made of a view's own schema are found by each of its indexes, in
 * the scopes that rules of access make, page by page; counters add up; sums are those of the rows.
 */
export function viewContract(name: string, open: OpenStore, { describe, it, assert }: Kit): void {
  describe(`[ALL-03] the views of every context on ${name}`, () => {
    const views = contexts.flatMap((context) => context.views);
    let opened: Promise<Store> | undefined;
    let commits = 0;
    const filled = async (made: ReadonlyMap<View, readonly MadeRow[]>): Promise<Store> => {
      const store = await (opened ??= open(views));
      commits += 1;
      const { outcome } = await store.commit(commit(commandNo(commits), { rows: filling(made) }));
      assert.deepEqual(outcome, 'done');
      return store;
    };

    for (const context of contexts) {
      it(`${context.name}: rows are found by every index, in every scope, page by page, and added up`, async () => {
        const made = new Map(context.views.map((view) => [view, madeRows(view, 14)]));
        const store = await filled(made);
        for (const [view, rows] of made) {
          for (const { key, row } of rows) {
            assert.ok(z.safeParse(view.row, row).success, `${view.name}: the row is as its schema says`);
            assert.deepEqual(await store.row(view.name, key), row, `${view.name} ${key}`);
          }
          const scopes = scopesOf(view, rows);
          for (const [n, query] of view.indexes.flatMap((index) => questionsOf(index, rows)).entries()) {
            const scope = scopes[n % scopes.length] ?? everything;
            const found = await paged(store, view, query, scope);
            assert.deepEqual(found, plainly(rows, query, scope), `${view.name} ${JSON.stringify([query, scope])}`);
          }
          const [by = ''] = view.indexes[0] ?? [];
          const sum = { by: [by], of: numbersOf(rows, [by]) };
          const sums = naiveSum(
            rows.map(({ row }) => row),
            sum,
            everything,
          ).map(withoutMissing);
          assert.deepEqual(sortedSums(await store.sum(view, sum, everything)), sortedSums(sums), `${view.name}: sums`);
        }
      });
    }
  });
}
