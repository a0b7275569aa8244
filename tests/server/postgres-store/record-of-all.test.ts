import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fewWays, recordContract } from '../../support/record-contract.ts';
import { bothDatabases } from '../support/both-databases.ts';

const few = await fewWays();

const { postgres, pglite } = bothDatabases();

recordContract('PostgreSQL', postgres, { describe, it, assert }, few);
recordContract('PGlite', pglite, { describe, it, assert }, few);
