import { PGlite } from '@electric-sql/pglite';
import { mkdir, realpath } from 'node:fs/promises';
import type { Database, SqlRow } from './database.ts';
import { holdFolder } from './hold-folder.ts';

/** Where PGlite keeps its data: a folder on disk, or nowhere but in memory. */
export interface PgliteOptions {
  readonly folder?: string;
}

/** PostgreSQL inside this process. A folder is held by one process at a time; a second is refused (`FolderInUse`). */
export async function pgliteDatabase({ folder }: PgliteOptions): Promise<Database> {
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  const letGo = folder === undefined ? undefined : await holdFolder(folder);
  // PGlite itself takes no link for a folder.
  const where = folder === undefined ? {} : { dataDir: await realpath(folder) };
  const db = await PGlite.create(where).catch(async (error: unknown) => {
    await letGo?.();
    throw error;
  });
  return {
    async query({ text, values = [] }) {
      const { rows } = await db.query<SqlRow>(text, [...values]);
      return rows;
    },
    async script(text) {
      await db.transaction(async (inside) => {
        await inside.exec(text);
      });
    },
    async transaction(work) {
      await db.transaction(async (inside) => {
        await work({
          query: async ({ text, values = [] }) => (await inside.query<SqlRow>(text, [...values])).rows,
          script: async (text) => {
            await inside.exec(text);
          },
        });
      });
    },
    // Whoever commits is in this process and knows it.
    listen: () => Promise.resolve(() => Promise.resolve()),
    async close() {
      await db.close();
      await letGo?.();
    },
  };
}
