import { pgDatabase, pgliteDatabase } from '@keting/server';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { viewContract } from '../../runtime/store-parts/view-contract.ts';
import { Districts, onTrouble, startPostgres, type TestServer } from '../support/databases.ts';

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

viewContract('PostgreSQL', (views) => postgres.open(views), { describe, it, assert });
viewContract('PGlite', (views) => pglite.open(views), { describe, it, assert });
