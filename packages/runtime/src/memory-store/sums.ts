import type { Scope, Sum, SumQuery } from '@keting/domain';
import { QueryError } from '../query-error.ts';
import { encode } from './encode.ts';
import type { IndexedRows, Row } from './indexed-rows.ts';
import { checkColumns } from './page.ts';
import { passes, scanAll, tightPlans } from './scan.ts';

type Totals = Record<string, string | number | boolean>;

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const group = (row: Row, by: readonly string[]): string => by.map((column) => encode(row[column])).join('');

/** What a group begins as: the values that part it, and nothing counted yet. A missing value is left out. */
function begin(row: Row, { by, of }: SumQuery): Totals {
  const parts = by.map((column) => [column, row[column]] as const);
  const known = parts.flatMap(([column, value]) => (isScalar(value) ? [[column, value] as const] : []));
  return { ...Object.fromEntries(known), ...Object.fromEntries(of.map((column) => [column, 0])) };
}

function addTo(totals: Totals, row: Row, of: readonly string[]): void {
  for (const column of of) {
    const value = row[column];
    if (typeof value === 'number') totals[column] = Number(totals[column]) + value;
  }
}

/** Adds up columns by the values of others, one result for each group that has rows, in the order of those values. */
export function sumsOf(rows: IndexedRows, query: SumQuery, scope: Scope): readonly Sum[] {
  const { where = {}, by, of } = query;
  checkColumns(rows, [...[where, ...scope.any].flatMap(Object.keys), ...by, ...of]);
  const both = by.find((column) => of.includes(column));
  if (both !== undefined) throw new QueryError(`the column ${both} cannot both part a sum and be added up`);
  const groups = new Map<string, Totals>();
  const passing = passes(where, scope);
  for (const held of scanAll(tightPlans(rows, where, scope))) {
    if (!passing(held)) continue;
    const name = group(held.row, by);
    const totals = groups.get(name) ?? begin(held.row, query);
    addTo(totals, held.row, of);
    groups.set(name, totals);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, totals]) => totals);
}
