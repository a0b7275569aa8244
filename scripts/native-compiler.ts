// TypeScript as a program of the machine, which is several times as fast as the one that ESLint and typedoc ask by its API.

import { join } from 'node:path';
import { root, run, type Ended } from './workspace.ts';

const compiler = join(root, 'node_modules/@typescript/native/bin/tsc');

/** Runs it with these arguments; whoever calls looks at the code. */
export function compile(...args: readonly string[]): Promise<Ended> {
  return run('node', [compiler, ...args]);
}
