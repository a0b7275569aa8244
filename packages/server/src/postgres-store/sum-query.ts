import type { Scope, Sum, SumQuery } from '@keting/domain';
import { QueryError } from '@keting/runtime';
import { columnNamed } from './columns.ts';
import { conditionsOf, Parameters } from './conditions.ts';
import type { SqlRow, Statement } from './database.ts';
import { checkColumns } from './page-query.ts';
import { own, quoted, type Table } from './tables.ts';

/** Adds up columns, parted by others; undefined where nothing can be found. */
export function sumStatement(
  table: Table,
  { where = {}, by, of }: SumQuery,
  scope: Scope,
  district: string,
): Statement | undefined {
  checkColumns(table, [...by, ...of, ...Object.keys(where), ...scope.any.flatMap(Object.keys)]);
  const both = by.find((column) => of.includes(column));
  if (both !== undefined) throw new QueryError(`the column ${both} cannot both part a sum and be added up`);
  if (scope.any.length === 0) return undefined;
  const parameters = new Parameters();
  const typeOf = (name: string) => columnNamed(table.columns, name, table.view.name).type;
  const parts = by.filter((name) => typeOf(name) !== undefined).map(quoted);
  const sums = of.map((name) =>
    typeOf(name) === 'number' ? `coalesce(sum(${quoted(name)}), 0) as ${quoted(name)}` : `0 as ${quoted(name)}`,
  );
  const own_ = [`${own.district} = ${parameters.add(district)}`, ...conditionsOf(table, where, parameters)];
  const ways = scope.any.map((alternative) => conditionsOf(table, alternative, parameters).join(' and ') || 'true');
  const text = `select ${[...parts, ...sums, 'count(*)::integer as "$count"'].join(', ')} from ${table.name}
    where ${own_.join(' and ')} and (${ways.map((way) => `(${way})`).join(' or ')})
    ${parts.length === 0 ? '' : `group by ${parts.join(', ')} order by ${parts.map((part) => `${part} nulls first`).join(', ')}`}`;
  return { text, values: parameters.values };
}

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Sums as they are handed out: a missing value is left out, and a group without rows is none. */
export const sumsOf = (rows: readonly SqlRow[]): readonly Sum[] =>
  rows
    .filter(({ $count }) => $count !== 0)
    .map(({ $count: _count, ...sums }) =>
      Object.fromEntries(Object.entries(sums).flatMap(([name, value]) => (isScalar(value) ? [[name, value]] : []))),
    );
