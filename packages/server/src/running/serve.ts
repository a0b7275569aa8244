import { describeError } from '../http/failures.ts';
import type { Config } from './config.ts';
import { createLog, type Log } from './log.ts';
import { runServer, type Running } from './run-server.ts';

const signals = ['SIGTERM', 'SIGINT'] as const;

/**
 * Runs a server until it is asked to stop by SIGTERM or SIGINT, and lets it end in order. A second signal, or one while it
 * starts, ends the process at once. Answers the exit code.
 */
export async function serveUntilStopped(config: Config, log: Log = createLog(config.logLevel)): Promise<number> {
  const running: { server?: Running } = {};
  const ended = new Promise<number>((resolve) => {
    let asked = false;
    const stop = (signal: string): void => {
      log.info({ signal }, 'asked to stop');
      if (asked || running.server === undefined) process.exit(1);
      asked = true;
      resolve(stopped(running.server, log));
    };
    for (const signal of signals) process.on(signal, stop);
  });
  running.server = await runServer(config, { log });
  return ended;
}

async function stopped(server: Running, log: Log): Promise<number> {
  try {
    await server.stop();
    log.info({}, 'stopped');
    return 0;
  } catch (error) {
    log.error(describeError(error), 'not everything could be closed');
    return 1;
  }
}
