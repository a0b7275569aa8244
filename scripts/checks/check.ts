// What a check of `npm test` is, and the shapes most of them share.

import { run } from '../workspace.ts';

/** How a check went. A static check counts as one; a test run as many as it has tests. */
export interface Result {
  readonly passed: number;
  readonly failed: number;
  /** What a person needs to see of it; empty when all is well. */
  readonly report: string;
}

export interface Check {
  /** What it is called on the command line: `npm test -- <name>`. */
  readonly name: string;
  /** What it looks at, in a few words. */
  readonly about: string;
  /** Whether it looks at what is built, so that building comes first. */
  readonly needsBuild?: boolean;
  /** @param files parts of paths that choose among test files; empty for all */
  run(files: readonly string[]): Promise<Result>;
}

export const fine: Result = { passed: 1, failed: 0, report: '' };

/** A static check that found something to say. */
export function broken(report: string): Result {
  return { passed: 0, failed: 1, report };
}

/** Several results as one. */
export function together(results: readonly Result[]): Result {
  return {
    passed: results.reduce((sum, each) => sum + each.passed, 0),
    failed: results.reduce((sum, each) => sum + each.failed, 0),
    report: results
      .map((each) => each.report)
      .filter((report) => report !== '')
      .join('\n'),
  };
}

/** A check that is one program, right when it exits with 0. */
export async function program(command: string, ...args: string[]): Promise<Result> {
  const { code, output } = await run(command, args);
  return code === 0 ? fine : broken(output);
}
