import { deltaKey, type Delta, type View } from '@keting/domain';
import { columnCheck } from './columns.ts';
import { encode } from './encode.ts';
import { frozen } from './frozen.ts';
import { SortedMap } from './sorted-map.ts';

export type Row = Readonly<Record<string, unknown>>;

/** A row under its key. All indexes point to the same one. */
export interface Held {
  readonly key: string;
  row: Row;
}

/** Rows in the order of some columns, then of their keys. */
export interface Index {
  readonly columns: readonly string[];
  readonly entries: SortedMap<Held>;
}

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const entryKey = ({ columns }: Index, row: Row, key: string): string =>
  columns.map((column) => encode(row[column])).join('') + encode(key);

const numberIn = (row: Row, column: string): number => {
  const value = row[column];
  return typeof value === 'number' ? value : 0;
};

/** The rows of one view, kept under each of its indexes and under their keys. */
export class IndexedRows {
  readonly name: string;
  readonly indexes: readonly Index[];
  readonly hasColumn: (column: string) => boolean;
  private readonly held = new Map<string, Held>();

  constructor(view: View) {
    this.name = view.name;
    this.hasColumn = columnCheck(view);
    this.indexes = [[], ...view.indexes].map((columns) => ({ columns, entries: new SortedMap<Held>() }));
  }

  get(key: string): Row | undefined {
    return this.held.get(key)?.row;
  }

  put(key: string, row: Row): void {
    const held = this.held.get(key);
    if (held === undefined) this.insert({ key, row: frozen(row) });
    else this.replace(held, frozen(row));
  }

  drop(key: string): void {
    const held = this.held.get(key);
    if (held === undefined) return;
    this.held.delete(key);
    this.indexes.forEach((index) => index.entries.delete(entryKey(index, held.row, key)));
  }

  /** Adds to the row of a counter; the first delta makes the row. */
  add(delta: Delta): void {
    const key = deltaKey(delta);
    const before = this.get(key) ?? delta.row;
    const sums = Object.entries(delta.add).map(([column, add]) => [column, numberIn(before, column) + add] as const);
    this.put(key, { ...before, ...Object.fromEntries(sums) });
  }

  private insert(held: Held): void {
    this.held.set(held.key, held);
    this.indexes.forEach((index) => index.entries.set(entryKey(index, held.row, held.key), held));
  }

  /** An index whose columns keep their values is left alone: it points to the same `Held`. */
  private replace(held: Held, row: Row): void {
    const before = held.row;
    for (const index of this.indexes) {
      if (index.columns.every((column) => before[column] === row[column])) continue;
      index.entries.delete(entryKey(index, before, held.key));
      index.entries.set(entryKey(index, row, held.key), held);
    }
    held.row = row;
  }
}
