import type { View } from '@keting/domain';
import { columnCheck } from '../store-parts/columns.ts';
import { encode } from '../store-parts/encode.ts';
import { entryKey, type Row, type Sorted } from '../store-parts/row.ts';
import type { Searched } from '../store-parts/search.ts';
import { rowsOf } from './schema.ts';

/** Under which property of a kept row, and which index of its object store, the entries of an index lie. */
export type EntryName = `by${number}`;

/** An index of a view; without a name the order of the keys, which the object store itself has. */
export interface TableIndex extends Sorted {
  readonly name: EntryName | undefined;
}

/** A row as the database keeps it: with its entry in each index. It lies under its encoded key. */
export interface KeptRow {
  readonly key: string;
  readonly row: Row;
  readonly entries: Readonly<Record<EntryName, string>>;
}

/** One view, and the object store that its rows lie in. */
export interface Table extends Searched<TableIndex> {
  readonly store: 'rows/*';
  readonly view: View;
}

export const tableOf = (view: View): Table => ({
  name: view.name,
  store: rowsOf(view.name),
  view,
  hasColumn: columnCheck(view),
  indexes: [
    { columns: [], name: undefined },
    ...view.indexes.map((columns, n): TableIndex => ({ columns, name: `by${n}` })),
  ],
});

/** Under which key a row lies, so that the store has the order of all keys. */
export const storeKey = (key: string): string => encode(key);

export function keptRow({ indexes }: Table, key: string, row: Row): KeptRow {
  const entries: Record<EntryName, string> = {};
  for (const index of indexes) if (index.name !== undefined) entries[index.name] = entryKey(index, row, key);
  return { key, row, entries };
}

/** By which version of its view the rows of a table were made; the first one is not written down. */
const versionIn = (definition: string): number => Number(/^(\d+) /.exec(definition)?.[1] ?? 1);

/** Says how the rows of a table were made and indexed, to see whether a release has changed that: `2 [[],["place"]]`. */
export function definitionOf({ view: { version = 1 }, indexes }: Table): string {
  const columns = JSON.stringify(indexes.map((index) => index.columns));
  return version === 1 ? columns : `${version} ${columns}`;
}

/**
 * Whether the rows of a table have to be made anew, as there are none yet or they were made in another way. Rows that are
 * made from no event, such as the desk's own, are never.
 */
export const isToRemake = (table: Table, kept: string | undefined): boolean =>
  table.view.on.length > 0 && (kept === undefined || versionIn(kept) !== versionIn(definitionOf(table)));
