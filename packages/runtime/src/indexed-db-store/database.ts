import { deleteDB, openDB, type IDBPDatabase } from 'idb';
import type { Schema } from './schema.ts';
import { indexesOf, keptRow, type Table } from './tables.ts';
import { within, type Transaction } from './transaction.ts';

export type Database = IDBPDatabase<Schema>;
type Upgrade = Transaction<'versionchange'>;

function begin(database: Database): void {
  database.createObjectStore('events', { autoIncrement: true }).createIndex('stream', ['stream', 'version']);
  database.createObjectStore('news', { autoIncrement: true });
  for (const name of ['streams', 'receipts', 'claims', 'contents', 'series', 'views'] as const) {
    database.createObjectStore(name);
  }
}

/** Keeps the rows of a view under its indexes as they are now, whatever they were before. */
async function arrange(database: Database, upgrade: Upgrade, table: Table): Promise<void> {
  const known = database.objectStoreNames.contains(table.store);
  const rows = known ? upgrade.objectStore(table.store) : database.createObjectStore(table.store);
  for (const name of Array.from(rows.indexNames)) rows.deleteIndex(name);
  for (let cursor = await rows.openCursor(); cursor !== null; cursor = await cursor.continue()) {
    await cursor.update(keptRow(table, cursor.value.key, cursor.value.row));
  }
  for (const { name } of table.indexes) if (name !== undefined) rows.createIndex(name, `entries.${name}`);
  await upgrade.objectStore('views').put(indexesOf(table), table.name);
}

async function upgradeTo(tables: readonly Table[], database: Database, upgrade: Upgrade): Promise<void> {
  const views = upgrade.objectStore('views');
  for (const table of tables) {
    if ((await views.get(table.name)) !== indexesOf(table)) await arrange(database, upgrade, table);
  }
}

/** Whether the rows of all tables are kept under the indexes that they have now. */
async function fits(database: Database, tables: readonly Table[]): Promise<boolean> {
  const views = database.transaction('views').store;
  const kept = await Promise.all(tables.map(({ name }) => views.get(name)));
  return tables.every((table, i) => kept[i] === indexesOf(table));
}

/** A connection, and whether it still stands: it closes as soon as another tab wants to upgrade or delete the database. */
interface Connection {
  readonly database: Database;
  readonly stands: () => boolean;
}

/** Opens a version of the database, the present one unless told. An upgrade that fails rejects with why. */
const connect = (name: string, version: number | undefined, tables: readonly Table[]): Promise<Connection> =>
  new Promise((resolve, reject) => {
    let stands = true;
    const opening = openDB<Schema>(name, version, {
      upgrade(database, before, _version, upgrade) {
        if (before === 0) begin(database);
        within(upgrade, () => upgradeTo(tables, database, upgrade)).catch(reject);
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
 * Opens the database, made where there is none, with the rows of all tables under their present indexes. Views that it
 * holds beside these are left as they are. Tabs that open it together may be in each other's way, so each looks again.
 */
export async function openDatabase(name: string, tables: readonly Table[]): Promise<Database> {
  for (let version: number | undefined; ;) {
    const { database, stands } = await connect(name, version, tables);
    const fitting = await fits(database, tables);
    if (fitting && stands()) return database;
    database.close();
    version = fitting ? undefined : database.version + 1;
  }
}

/** Deletes the database. Every connection to it is closed. */
export const deleteDatabase = (name: string): Promise<void> => deleteDB(name);
