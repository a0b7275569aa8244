import type { Scope, Sum, SumQuery } from '@keting/domain';
import { QueryError } from '../query-error.ts';
import { encode } from './encode.ts';
import type { Row, Sorted } from './row.ts';
import { checkColumns, type Searched } from './search.ts';

type Sums = Record<string, string | number | boolean>;

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const group = (row: Row, by: readonly string[]): string => by.map((column) => encode(row[column])).join('');

/** What a group begins as: the values that part it, and nothing counted yet. A missing value is left out. */
function begin(row: Row, { by, of }: SumQuery): Sums {
  const parts = by.map((column) => [column, row[column]] as const);
  const known = parts.flatMap(([column, value]) => (isScalar(value) ? [[column, value] as const] : []));
  return { ...Object.fromEntries(known), ...Object.fromEntries(of.map((column) => [column, 0])) };
}

function addTo(sums: Sums, row: Row, of: readonly string[]): void {
  for (const column of of) {
    const value = row[column];
    if (typeof value === 'number') sums[column] = Number(sums[column]) + value;
  }
}

/** Throws a `QueryError` where a sum names a column that is not there, or both parts by it and adds it up. */
export function checkSum(view: Searched<Sorted>, { where = {}, by, of }: SumQuery, scope: Scope): void {
  checkColumns(view, [...[where, ...scope.any].flatMap(Object.keys), ...by, ...of]);
  const both = by.find((column) => of.includes(column));
  if (both !== undefined) throw new QueryError(`the column ${both} cannot both part a sum and be added up`);
}

/** Adds up columns by the values of others, one result for each group that has rows, in the order of those values. */
export class Totals {
  private readonly groups = new Map<string, Sums>();
  private readonly query: SumQuery;

  constructor(query: SumQuery) {
    this.query = query;
  }

  add(row: Row): void {
    const name = group(row, this.query.by);
    const sums = this.groups.get(name) ?? begin(row, this.query);
    addTo(sums, row, this.query.of);
    this.groups.set(name, sums);
  }

  sums(): readonly Sum[] {
    return [...this.groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sums]) => sums);
  }
}
