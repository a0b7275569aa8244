// Tests that node:test runs: rules in plain Node, and what drives a browser from there.

import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder, root, run } from '../workspace.ts';
import { broken, type Check, type Result } from './check.ts';

export const node: Check = {
  name: 'node',
  about: 'tests in Node',
  run: (files) =>
    runFiles(
      chosen('tests/**/*.test.ts', files).filter((file) => !elsewhere.test(file)),
      { side: 2 },
    ),
};

/** Test files that other checks run. */
const elsewhere = /\.(browser|floor|journey|story)\.test\.ts$/;

export const journeys: Check = {
  name: 'journeys',
  about: 'people walking through the built portal',
  needsBuild: true,
  run: (files) => runFiles(chosen('tests/**/*.journey.test.ts', files), { side: 2 }),
};

/** The test files of a pattern, narrowed to those whose path contains one of `parts`. */
export function chosen(pattern: string, parts: readonly string[]): readonly string[] {
  const files = globSync(pattern, { cwd: root }).sort();
  return parts.length === 0 ? files : files.filter((file) => parts.some((part) => file.includes(part)));
}

const unfollowed = pathToFileURL(join(root, 'scripts', 'unfollowed-promises.mjs')).href;

/** The longest that a file of tests may take, in milliseconds: many times what any takes on a busy machine. */
const longest = 300_000;

export interface RunFilesOptions {
  /** How many files run side by side: two where they wait for disks, databases and pages. */
  readonly side?: number;
  /** What the tests find in their environment besides what is there already. */
  readonly variables?: Record<string, string>;
}

/** Runs files under node:test, against the sources of the workspace. */
export async function runFiles(
  files: readonly string[],
  { side = 1, variables = {} }: RunFilesOptions = {},
): Promise<Result> {
  if (files.length === 0) return { passed: 0, failed: 0, report: '' };
  // Not `--test-force-exit`: a file that is cut off drops the results that it has not written yet, failures too.
  // A browser that never answers must fail its test, not hold up the run.
  const limit = `--test-timeout=${longest}`;
  const args = [
    '--conditions=keting-source',
    `--import=${unfollowed}`,
    '--test',
    '--test-reporter=spec',
    `--test-concurrency=${side}`,
    limit,
    ...files,
  ];
  // Each file is a process of its own, and most of what it does is to read the same sources again.
  const compiled = { NODE_COMPILE_CACHE: join(cacheFolder, 'compiled') };
  const { code, output } = await run('node', args, { variables: { ...compiled, ...variables } });
  const count = (name: string): number => Number(new RegExp(`^ℹ ${name} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  if (code === 0 && failed === 0) return { passed: count('pass'), failed, report: '' };
  const failures = output.indexOf('✖ failing tests:');
  const report = failures === -1 ? output : output.slice(failures);
  return failed === 0 ? broken(report) : { passed: count('pass'), failed, report };
}
