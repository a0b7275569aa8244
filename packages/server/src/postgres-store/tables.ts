import type { View } from '@keting/domain';
import { columnsOf, type Column, type ColumnType } from './columns.ts';

/** A view as a table of its own: one column for each that can be asked for by value, and the row as it was written. */
export interface Table {
  readonly view: View;
  /** Name of the table, quoted and in its schema. */
  readonly name: string;
  readonly columns: ReadonlyMap<string, Column>;
  /** Those columns that are columns of the table. */
  readonly kept: readonly (Column & { readonly type: ColumnType })[];
}

/** A name as SQL has it, whatever letters are in it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as SQL has it. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Columns of the table itself, beside those of the view, cannot be taken for one: no view's column begins so. */
export const own = { district: '"$district"', key: '"$key"', row: '"$row"' } as const;

/** Text orders by code point: the order of no language, and the same on every machine. */
const sqlTypes: Readonly<Record<ColumnType, string>> = {
  text: 'text collate "C"',
  number: 'double precision',
  boolean: 'boolean',
};
/** The same where no order is at stake. */
export const plainTypes: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  number: 'double precision',
  boolean: 'boolean',
};

export function tableOf(view: View): Table {
  const columns = columnsOf(view);
  const kept = [...columns.values()].flatMap(({ type, ...column }) =>
    type === undefined ? [] : [{ ...column, type }],
  );
  return { view, name: `keting.${quoted(`view_${view.name.replaceAll('-', '_')}`)}`, columns, kept };
}

/** How rows sort by a column: missing values first, and the other way round when it falls. */
export function sortTerm({ name, optional }: Column, down: boolean): string {
  if (!optional) return `${quoted(name)}${down ? ' desc' : ''}`;
  return `${quoted(name)}${down ? ' desc nulls last' : ' nulls first'}`;
}

function indexOf({ view, name, columns }: Table, index: readonly string[], number: number): string {
  const terms = index.flatMap((column) => {
    const found = columns.get(column);
    return found?.type === undefined ? [] : [sortTerm(found, false)];
  });
  const named = quoted(`view_${view.name.replaceAll('-', '_')}_${number + 1}`);
  return `create index ${named} on ${name} (${[own.district, ...terms, own.key].join(', ')});`;
}

/** Makes the table of a view anew, with its indexes, empty. */
export function tableScript(table: Table): string {
  const { view, name, kept } = table;
  const columns = kept.map((column) => `  ${quoted(column.name)} ${sqlTypes[column.type]}`);
  const row = view.kind === 'table' ? [`  ${own.row} json not null`] : [];
  return [
    `drop table if exists ${name};`,
    `create table ${name} (`,
    [
      `  ${own.district} text not null`,
      `  ${own.key} text collate "C" not null`,
      ...row,
      ...columns,
      `  primary key (${own.district}, ${own.key})`,
    ].join(',\n'),
    ');',
    ...view.indexes.map((index, number) => indexOf(table, index, number)),
  ].join('\n');
}
