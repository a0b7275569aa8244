import type { View } from '@keting/domain';
import { hashText } from '@keting/domain';
import { commitFunction } from './commit-function.ts';
import type { Database } from './database.ts';
import { migrations } from './migrations.ts';
import { literal, tableOf, tableScript, type Table } from './tables.ts';

/** Of several processes that open a store at the same time, one does what is to be done. */
const openingLock = 1801548648;

async function migrate(database: Database): Promise<void> {
  await database.script(`
    select pg_advisory_xact_lock(${openingLock});
    create schema if not exists keting;
    create table if not exists keting.migrations (name text not null primary key, at timestamptz not null default now());
  `);
  const done = new Set((await database.query({ text: 'select name from keting.migrations' })).map(({ name }) => name));
  const known = new Set(migrations.map(({ name }) => name));
  const later = [...done].filter((name) => typeof name === 'string' && !known.has(name));
  if (later.length > 0) {
    throw new Error(
      `this database was made by a later release (${later.join(', ')}): there is no way back, only forward`,
    );
  }
  for (const { name, script } of migrations) {
    if (done.has(name)) continue;
    await database.script(`
      select pg_advisory_xact_lock(${openingLock});
      ${guarded(name, script)}
    `);
  }
}

/** A migration that another process has done meanwhile is passed by. */
const guarded = (name: string, script: string): string => `
do $guard$ begin
  if exists (select from keting.migrations where name = ${literal(name)}) then return; end if;
  execute ${literal(script)};
  insert into keting.migrations (name) values (${literal(name)});
end $guard$;`;

/** What a view's table is made by: where it is another, the table is made anew and filled from the record. */
const definitionOf = (table: Table): string => hashText(tableScript(table));

async function makeViews(database: Database, tables: readonly Table[]): Promise<readonly Table[]> {
  const found = await database.query({ text: 'select name, definition from keting.views' });
  const kept = new Map(found.map(({ name, definition }) => [name, definition]));
  const changed = tables.filter((table) => kept.get(table.view.name) !== definitionOf(table));
  for (const table of changed) {
    const name = literal(table.view.name);
    await database.script(`
      select pg_advisory_xact_lock(${openingLock});
      do $guard$ begin
        if exists (select from keting.views where name = ${name} and definition = ${literal(definitionOf(table))}) then return; end if;
        execute ${literal(tableScript(table))};
        insert into keting.views (name, definition) values (${name}, ${literal(`filling ${definitionOf(table)}`)})
          on conflict (name) do update set definition = excluded.definition;
      end $guard$;
    `);
  }
  return changed;
}

/** A view is complete from now on. */
export const markFilled = (table: Table): string =>
  `update keting.views set definition = ${literal(definitionOf(table))} where name = ${literal(table.view.name)};`;

/**
 * Transactions are numbered by the server. Where the record came to another one, restored from a copy, its numbers begin
 * anew and may lie below those in the record: then a new epoch begins, which comes after all that was before.
 */
async function enterEpoch(database: Database, district: string): Promise<void> {
  await database.query({
    text: 'insert into keting.districts (district) values ($1) on conflict do nothing',
    values: [district],
  });
  await database.query({
    text: `update keting.districts d set epoch = d.epoch + 1
      where d.district = $1 and pg_snapshot_xmax(pg_current_snapshot())::text::bigint <= greatest(
        (select max(xid) from keting.events where district = $1 and epoch = d.epoch),
        (select max(xid) from keting.news where district = $1 and epoch = d.epoch))`,
    values: [district],
  });
}

/** Makes a database what a store needs, whatever it was before; answers the tables, and those that are to be filled. */
export async function openTables(
  database: Database,
  district: string,
  views: readonly View[],
): Promise<{ readonly tables: ReadonlyMap<string, Table>; readonly unfilled: readonly Table[] }> {
  const tables = views.map(tableOf);
  await migrate(database);
  const unfilled = await makeViews(database, tables);
  await database.script(`select pg_advisory_xact_lock(${openingLock}); ${commitFunction(tables)}`);
  await enterEpoch(database, district);
  return { tables: new Map(tables.map((table) => [table.view.name, table])), unfilled };
}
