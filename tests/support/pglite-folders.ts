import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyPglite } from '../../scripts/empty-pglite.ts';

/** Folders with an empty database of PGlite each. */
export class PgliteFolders {
  private readonly made: string[] = [];

  async make(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'keting-pglite-'));
    this.made.push(folder);
    return emptyPglite(folder);
  }

  async remove(): Promise<void> {
    await Promise.all(this.made.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
  }
}
