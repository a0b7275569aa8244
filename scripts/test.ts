// `npm test`: everything that has to hold, in the order that fails soonest.
//
//   npm test                          all checks
//   npm test -- lint                  one of them, or several
//   npm test -- browser grid-picker   of its test files, those whose path contains `grid-picker`

import { accessSync, constants, statfsSync } from 'node:fs';
import { browser } from './checks/browser-tests.ts';
import { build } from './checks/build.ts';
import { broken, type Check, type Result } from './checks/check.ts';
import { floor } from './checks/floor.ts';
import { journeys, node } from './checks/node-tests.ts';
import { docs, format, lint, rules, types, unused } from './checks/static.ts';
import { packed } from './checks/packed.ts';
import { sizes } from './checks/sizes.ts';
import { stories } from './checks/stories.ts';

/**
 * Checks in their order: what stands beside each other is done at once, each on a core of its own, since neither needs both. Tests in
 * Node and the journeys take both by themselves.
 */
const lanes: readonly (readonly (readonly Check[])[])[] = [
  [
    [format, types, rules, unused, lint, docs, packed, sizes],
    [build, browser, stories],
  ],
  [[node]],
  [[journeys, floor]],
];
const checks: readonly Check[] = lanes.flat(2);

const names = new Set(checks.map((check) => check.name));
const words = process.argv.slice(2);
const wanted = words.filter((word) => names.has(word));
const files = words.filter((word) => !names.has(word));

if (wanted.length === 0 && files.length > 0) {
  console.error(`Name a check first: ${[...names].join(', ')}.`);
  process.exit(2);
}

const inMemory = folderInMemory();
if (inMemory !== undefined) process.env['TMPDIR'] = inMemory;

const total = { passed: 0, failed: 0 };
const asked = new Set(withBuild(wanted));
/** Whether there is something built to look at: whoever needs it waits for this, in whatever lane the build stands. */
let tellBuilt = (_right: boolean): void => undefined;
const built = new Promise<boolean>((resolve) => (tellBuilt = resolve));
if (!asked.has(build)) tellBuilt(true);
for (const side of lanes) await Promise.all(side.map((lane) => inOrder(lane.filter((check) => asked.has(check)))));
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

/**
 * Where files may lie in memory, on a machine that has such a place and room in it: tests lay and drop databases of two thousand files,
 * which takes a disk thirty times as long.
 */
function folderInMemory(): string | undefined {
  const folder = '/dev/shm';
  const room = 4 * 2 ** 30;
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= room ? folder : undefined;
  } catch {
    // No such place here.
    return undefined;
  }
}

/** The checks asked for, all by default, with a build before the first that looks at what is built. */
function withBuild(chosen: readonly string[]): readonly Check[] {
  if (chosen.length === 0) return checks;
  const needsBuild = checks.some((check) => chosen.includes(check.name) && check.needsBuild);
  return checks.filter((check) => chosen.includes(check.name) || (needsBuild && check === build));
}

async function inOrder(lane: readonly Check[]): Promise<void> {
  for (const check of lane) await report(check);
}

async function report(check: Check): Promise<void> {
  const started = performance.now();
  const result = await outcome(check);
  if (check === build) tellBuilt(result.failed === 0);
  total.passed += result.passed;
  total.failed += result.failed;
  const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`.padStart(8);
  const mark = result.failed === 0 ? 'ok  ' : 'FAIL';
  console.log(`${mark} ${check.name.padEnd(9)}${seconds}  ${countsOf(result)}${check.about}`);
  if (result.report !== '') console.log(`\n${result.report.trimEnd()}\n`);
}

async function outcome(check: Check): Promise<Result> {
  if (check.needsBuild && !(await built)) return broken('Not looked at: what it looks at could not be built.');
  try {
    return await check.run(files);
  } catch (error) {
    return broken(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

function countsOf({ passed, failed }: Result): string {
  return passed + failed === 1 ? '' : `${passed} passed, ${failed} failed: `;
}
