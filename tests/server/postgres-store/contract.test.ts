import { storeContractInNode } from '../../runtime/store-kit.ts';
import { bothDatabases } from '../support/both-databases.ts';

/** Each run of a law opens a store: fewer of them than in memory, and as many as one likes by hand. */
const runs = Number(process.env['KETING_STORE_RUNS'] ?? 40);

const { postgres, pglite } = bothDatabases();

storeContractInNode('postgresStore on PostgreSQL', postgres, runs);
storeContractInNode('postgresStore on PGlite', pglite, runs);
