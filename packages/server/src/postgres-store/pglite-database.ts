import { Mutex, PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { mkdir, realpath } from 'node:fs/promises';
import pg from 'pg';
import type { Database, SqlRow, Transaction } from './database.ts';
import { holdFolder } from './hold-folder.ts';

/** Where PGlite keeps its data: a folder on disk, or nowhere but in memory. */
export interface PgliteOptions {
  readonly folder?: string;
  /** Told where the database broke while nobody waited for an answer. */
  readonly onTrouble: (trouble: unknown) => void;
}

/** PostgreSQL in this process. A folder is held by one process at a time; a second is refused (`FolderInUse`). */
async function openPglite({
  folder,
}: PgliteOptions): Promise<{ readonly db: PGlite; readonly close: () => Promise<void> }> {
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  const letGo = folder === undefined ? undefined : await holdFolder(folder);
  // PGlite itself takes no link for a folder.
  const where = folder === undefined ? {} : { dataDir: await realpath(folder) };
  const db = await PGlite.create(where).catch(async (error: unknown) => {
    await letGo?.();
    throw error;
  });
  const close = async (): Promise<void> => {
    await db.close();
    await letGo?.();
  };
  return { db, close };
}

/**
 * PostgreSQL inside this process, asked through `pg` as any other, for the sake of its named statements: those it plans once,
 * where PGlite's own way of asking plans each anew. A folder is held by one process at a time; a second is refused
 * (`FolderInUse`).
 */
export async function pgliteDatabase(options: PgliteOptions): Promise<Database> {
  const { db, close } = await openPglite(options);
  const client = new pg.Client(createPgConfig(db));
  client.on('error', options.onTrouble);
  await client.connect();
  // There is one connection, and whoever is in a transaction has it alone.
  const turn = new Mutex();
  const inside: Transaction = {
    async query({ text, values = [], name }) {
      const { rows } = await client.query<SqlRow>({
        text,
        values: [...values],
        ...(name === undefined ? {} : { name }),
      });
      return rows;
    },
    async script(text) {
      await client.query(text);
    },
  };
  return {
    query: (statement) => turn.runExclusive(() => inside.query(statement)),
    script: (text) => turn.runExclusive(() => inside.script(text)),
    transaction: (work) =>
      turn.runExclusive(async () => {
        await client.query('begin');
        try {
          await work(inside);
          await client.query('commit');
        } catch (error) {
          await client.query('rollback');
          throw error;
        }
      }),
    // Whoever commits is in this process and knows it.
    listen: () => Promise.resolve(() => Promise.resolve()),
    tell: () => Promise.resolve(),
    async close() {
      await turn.runExclusive(() => client.end());
      await close();
    },
  };
}
