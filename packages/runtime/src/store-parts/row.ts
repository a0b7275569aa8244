import type { Delta } from '@keting/domain';
import { encode } from './encode.ts';

export type Row = Readonly<Record<string, unknown>>;

/** A row under its key. */
export interface Held {
  readonly key: string;
  readonly row: Row;
}

/** Rows in the order of some columns, then of their keys; without columns, of their keys alone. */
export interface Sorted {
  readonly columns: readonly string[];
}

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a row that is put must be; anything else is a TypeError. */
export function rowOf(view: string, put: unknown): Row {
  if (!isRow(put)) throw new TypeError(`a row of ${view} is a record of columns`);
  return put;
}

/** Where a row stands in an index: the text that its entries sort by. */
export const entryKey = ({ columns }: Sorted, row: Row, key: string): string =>
  columns.map((column) => encode(row[column])).join('') + encode(key);

const numberIn = (row: Row, column: string): number => {
  const value = row[column];
  return typeof value === 'number' ? value : 0;
};

/** The row of a counter after a delta; the first one makes the row. */
export function added(before: Row | undefined, { row, add }: Delta): Row {
  const from = before ?? row;
  const sums = Object.entries(add).map(([column, more]) => [column, numberIn(from, column) + more] as const);
  return { ...from, ...Object.fromEntries(sums) };
}
