import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { erasureContract } from '../../support/erasure-contract.ts';
import { bothDatabases } from '../support/both-databases.ts';

const { postgres, pglite } = bothDatabases();

erasureContract('PostgreSQL', postgres, { describe, it, assert });
erasureContract('PGlite', pglite, { describe, it, assert });
