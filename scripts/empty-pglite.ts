// What tests begin with on PGlite, made once, which takes seconds, and copied for each.

import { PGlite } from '@electric-sql/pglite';
import { contexts } from '@keting/domain';
import { viewsOf } from '@keting/runtime';
import { pgliteDatabase, postgresStore } from '@keting/server';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { alone } from './alone.ts';
import { hashOfFiles } from './hash-of-files.ts';
import { cacheFolder } from './workspace.ts';

const installed = z.object({ version: z.string() });
const about = new URL('../package.json', import.meta.resolve('@electric-sql/pglite'));
const { version } = z.parse(installed, JSON.parse(readFileSync(about, 'utf8')));

const throwIt = (trouble: unknown): never => {
  throw trouble;
};

/** Lays a copy of a folder in another, once it is made. */
async function copied(first: string, make: (folder: string) => Promise<void>, folder: string): Promise<string> {
  if (!existsSync(first)) {
    await alone(`${first}.making`, async () => {
      if (existsSync(first)) return;
      const unfinished = `${first}.unfinished`;
      await rm(unfinished, { recursive: true, force: true });
      await make(unfinished);
      await rename(unfinished, first);
    });
  }
  // Four times as fast as the way that waits for each of its files.
  cpSync(first, folder, { recursive: true });
  return folder;
}

async function makeDatabase(folder: string): Promise<void> {
  const db = await PGlite.create({ dataDir: folder });
  await db.close();
}

/** Lays an empty database in a folder; answers the folder. */
export const emptyPglite = (folder: string): Promise<string> =>
  copied(join(cacheFolder, `pglite-${version}`), makeDatabase, folder);

async function makeRecord(folder: string): Promise<void> {
  const database = await pgliteDatabase({ folder: await emptyPglite(folder), onTrouble: throwIt });
  const views = viewsOf(contexts);
  const store = await postgresStore({ connect: { database }, district: 'nobodys', views, onTrouble: throwIt });
  await store.close();
  await database.script('delete from keting.views; delete from keting.districts;');
  await database.close();
}

const tables = hashOfFiles([
  'package-lock.json',
  'packages/{domain,runtime}/src/**/*.ts',
  'packages/server/src/postgres-store/*.ts',
]);

/** Lays a database in a folder that has the tables of all contexts, and no district; answers the folder. */
export const emptyRecord = (folder: string): Promise<string> =>
  copied(join(cacheFolder, `pglite-${version}-${tables}`), makeRecord, folder);
