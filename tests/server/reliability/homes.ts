import type { View } from '@keting/domain';
import { pgDatabase, pgliteDatabase, postgresStore, type Database, type PostgresStore } from '@keting/server';
import { after, before, describe } from 'node:test';
import { onTrouble, startPostgres, type TestServer } from '../support/databases.ts';
import { emptyRecord } from '../../../scripts/empty-pglite.ts';
import { PgliteFolders } from '../../support/pglite-folders.ts';

export const district = 'sample';

/** Stores on one record that are open at the same time, and its database. */
export interface Opened {
  readonly stores: readonly PostgresStore[];
  readonly database: Database;
  readonly close: () => Promise<void>;
}

/** Where a record lies: it is opened, closed and opened again. */
export interface Home {
  /** The database, as a person calls it. */
  readonly name: 'PostgreSQL' | 'PGlite';
  /** Where a server of PostgreSQL is reached; a record in a folder has no such place. */
  readonly url?: string;
  /** The folder of PGlite. */
  readonly folder?: string;
  /** Opens so many stores on the record; each speaks to it by itself, as far as the database lets several do so. */
  readonly open: (views: readonly View[], count: number) => Promise<Opened>;
}

/** Connections that each store has on a server. */
const connections = 3;

/** A database on a server of PostgreSQL. Each store stands for a process of its own. */
export const homeOnPostgres = (url: string): Home => ({
  name: 'PostgreSQL',
  url,
  async open(views, count) {
    const open = () => postgresStore({ connect: { url, connections }, district, views, onTrouble });
    const stores = await Promise.all(Array.from({ length: count }, open));
    const database = pgDatabase({ url, connections, onTrouble });
    return {
      stores,
      database,
      async close() {
        await Promise.all(stores.map((store) => store.close()));
        await database.close();
      },
    };
  },
});

/** A folder of PGlite, which one process holds: its stores are all in this one. */
export function homeInPglite(folder: string): Home {
  return {
    name: 'PGlite',
    folder,
    async open(views, count) {
      const database = await pgliteDatabase({ folder, onTrouble });
      const open = () => postgresStore({ connect: { database }, district, views, onTrouble });
      const stores: PostgresStore[] = [];
      for (let made = 0; made < count; made += 1) stores.push(await open());
      return {
        stores,
        database,
        async close() {
          await Promise.all(stores.map((store) => store.close()));
          await database.close();
        },
      };
    },
  };
}

/** Runs the same tests on a real PostgreSQL and on PGlite. `home` makes an empty one. */
export function onBoth(name: string, tests: (home: () => Promise<Home>) => void): void {
  describe(`${name}, on PostgreSQL`, () => {
    let server: TestServer;
    before(async () => {
      // As a server is set up that must lose nothing.
      server = await startPostgres([]);
    });
    after(() => server.stop());
    tests(async () => homeOnPostgres(await server.database()));
  });
  describe(`${name}, on PGlite`, () => {
    const folders = new PgliteFolders(emptyRecord);
    after(() => folders.remove());
    tests(async () => homeInPglite(await folders.make()));
  });
}

/** Opens stores, does something with them and closes them. */
export async function inStores<T>(
  home: Home,
  views: readonly View[],
  count: number,
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  const opened = await home.open(views, count);
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}
