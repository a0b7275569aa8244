import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { district, type Home } from './homes.ts';
import { model } from './place.ts';

const program = fileURLToPath(new URL('../../../packages/server/src/keting-server.ts', import.meta.url));

const opened = z.object({ msg: z.literal('the desk is open'), port: z.number() });

/** A server as it is run: a process of its own, on the record of a home. */
export interface ServerProcess {
  /** Address of its desk. */
  readonly url: string;
  /** Ends it between two instructions, as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Asks it to end in order; rejects where it does not. */
  readonly stop: () => Promise<void>;
  /** Rejects where it ends though nobody ended it. */
  readonly fell: Promise<never>;
}

/** Settings of a server on a home, in a folder of its own. */
export class Settings {
  private readonly folder: Promise<string>;
  private readonly home: Home;

  constructor(home: Home) {
    this.home = home;
    this.folder = this.made();
  }

  async environment(): Promise<Record<string, string>> {
    const folder = await this.folder;
    return {
      ...{ DATA_FOLDER: folder, DISTRICT: district, MODEL: join(folder, 'model.json'), SIGN_IN: 'demo' },
      ...{ PORT: '0', OPERATIONS_PORT: '0', RATE_PER_MINUTE: '1000000', LOG_LEVEL: 'info' },
      ...(this.home.url === undefined ? {} : { DATABASE_URL: this.home.url }),
    };
  }

  async remove(): Promise<void> {
    await rm(await this.folder, { recursive: true, force: true });
  }

  private async made(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'keting-server-'));
    await writeFile(join(folder, 'model.json'), JSON.stringify(model));
    if (this.home.folder !== undefined) await symlink(this.home.folder, join(folder, 'record'));
    return folder;
  }
}

const json = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    // What Node itself writes is no line of the log.
    return undefined;
  }
};

/** The port that the log tells of; rejects with what was written where the process ends first. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) throw new Error('the output of a server is read');
      createInterface({ input: stream }).on('line', (line) => {
        if (lines.length < 200) lines.push(line);
        const { data } = z.safeParse(opened, json(line));
        if (data !== undefined) resolve(data.port);
      });
    }
    child.once('exit', () => {
      reject(new Error(`the server did not start:\n${lines.join('\n')}`));
    });
  });
}

/** Servers that run, whoever started them. */
const running = new Set<ChildProcess>();

/** Ends what a test that failed has left running, or its file would never end. */
export function endServers(): void {
  running.forEach((child) => child.kill('SIGKILL'));
}

export async function startServer(settings: Settings): Promise<ServerProcess> {
  const env = { ...process.env, ...(await settings.environment()) };
  const child = spawn(process.execPath, ['--conditions=keting-source', program], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let asked = false;
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      resolve(signal ?? String(code));
    });
  });
  const fell = new Promise<never>((_, reject) => {
    child.once('exit', (code, signal) => {
      if (!asked) reject(new Error(`the server ended by itself: ${String(code ?? signal)}`));
    });
  });
  // Heard by whoever waits for it; else by nobody.
  fell.catch(() => undefined);
  const port = await portOf(child);
  const end = (signal: NodeJS.Signals): Promise<string> => {
    asked = true;
    child.kill(signal);
    return ended;
  };
  return {
    url: `http://127.0.0.1:${port}/keting/v1`,
    fell,
    async kill() {
      await end('SIGKILL');
    },
    async stop() {
      const how = await end('SIGTERM');
      if (how !== '0') throw new Error(`the server was to end in order, and ended with ${how}`);
    },
  };
}
