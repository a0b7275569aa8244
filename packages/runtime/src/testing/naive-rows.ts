import { inScope, matches, type Order, type Query, type Scope, type Sum, type SumQuery } from '@keting/domain';

type Columns = Readonly<Record<string, unknown>>;

/** Missing, then booleans, then numbers, then texts. */
const rank = (value: unknown): number => 1 + ['boolean', 'number', 'string'].indexOf(typeof value);

function compareValues(a: unknown, b: unknown): number {
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b);
  return Number(a ?? 0) - Number(b ?? 0);
}

/** The order that every store keeps: by each column in its direction, then by key (`id`) in that of the last. */
export const inOrderOf = (order: readonly Order[]) => {
  const last = order[order.length - 1];
  const parts: readonly Order[] = [...order, { by: 'id', down: last?.down === true }];
  return (a: Columns, b: Columns): number =>
    parts.reduce((sign, { by, down }) => sign || (down === true ? -1 : 1) * compareValues(a[by], b[by]), 0);
};

/** What a page must hold, said in the plainest way: filter, sort, take what comes after the page before. */
export function naivePage<Row extends Columns>(
  rows: readonly Row[],
  query: Query,
  scope: Scope,
  last: Row | undefined,
): readonly Row[] {
  const compare = inOrderOf(query.order ?? []);
  return rows
    .filter((row) => matches(row, query.where ?? {}) && inScope(row, scope))
    .sort(compare)
    .filter((row) => last === undefined || compare(row, last) > 0)
    .slice(0, query.limit ?? 50);
}

/** What a sum must be, group by group; groups in no order. */
export function naiveSum(rows: readonly Columns[], query: SumQuery, scope: Scope): readonly Columns[] {
  const found = rows.filter((row) => matches(row, query.where ?? {}) && inScope(row, scope));
  const groupOf = (row: Columns) => JSON.stringify(query.by.map((column) => row[column]));
  return [...new Set(found.map(groupOf))].map((group) => {
    const members = found.filter((row) => groupOf(row) === group);
    const parts = query.by.map((column) => [column, members[0]?.[column]] as const);
    const total = (column: string) => members.reduce((sum, row) => sum + Number(row[column] ?? 0), 0);
    return Object.fromEntries([...parts, ...query.of.map((column) => [column, total(column)] as const)]);
  });
}

/** Sums in an order to compare them by. */
export const sortedSums = (sums: readonly (Sum | Columns)[]): readonly string[] =>
  sums.map((sum) => JSON.stringify(Object.entries(sum).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();
