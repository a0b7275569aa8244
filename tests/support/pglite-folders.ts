import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyPglite } from '../../scripts/empty-pglite.ts';

/** Folders with an empty database of PGlite each, or with another that `lay` lays. */
export class PgliteFolders {
  private readonly made: string[] = [];
  private readonly lay: (folder: string) => Promise<string>;

  constructor(lay = emptyPglite) {
    this.lay = lay;
  }

  async make(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'keting-pglite-'));
    this.made.push(folder);
    return this.lay(folder);
  }

  async remove(): Promise<void> {
    await Promise.all(this.made.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
  }
}
