import assert from 'node:assert/strict';
import { join } from 'node:path';
import { readConfig, type Config } from '../../../packages/server/src/running/config.ts';
import { createLog } from '../../../packages/server/src/running/log.ts';
import { runServer, type Running } from '../../../packages/server/src/running/run-server.ts';
import { emptyRecord } from '../../../scripts/empty-pglite.ts';
import { newFolder } from '../files/files-kit.ts';

/** A server of a test, at ports that are free, and what it logged. */
export interface TestedServer extends Running {
  readonly desk: string;
  readonly operations: string;
  readonly lines: readonly string[];
}

/** A new folder for the data of a server, with an empty record in it. */
export async function newDataFolder(): Promise<string> {
  const folder = await newFolder();
  await emptyRecord(join(folder, 'record'));
  return folder;
}

/** A configuration of a server that keeps everything in a new folder and believes anyone. */
export async function demoConfig(env: Readonly<Record<string, string>> = {}): Promise<Config> {
  const DATA_FOLDER = await newDataFolder();
  const config = readConfig({ SIGN_IN: 'demo', PORT: '0', OPERATIONS_PORT: '0', DATA_FOLDER, ...env });
  assert.ok(!('faults' in config), JSON.stringify(config));
  return config;
}

/** Starts a server. Whoever starts it stops it. */
export async function startServer(config: Config): Promise<TestedServer> {
  const lines: string[] = [];
  const running = await runServer(config, {
    log: createLog('info', { write: (line: string) => lines.push(line) }),
  });
  return {
    ...running,
    lines,
    desk: `http://127.0.0.1:${running.port}/keting/v1`,
    operations: `http://127.0.0.1:${running.operationsPort}`,
  };
}
