import { deltaKey, type Recorded, type RowWrite, type View } from '@keting/domain';
import { rowsBody } from './commit-body.ts';
import type { Transaction } from './database.ts';
import { writeName } from './shape.ts';
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

/** For whom a table is filled, and by which function. */
export interface Filling {
  readonly district: string;
  readonly asOfNow: (event: Recorded) => Recorded;
  readonly shape: string;
}

/** Rows as they stand that these events touch. */
async function rowsBefore({ name, view }: Table, events: readonly Recorded[], district: string, inside: Transaction) {
  if (view.kind === 'counter') return new Map<string, unknown>();
  const keys = [...new Set(events.flatMap((event) => view.keys(event)))];
  const found = await inside.query({
    text: `select "$key", "$row" from ${name} where "$district" = $1 and "$key" = any($2::text[])`,
    values: [district, keys],
  });
  return new Map(found.map(({ $key, $row }) => [String($key), $row]));
}

async function write(table: Table, events: readonly Recorded[], inside: Transaction, { district, shape }: Filling) {
  const { view } = table;
  const rows = await rowsBefore(table, events, district, inside);
  const writes: RowWrite[] = [];
  events.forEach((event) => {
    project(view, event, rows, writes);
  });
  for (const [key, row] of rows) {
    writes.push(row === undefined ? { view: view.name, key, drop: true } : { view: view.name, key, put: row });
  }
  const body = rowsBody(writes, new Map([[view.name, table]]));
  await inside.query({ text: `select ${writeName(shape)}($1, $2::jsonb)`, values: [district, body] });
}

// The columns are named by their table where they order: by itself a name would be that of the text beside it.
const after = `
  select e.epoch, e.xid::text as xid, e.seq::text as seq, e.event from keting.events e
  where e.district = $1 and (e.epoch, e.xid, e.seq) > ($2::integer, $3::bigint, $4::bigint)
  order by e.epoch, e.xid, e.seq limit ${batch}`;

/** Fills a district's rows of a view from its whole record. Nothing may be committed meanwhile. */
export async function fillTable(table: Table, inside: Transaction, filling: Filling): Promise<void> {
  const { district, asOfNow } = filling;
  let place: readonly unknown[] = [0, '0', '0'];
  for (let more = true; more;) {
    const found = await inside.query({ text: after, values: [district, ...place] });
    // What stands in the record are events, in the shape of their time.
    const events = found.map(({ event }) => event as Recorded).filter(({ type }) => table.view.on.includes(type));
    if (events.length > 0) await write(table, events.map(asOfNow), inside, filling);
    const last = found[found.length - 1];
    if (last !== undefined) place = [last['epoch'], last['xid'], last['seq']];
    more = found.length === batch;
  }
}
