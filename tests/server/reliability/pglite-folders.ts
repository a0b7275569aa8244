import { PGlite } from '@electric-sql/pglite';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Empty folders of PGlite. The first is made by it, which takes seconds; the others are copies. */
export class PgliteFolders {
  private readonly made: string[] = [];
  private first: Promise<string> | undefined;

  async make(): Promise<string> {
    this.first ??= this.makeFirst();
    const folder = await this.fresh();
    await cp(await this.first, folder, { recursive: true });
    return folder;
  }

  async remove(): Promise<void> {
    await Promise.all(this.made.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
    this.first = undefined;
  }

  private async makeFirst(): Promise<string> {
    const folder = await this.fresh();
    const db = await PGlite.create({ dataDir: folder });
    await db.close();
    return folder;
  }

  private async fresh(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'keting-pglite-'));
    this.made.push(folder);
    return folder;
  }
}
