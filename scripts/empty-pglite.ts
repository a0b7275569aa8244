// An empty database of PGlite as tests begin with: made once, which takes seconds, and copied for each.

import { PGlite } from '@electric-sql/pglite';
import { existsSync, readFileSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { alone } from './alone.ts';
import { cacheFolder } from './workspace.ts';

const installed = z.object({ version: z.string() });
const about = new URL('../package.json', import.meta.resolve('@electric-sql/pglite'));
const { version } = z.parse(installed, JSON.parse(readFileSync(about, 'utf8')));

const first = join(cacheFolder, `pglite-${version}`);

async function makeFirst(): Promise<void> {
  if (existsSync(first)) return;
  const unfinished = `${first}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const db = await PGlite.create({ dataDir: unfinished });
  await db.close();
  await rename(unfinished, first);
}

/** Lays an empty database in a folder; answers the folder. */
export async function emptyPglite(folder: string): Promise<string> {
  if (!existsSync(first)) await alone(`${first}.making`, makeFirst);
  await cp(first, folder, { recursive: true });
  return folder;
}
