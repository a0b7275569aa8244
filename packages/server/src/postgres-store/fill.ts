import { deltaKey, type Recorded, type RowWrite, type View } from '@keting/domain';
import { firstPosition, type Store } from '@keting/runtime';
import { rowsBody } from './commit-body.ts';
import type { Database } from './database.ts';
import { markFilled } from './open.ts';
import type { Table } from './tables.ts';

/** Events at a time. */
const batch = 1_000;

type Rows = Map<string, unknown>;

function project(view: View, event: Recorded, rows: Rows, deltas: RowWrite[]): void {
  if (view.kind === 'counter') {
    deltas.push(...view.deltas(event).map((delta) => ({ view: view.name, key: deltaKey(delta), delta })));
    return;
  }
  for (const key of view.keys(event)) rows.set(key, view.project(rows.get(key), event, key));
}

/** Rows as they stand that these events touch. */
async function rowsBefore({ name, view }: Table, events: readonly Recorded[], district: string, database: Database) {
  if (view.kind === 'counter') return new Map<string, unknown>();
  const keys = [...new Set(events.flatMap((event) => view.keys(event)))];
  const found = await database.query({
    text: `select "$key", "$row" from ${name} where "$district" = $1 and "$key" = any($2::text[])`,
    values: [district, keys],
  });
  return new Map(found.map(({ $key, $row }) => [String($key), $row]));
}

async function fillOne(
  table: Table,
  database: Database,
  {
    store,
    district,
    asOfNow,
  }: { readonly store: Store; readonly district: string; readonly asOfNow: (event: Recorded) => Recorded },
): Promise<void> {
  const { view } = table;
  for (let position = firstPosition; ;) {
    const changes = await store.changes(position, batch);
    if (changes.position === position) break;
    position = changes.position;
    const events = changes.events.filter(({ type }) => view.on.includes(type)).map(asOfNow);
    const rows = await rowsBefore(table, events, district, database);
    const writes: RowWrite[] = [];
    events.forEach((event) => {
      project(view, event, rows, writes);
    });
    for (const [key, row] of rows) {
      writes.push(row === undefined ? { view: view.name, key, drop: true } : { view: view.name, key, put: row });
    }
    const body = rowsBody(writes, new Map([[view.name, table]]));
    await database.query({ text: 'select keting.write_rows($1, $2::jsonb)', values: [district, body] });
  }
  await database.script(markFilled(table));
}

/** Fills tables of views that are new, or not what they were, from the record. */
export async function fillTables(
  tables: readonly Table[],
  database: Database,
  context: Parameters<typeof fillOne>[2],
): Promise<void> {
  for (const table of tables) await fillOne(table, database, context);
}
