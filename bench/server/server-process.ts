import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

const program = fileURLToPath(new URL('child.ts', import.meta.url));

const opened = z.object({ port: z.number(), operationsPort: z.number() });
const measured = z.object({ memory: z.object({ heap: z.number(), whole: z.number() }) });

/** A server under load, in a process of its own. */
export interface ServerProcess {
  /** Address of the server, without the desk's path. */
  readonly url: string;
  /** Bytes that live after a garbage collection, and bytes that the process takes of the machine. */
  readonly memory: () => Promise<{ readonly heap: number; readonly whole: number }>;
  /** How many live streams it counts. */
  readonly listeners: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** The next message of a child; rejects where it ends instead. */
async function answerOf<Schema extends z.ZodMiniType>(child: ChildProcess, schema: Schema): Promise<z.output<Schema>> {
  const ended = new AbortController();
  const message = once(child, 'message', { signal: ended.signal });
  const exit = once(child, 'exit', { signal: ended.signal }).then(([code]) => {
    throw new Error(`the server ended with ${String(code)}`);
  });
  try {
    const said: readonly unknown[] = await Promise.race([message, exit]);
    return z.parse(schema, said[0]);
  } finally {
    message.catch(() => undefined);
    exit.catch(() => undefined);
    ended.abort();
  }
}

/** Starts a server with these settings beside those that every bench has. `KETING_BENCH_PROFILE` names a folder for a profile. */
export async function startServer(settings: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const folder = process.env['KETING_BENCH_PROFILE'];
  const profile = folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`];
  const child = fork(program, {
    execArgv: ['--conditions=keting-source', '--expose-gc', ...profile],
    env: {
      ...process.env,
      ...{ SIGN_IN: 'demo', PORT: '0', OPERATIONS_PORT: '0', RATE_PER_MINUTE: '1000000', LOG_LEVEL: 'warn' },
      ...settings,
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const { port, operationsPort } = await answerOf(child, opened);
  return {
    url: `http://127.0.0.1:${port}`,
    async memory() {
      child.send('memory');
      return (await answerOf(child, measured)).memory;
    },
    async listeners() {
      const metrics = await (await fetch(`http://127.0.0.1:${operationsPort}/metrics`)).text();
      return Number(/^keting_live_listeners (\d+)$/m.exec(metrics)?.[1]);
    },
    async stop() {
      const exit = once(child, 'exit');
      child.send('stop');
      await exit;
    },
  };
}
