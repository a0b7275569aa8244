import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fewWays, recordContract } from '../../support/record-contract.ts';
import { bothDatabases } from '../support/both-databases.ts';

const few = await fewWays();

// Nothing here outlives the server, so it need not wait for the disk.
const { postgres, pglite } = bothDatabases(['-c', 'fsync=off', '-c', 'synchronous_commit=off']);

recordContract('PostgreSQL', postgres, { describe, it, assert }, few);
recordContract('PGlite', pglite, { describe, it, assert }, few);
