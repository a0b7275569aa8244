import { type Recorded, type View } from '@keting/domain';
import * as z from 'zod/mini';
import { commitFunction } from './commit-function.ts';
import type { Database, Transaction } from './database.ts';
import { fillTable } from './fill.ts';
import { migrations } from './migrations.ts';
import { openingLock, shapeOf, tableDefinition, viewDefinition } from './shape.ts';
import { literal, own, tableOf, tableScript, type Table } from './tables.ts';

/** What a store is opened for. */
export interface Opening {
  readonly district: string;
  readonly views: readonly View[];
  readonly asOfNow: (event: Recorded) => Recorded;
}

const named = z.object({ name: z.string(), definition: z._default(z.string(), '') });

/** Names that a question finds, each with its definition where it asks for one. */
async function namesIn(inside: Pick<Transaction, 'query'>, text: string, values: readonly unknown[] = []) {
  const rows = await inside.query({ text, values });
  return new Map(
    rows.map((row) => {
      const { name, definition } = named.parse(row);
      return [name, definition];
    }),
  );
}

/** Migrations that were done; throws where one was done that this release does not know. */
async function doneMigrations(database: Database): Promise<ReadonlyMap<string, string>> {
  const done = await namesIn(database, 'select name from keting.migrations');
  const later = [...done.keys()].filter((name) => migrations.every((known) => known.name !== name));
  if (later.length === 0) return done;
  throw new Error(
    `this database was made by a later release (${later.join(', ')}): there is no way back, only forward`,
  );
}

async function migrate(database: Database): Promise<void> {
  await database.script(`
    select ${openingLock};
    create schema if not exists keting;
    create table if not exists keting.migrations (name text not null primary key, at timestamptz not null default now());
  `);
  const done = await doneMigrations(database);
  for (const { name, script } of migrations) {
    if (!done.has(name)) await database.script(`select ${openingLock}; ${guarded(name, script)}`);
  }
}

/** A migration that another process has done meanwhile is passed by. */
const guarded = (name: string, script: string): string => `
do $guard$ begin
  if exists (select from keting.migrations where name = ${literal(name)}) then return; end if;
  execute ${literal(script)};
  insert into keting.migrations (name) values (${literal(name)});
end $guard$;`;

/** Makes the tables that are not as they should be. Districts whose rows go with one are to be opened anew. */
async function makeTables(inside: Transaction, tables: readonly Table[]): Promise<void> {
  const made = await namesIn(inside, 'select name, definition from keting.view_tables');
  for (const table of tables) {
    const { name } = table.view;
    if (made.get(name) === tableDefinition(table)) continue;
    await inside.script(tableScript(table));
    await inside.query({
      text: `insert into keting.view_tables (name, definition) values ($1, $2)
        on conflict (name) do update set definition = excluded.definition`,
      values: [name, tableDefinition(table)],
    });
    await inside.query({
      text: `update keting.districts set shape = '' where district in (select district from keting.views where name = $1)`,
      values: [name],
    });
    await inside.query({ text: 'delete from keting.views where name = $1', values: [name] });
  }
}

/** Whether anything was ever written in a district: one that is new has no rows to make anew. */
async function hasBegun(inside: Transaction, district: string): Promise<boolean> {
  const [row] = await inside.query({
    text: `select exists (select from keting.events where district = $1) or exists (select from keting.views where district = $1) as begun`,
    values: [district],
  });
  return row?.['begun'] === true;
}

