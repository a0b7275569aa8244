import { pgDatabase, pgliteDatabase } from '@keting/server';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fewWays, recordContract } from '../../support/record-contract.ts';
import { Districts, onTrouble, startPostgres, type TestServer } from '../support/databases.ts';

const few = await fewWays();

let server: TestServer;
let postgres: Districts;
let pglite: Districts;

before(async () => {
  // Nothing here outlives the server, so it need not wait for the disk.
  server = await startPostgres(['-c', 'fsync=off', '-c', 'synchronous_commit=off']);
  postgres = new Districts(pgDatabase({ url: await server.database(), onTrouble }));
  pglite = new Districts(await pgliteDatabase({}));
});

after(async () => {
  await postgres.close();
  await pglite.close();
  await server.stop();
});

recordContract('PostgreSQL', (views) => postgres.open(views), { describe, it, assert }, few);
recordContract('PGlite', (views) => pglite.open(views), { describe, it, assert }, few);
