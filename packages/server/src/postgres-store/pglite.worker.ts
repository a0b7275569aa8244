// The thread in which PGlite runs: `pglite-database.ts` starts it and asks it, one message for each statement, in their order.

import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';
import * as z from 'zod/mini';
import type { Asked, Told } from './pglite-thread.ts';

const { folder } = z.parse(z.object({ folder: z.optional(z.string()) }), workerData);
const raised = z.object({ message: z.string(), code: z.optional(z.string()), detail: z.optional(z.string()) });

const db = await PGlite.create(folder === undefined ? {} : { dataDir: folder });
const client = new pg.Client(createPgConfig(db));
const tell = (told: Told): void => parentPort?.postMessage(told);
client.on('error', (trouble) => {
  tell({ trouble });
});
await client.connect();

async function carryOut({ number, text, values, name }: Asked): Promise<Told> {
  try {
    const statement = { text, ...(values && { values: [...values] }), ...(name !== undefined && { name }) };
    const { rows } = await client.query(statement);
    return { number, rows };
  } catch (error) {
    return { number, raised: z.parse(raised, error) };
  }
}

/** The statement before: each waits for it. */
let before: Promise<void> = Promise.resolve();

parentPort?.on('message', (asked: Asked | 'close') => {
  before = before.then(async () => {
    if (asked !== 'close') {
      tell(await carryOut(asked));
      return;
    }
    await client.end();
    await db.close();
    parentPort?.close();
  });
});
tell('open');
