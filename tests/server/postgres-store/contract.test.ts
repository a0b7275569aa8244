import { pgDatabase, pgliteDatabase } from '@keting/server';
import { after, before } from 'node:test';
import { storeContractInNode } from '../../runtime/store-kit.ts';
import { Districts, onTrouble, startPostgres, type TestServer } from '../support/databases.ts';

/** Each run of a law opens a store: fewer of them than in memory, and as many as one likes by hand. */
const runs = Number(process.env['KETING_STORE_RUNS'] ?? 40);

let server: TestServer;
let postgres: Districts;
let pglite: Districts;

before(async () => {
  server = await startPostgres();
  postgres = new Districts(pgDatabase({ url: await server.database(), onTrouble }));
  pglite = new Districts(await pgliteDatabase({}));
});

after(async () => {
  await postgres.close();
  await pglite.close();
  await server.stop();
});

storeContractInNode('postgresStore on PostgreSQL', (views) => postgres.open(views), runs);
storeContractInNode('postgresStore on PGlite', (views) => pglite.open(views), runs);
