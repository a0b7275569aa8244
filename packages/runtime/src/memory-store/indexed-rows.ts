import { deltaKey, type Delta, type View } from '@keting/domain';
import { columnCheck } from '../store-parts/columns.ts';
import { added, entryKey, type Held, type Row, type Sorted } from '../store-parts/row.ts';
import { frozen } from './frozen.ts';
import { SortedMap } from './sorted-map.ts';

/** All indexes point to the same one, so what changes no column of an index changes nothing there. */
interface Shared extends Held {
  row: Row;
}

export interface Index extends Sorted {
  readonly entries: SortedMap<Shared>;
}

/** The rows of one view, kept under each of its indexes and under their keys. */
export class IndexedRows {
  readonly name: string;
  readonly indexes: readonly Index[];
  readonly hasColumn: (column: string) => boolean;
  private readonly held = new Map<string, Shared>();

  constructor(view: View) {
    this.name = view.name;
    this.hasColumn = columnCheck(view);
    this.indexes = [[], ...view.indexes].map((columns) => ({ columns, entries: new SortedMap<Shared>() }));
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
    this.put(key, added(this.get(key), delta));
  }

  private insert(held: Shared): void {
    this.held.set(held.key, held);
    this.indexes.forEach((index) => index.entries.set(entryKey(index, held.row, held.key), held));
  }

  private replace(held: Shared, row: Row): void {
    const before = held.row;
    for (const index of this.indexes) {
      if (index.columns.every((column) => before[column] === row[column])) continue;
      index.entries.delete(entryKey(index, before, held.key));
      index.entries.set(entryKey(index, row, held.key), held);
    }
    held.row = row;
  }
}
