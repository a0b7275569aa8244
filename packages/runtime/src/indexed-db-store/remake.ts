import { deltaKey, type Recorded, type View } from '@keting/domain';
import { added, rowOf, type Row } from '../store-parts/row.ts';
import { keptRow, storeKey, type Table } from './tables.ts';
import type { Transaction } from './transaction.ts';

/** How many events are read at a time. */
const batch = 1000;

/** Rows of one view, as they are made from one event after the other. */
class Rows {
  private readonly rows = new Map<string, Row>();
  private readonly view: View;

  constructor(view: View) {
    this.view = view;
  }

  take(event: Recorded): void {
    const { view, rows } = this;
    if (!view.on.includes(event.type)) return;
    if (view.kind === 'counter') {
      for (const delta of view.deltas(event)) rows.set(deltaKey(delta), added(rows.get(deltaKey(delta)), delta));
      return;
    }
    for (const key of view.keys(event)) {
      const row = view.project(rows.get(key), event, key);
      if (row === undefined) rows.delete(key);
      else rows.set(key, rowOf(view.name, row));
    }
  }

  entries(): readonly (readonly [string, Row])[] {
    return [...this.rows];
  }
}

/** Every event of the record, in the order of their commits. */
async function* eventsIn(transaction: Transaction<'versionchange'>): AsyncGenerator<Recorded> {
  const events = transaction.objectStore('events');
  for (let range: IDBKeyRange | undefined; ;) {
    const [found, keys] = await Promise.all([events.getAll(range, batch), events.getAllKeys(range, batch)]);
    yield* found;
    const last = keys[batch - 1];
    if (last === undefined) return;
    range = IDBKeyRange.lowerBound(last, true);
  }
}

/** Makes the rows of views anew from all that happened; what was kept of them before is gone. */
export async function remake(
  transaction: Transaction<'versionchange'>,
  tables: readonly Table[],
  asOfNow: (event: Recorded) => Recorded,
): Promise<void> {
  if (tables.length === 0) return;
  const made = tables.map((table) => ({ table, rows: new Rows(table.view) }));
  for await (const event of eventsIn(transaction)) {
    const now = asOfNow(event);
    for (const { rows } of made) rows.take(now);
  }
  for (const { table, rows } of made) {
    const store = transaction.objectStore(table.store);
    await store.clear();
    await Promise.all(rows.entries().map(([key, row]) => store.put(keptRow(table, key, row), storeKey(key))));
  }
}
