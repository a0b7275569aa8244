// `npm run coverage`: which branches of the domain the tests in Node take, file by file, and whether they are as many as they should be.
// Outside `npm test`: counting makes everything slower.

import { globSync } from 'node:fs';
import { cpus } from 'node:os';
import { giveUp, root, run } from './workspace.ts';

/** The least share of branches of the domain that tests take, in percent. */
const goal = 95;

const tests = ['tests/domain/**/*.test.ts', 'tests/models/**/*.test.ts', 'tests/runtime/desk/**/*.test.ts'];

/** A file as the report lists it: `# decide.ts | 100.00 | 97.50 | 100.00 | 34-36`. */
const line = /^#?\s*(?:ℹ )?\s*(\S[^|]*?)\s*\|\s*([\d.]+)\s*\|\s*([\d.]+)\s*\|\s*([\d.]+)\s*\|(.*)$/;

interface Covered {
  readonly name: string;
  readonly branches: number;
  readonly missing: string;
}

function coveredIn(output: string): readonly Covered[] {
  return output.split('\n').flatMap((text) => {
    const [, name = '', , branches, , missing = ''] = line.exec(text) ?? [];
    return branches === undefined ? [] : [{ name, branches: Number(branches), missing: missing.trim() }];
  });
}

async function main(): Promise<void> {
  const files = globSync(tests, { cwd: root }).filter(
    (file) => !/\.(browser|floor|journey|story)\.test\.ts$/.test(file),
  );
  const { code, output } = await run('node', [
    ...['--conditions=keting-source', '--test', '--test-reporter=tap', `--test-concurrency=${cpus().length}`],
    ...['--experimental-test-coverage', '--test-coverage-include=packages/domain/src/**'],
    ...files.sort(),
  ]);
  const found = coveredIn(output);
  const whole = found.find(({ name }) => name === 'all files');
  if (whole === undefined) throw new Error(`nothing was counted:\n${output.slice(-4_000)}`);
  for (const { name, branches, missing } of found.filter((one) => one.branches < goal)) {
    console.log(`${branches.toFixed(1).padStart(6)} %  ${name}  lines ${missing}`);
  }
  console.log(`\n${whole.branches} % of the domain's branches; the goal is ${goal} %`);
  if (code !== 0 || whole.branches < goal) process.exitCode = 1;
}

main().catch(giveUp);
