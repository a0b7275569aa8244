import type { Recorded } from '@keting/domain';
import { deleteDB, openDB, type IDBPDatabase } from 'idb';
import { remake } from './remake.ts';
import type { Schema } from './schema.ts';
import { definitionOf, isToRemake, keptRow, type Table } from './tables.ts';
import { within, type Transaction } from './transaction.ts';

export type Database = IDBPDatabase<Schema>;
type Upgrade = Transaction<'versionchange'>;

/** What a database is to hold, and how events of an older release are read. */
export interface Wanted {
  readonly tables: readonly Table[];
  readonly asOfNow: (event: Recorded) => Recorded;
}

function begin(database: Database): void {
  database.createObjectStore('events', { autoIncrement: true }).createIndex('stream', ['stream', 'version']);
  database.createObjectStore('news', { autoIncrement: true });
  for (const name of ['streams', 'receipts', 'claims', 'contents', 'series', 'views'] as const) {
    database.createObjectStore(name);
  }
}

/** The object store of a view's rows, made where there is none, with no index. */
function unindexed(database: Database, upgrade: Upgrade, table: Table) {
  const known = database.objectStoreNames.contains(table.store);
  const rows = known ? upgrade.objectStore(table.store) : database.createObjectStore(table.store);
  for (const name of Array.from(rows.indexNames)) rows.deleteIndex(name);
  return rows;
}

/** Keeps the rows that are there with their entries in the indexes of now. */
async function keepAnew(upgrade: Upgrade, table: Table): Promise<void> {
  const rows = upgrade.objectStore(table.store);
  for (let cursor = await rows.openCursor(); cursor !== null; cursor = await cursor.continue()) {
    await cursor.update(keptRow(table, cursor.value.key, cursor.value.row));
  }
}

/** Notes how the rows of a view are made, and opens its indexes over them. */
async function index(upgrade: Upgrade, table: Table): Promise<void> {
  const rows = upgrade.objectStore(table.store);
  for (const { name } of table.indexes) if (name !== undefined) rows.createIndex(name, `entries.${name}`);
  await upgrade.objectStore('views').put(definitionOf(table), table.name);
}

/**
 * Brings the rows of all views to what they are now, whatever they were before, in the one transaction of the upgrade: a tab
 * that is closed meanwhile leaves all as it was. Views that are new, or whose rows are made in another way, are made from
 * the record; where only the indexes have changed, the rows that are there stay.
 */
async function upgradeTo({ tables, asOfNow }: Wanted, database: Database, upgrade: Upgrade): Promise<void> {
  const views = upgrade.objectStore('views');
  const kept = await Promise.all(tables.map(({ name }) => views.get(name)));
  const changed = tables.flatMap((table, i) =>
    kept[i] === definitionOf(table) ? [] : [{ table, anew: isToRemake(table, kept[i]) }],
  );
  for (const { table } of changed) unindexed(database, upgrade, table);
  await remake(
    upgrade,
    changed.flatMap(({ table, anew }) => (anew ? [table] : [])),
    asOfNow,
  );
  for (const { table, anew } of changed) if (!anew) await keepAnew(upgrade, table);
  for (const { table } of changed) await index(upgrade, table);
}

/** Whether the rows of all tables are made and indexed as they are to be now. */
async function fits(database: Database, tables: readonly Table[]): Promise<boolean> {
  const views = database.transaction('views').store;
  const kept = await Promise.all(tables.map(({ name }) => views.get(name)));
  return tables.every((table, i) => kept[i] === definitionOf(table));
}

/** A connection, and whether it still stands: it closes as soon as another tab wants to upgrade or delete the database. */
interface Connection {
  readonly database: Database;
  readonly stands: () => boolean;
}

/** Opens a version of the database, the present one unless told. An upgrade that fails rejects with why. */
const connect = (name: string, version: number | undefined, wanted: Wanted): Promise<Connection> =>
  new Promise((resolve, reject) => {
    let stands = true;
    const opening = openDB<Schema>(name, version, {
      upgrade(database, before, _version, upgrade) {
        if (before === 0) begin(database);
        within(upgrade, () => upgradeTo(wanted, database, upgrade)).catch(reject);
      },
    });
    opening.then((database) => {
      database.addEventListener('versionchange', () => {
        stands = false;
        database.close();
      });
      resolve({ database, stands: () => stands });
    }, reject);
  });

/**
 * Opens the database, made where there is none, with the rows of all tables as they are made and indexed now. Views that it
 * holds beside these are left as they are. Tabs that open it together may be in each other's way, so each looks again.
 */
export async function openDatabase(name: string, wanted: Wanted): Promise<Database> {
  for (let version: number | undefined; ;) {
    const { database, stands } = await connect(name, version, wanted);
    const fitting = await fits(database, wanted.tables);
    if (fitting && stands()) return database;
    database.close();
    version = fitting ? undefined : database.version + 1;
  }
}

/** Deletes the database. Every connection to it is closed. */
export const deleteDatabase = (name: string): Promise<void> => deleteDB(name);
