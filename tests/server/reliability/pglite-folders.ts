import { PGlite } from '@electric-sql/pglite';
import { readFileSync } from 'node:fs';
import { access, cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { cacheFolder } from '../../../scripts/workspace.ts';

const installed = z.object({ version: z.string() });
const about = new URL('../package.json', import.meta.resolve('@electric-sql/pglite'));
const { version } = z.parse(installed, JSON.parse(readFileSync(about, 'utf8')));

const first = join(cacheFolder, `pglite-${version}`);

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Makes an empty one, which takes seconds, and keeps it for all tests to copy. Several may be at it at once. */
async function makeFirst(): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  const folder = await mkdtemp(join(cacheFolder, 'pglite-'));
  const db = await PGlite.create({ dataDir: folder });
  await db.close();
  await rename(folder, first).catch(async (error: unknown) => {
    await rm(folder, { recursive: true });
    if (!(await isThere(first))) throw error;
  });
}

/** Empty folders of PGlite. */
export class PgliteFolders {
  private readonly made: string[] = [];

  async make(): Promise<string> {
    if (!(await isThere(first))) await makeFirst();
    const folder = await mkdtemp(join(tmpdir(), 'keting-pglite-'));
    this.made.push(folder);
    await cp(first, folder, { recursive: true });
    return folder;
  }

  async remove(): Promise<void> {
    await Promise.all(this.made.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
  }
}