/** Makes a district's rows anew of the views that they are not complete of; of other views it is complete no more. */
async function makeRows(
  inside: Transaction,
  tables: readonly Table[],
  shape: string,
  { district, asOfNow }: Opening,
): Promise<void> {
  const complete = await namesIn(inside, 'select name, definition from keting.views where district = $1', [district]);
  const defined = tables.map((table) => ({ table, name: table.view.name, definition: viewDefinition(table) }));
  const stale = defined.filter(({ name, definition }) => complete.get(name) !== definition);
  if (await hasBegun(inside, district)) {
    for (const { table } of stale) {
      await inside.query({ text: `delete from ${table.name} where ${own.district} = $1`, values: [district] });
      await fillTable(table, inside, { district, asOfNow, shape });
    }
  }
  await inside.query({
    text: `insert into keting.views (district, name, definition)
      select $1, name, definition from unnest($2::text[], $3::text[]) as made (name, definition)
      on conflict (district, name) do update set definition = excluded.definition`,
    values: [district, stale.map(({ name }) => name), stale.map(({ definition }) => definition)],
  });
  await inside.query({
    text: 'delete from keting.views where district = $1 and name <> all($2::text[])',
    values: [district, defined.map(({ name }) => name)],
  });
}

/**
 * Transactions are numbered by the server. Where the record came to another one, restored from a copy, its numbers begin
 * anew and may lie below those in the record: then a new epoch begins, which comes after all that was before.
 */
const enterEpoch = `
  update keting.districts d set epoch = d.epoch + 1
  where d.district = $1 and pg_snapshot_xmax(pg_current_snapshot())::text::bigint <= greatest(
    (select max(xid) from keting.events where district = $1 and epoch = d.epoch),
    (select max(xid) from keting.news where district = $1 and epoch = d.epoch))`;

/** Takes away the functions of releases that no district is served by any more. */
const dropOldFunctions = `
  do $drop$
  declare old record;
  begin
    for old in
      select p.oid::regprocedure as signature from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'keting' and p.proname ~ '^(commit|write)_[0-9a-f]{16}$'
        and not exists (select from keting.districts d where d.shape = right(p.proname, 16))
    loop execute 'drop function ' || old.signature; end loop;
  end $drop$;`;

/** Makes tables, rows and functions what they should be, in one transaction, while no commit is on its way. */
async function makeAnew(database: Database, tables: readonly Table[], shape: string, opening: Opening): Promise<void> {
  const { district } = opening;
  await database.transaction(async (inside) => {
    await inside.script(`set local statement_timeout = 0; select ${openingLock};`);
    await inside.query({
      text: 'insert into keting.districts (district) values ($1) on conflict do nothing',
      values: [district],
    });
    await makeTables(inside, tables);
    await inside.script(commitFunction(tables));
    await makeRows(inside, tables, shape, opening);
    await inside.query({
      text: 'update keting.districts set shape = $2 where district = $1',
      values: [district, shape],
    });
    await inside.script(dropOldFunctions);
  });
}

const byName = (tables: readonly Table[]): ReadonlyMap<string, Table> =>
  new Map(tables.map((table) => [table.view.name, table]));

/** Makes a database what a store needs, whatever it was before; answers the tables. */
export async function openTables(database: Database, opening: Opening): Promise<ReadonlyMap<string, Table>> {
  const tables = opening.views.map(tableOf);
  const { district } = opening;
  await migrate(database);
  const [row] = await database.query({
    text: 'select shape from keting.districts where district = $1',
    values: [district],
  });
  const shape = shapeOf(tables);
  if (row?.['shape'] !== shape) await makeAnew(database, tables, shape, opening);
  await database.query({ text: enterEpoch, values: [district] });
  return byName(tables);
}

/** The tables of a record that is looked through as it is: nothing about it is changed. Where there is none, an empty one is made. */
export async function tablesAsTheyAre(database: Database, opening: Opening): Promise<ReadonlyMap<string, Table>> {
  const [found] = await database.query({ text: `select to_regclass('keting.migrations') is not null as made` });
  if (found?.['made'] !== true) return openTables(database, opening);
  const done = await doneMigrations(database);
  const missing = migrations.filter(({ name }) => !done.has(name));
  if (missing.length > 0) throw new Error('this database was made by an earlier release: start the server once first');
  return byName(opening.views.map(tableOf));
}
