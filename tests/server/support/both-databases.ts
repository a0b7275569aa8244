import type { View } from '@keting/domain';
import { pgDatabase, type PostgresStore } from '@keting/server';
import { after, before } from 'node:test';
import { Districts, onTrouble, openPglite, startPostgres, type TestServer } from './databases.ts';

/** Opens an empty store with these views, a district of its own. */
type Open = (views: readonly View[]) => Promise<PostgresStore>;

/** A PostgreSQL and a PGlite for the tests of the file that asks: there before the first, gone after the last. */
export function bothDatabases(): { readonly postgres: Open; readonly pglite: Open } {
  let server: TestServer;
  let postgres: Districts;
  let pglite: Districts;
  before(async () => {
    server = await startPostgres();
    postgres = new Districts(pgDatabase({ url: await server.database(), onTrouble }));
    pglite = new Districts(await openPglite());
  });
  after(async () => {
    await postgres.close();
    await pglite.close();
    await server.stop();
  });
  return { postgres: (views) => postgres.open(views), pglite: (views) => pglite.open(views) };
}
