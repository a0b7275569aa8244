export type { Database, SqlRow, Statement, Transaction } from './database.ts';
export { foundDistrict } from './found-district.ts';
export { FolderInUse } from './hold-folder.ts';
export { pgDatabase, type PgOptions } from './pg-database.ts';
export { pgliteDatabase, type PgliteOptions } from './pglite-database.ts';
export {
  postgresStore,
  StoreOutdated,
  type Connect,
  type PostgresStore,
  type PostgresStoreOptions,
} from './postgres-store.ts';
