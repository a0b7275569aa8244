// `npm run laws [-- words]`: every law in Node a hundred thousand times, or as often as `KETING_RUNS` says. Outside `npm test`, which
// looks at each a thousand times: it takes some hours.
//
//   npm run laws                  all of them
//   npm run laws -- domain/grid   those whose file's path contains `domain/grid`

import { globSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { root, run } from './workspace.ts';

const words = process.argv.slice(2);
/** What a file imports that takes from there how often its laws are looked at. */
const asksHowOften = /support\/runs\.ts'|store-kit\.ts'/;

const files = globSync('tests/**/*.test.ts', { cwd: root })
  .filter((file) => !/\.(browser|floor|journey|story)\.test\.ts$/.test(file))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .filter((file) => asksHowOften.test(readFileSync(join(root, file), 'utf8')))
  .sort();
if (files.length === 0) {
  console.error(`No law's path contains ${words.join(' or ')}.`);
  process.exit(2);
}

const { code } = await run(
  'node',
  [
    ...['--conditions=keting-source', '--import', './scripts/unfollowed-promises.mjs'],
    ...['--test', `--test-concurrency=${cpus().length}`, '--test-reporter=spec', ...files],
  ],
  { show: true, variables: { KETING_RUNS: process.env['KETING_RUNS'] ?? '100000' } },
);
process.exit(code);
