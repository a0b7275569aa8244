// Where things are, and how the workspace's own tools are run.

import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the workspace. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What may be thrown away and made again: the unpacked browser, hashes of what was built. */
export const cacheFolder = join(root, '.cache');

/** How a program ended: its exit code, and what it wrote to both outputs in the order of writing. */
export interface Ended {
  readonly code: number;
  readonly output: string;
}

export interface RunOptions {
  /** Whether what it writes goes to the terminal at once, as well; not unless said. */
  readonly show?: boolean;
  /** What it finds in its environment besides what is there already. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Where it runs; the root folder unless told. */
  readonly cwd?: string;
}

/** Runs a program of the workspace (`node`, `tsc`, `eslint`, ...) and waits for its end. */
export function run(
  command: string,
  args: readonly string[],
  { show = false, variables = {}, cwd = root }: RunOptions = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const windows = process.platform === 'win32';
    const child = spawn(command, [...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: windows,
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...variables },
    });
    let output = '';
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
      if (show) process.stdout.write(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output });
    });
  });
}

/** The same, for what has to succeed: throws with all that was written when it does not. */
export async function mustRun(command: string, args: readonly string[]): Promise<void> {
  const { code, output } = await run(command, args);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${output}`);
}

/** Ends this program with what went wrong, without a stack of ours in front of the tool's own words. */
export function giveUp(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
