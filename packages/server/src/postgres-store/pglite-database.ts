import { mkdir, realpath } from 'node:fs/promises';
import type { Database, Transaction } from './database.ts';
import { holdFolder } from './hold-folder.ts';
import { PgliteThread } from './pglite-thread.ts';

/** Where PGlite keeps its data: a folder on disk, or nowhere but in memory. */
export interface PgliteOptions {
  readonly folder?: string;
  /** Told where the database broke while nobody waited for an answer. */
  readonly onTrouble: (trouble: unknown) => void;
}

/** Opens the thread, and answers how to close it and let the folder go. */
async function openThread({ folder, onTrouble }: PgliteOptions) {
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  const letGo = folder === undefined ? undefined : await holdFolder(folder);
  try {
    // PGlite itself takes no link for a folder.
    const thread = await PgliteThread.open(folder === undefined ? undefined : await realpath(folder), onTrouble);
    const close = async (): Promise<void> => {
      await thread.close();
      await letGo?.();
    };
    return { thread, close };
  } catch (error) {
    await letGo?.();
    throw error;
  }
}

/** PostgreSQL inside this process. A folder is held by one process at a time; a second is refused (`FolderInUse`). */
export async function pgliteDatabase(options: PgliteOptions): Promise<Database> {
  const { thread, close } = await openThread(options);
  const inside: Transaction = {
    query: (statement) => thread.query(statement),
    script: async (text) => {
      await thread.query({ text });
    },
  };
  /** There is one connection: whoever is in a transaction has it alone, and the others wait until this. */
  let free: Promise<void> = Promise.resolve();
  const alone = async (work: (inside: Transaction) => Promise<void>): Promise<void> => {
    await inside.script('begin');
    try {
      await work(inside);
      await inside.script('commit');
    } catch (error) {
      await inside.script('rollback');
      throw error;
    }
  };
  return {
    query: (statement) => free.then(() => inside.query(statement)),
    script: (text) => free.then(() => inside.script(text)),
    transaction: (work) => {
      const done = free.then(() => alone(work));
      free = done.catch(() => undefined);
      return done;
    },
    // Whoever commits is in this process and knows it.
    listen: () => Promise.resolve(() => Promise.resolve()),
    tell: () => Promise.resolve(),
    close: () => free.then(close),
  };
}
