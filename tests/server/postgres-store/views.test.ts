import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { viewContract } from '../../runtime/store-parts/view-contract.ts';
import { bothDatabases } from '../support/both-databases.ts';

const { postgres, pglite } = bothDatabases();

viewContract('PostgreSQL', postgres, { describe, it, assert });
viewContract('PGlite', pglite, { describe, it, assert });
