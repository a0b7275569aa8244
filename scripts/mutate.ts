// `npm run mutate [-- part of a path ...]`: Stryker breaks the domain's decisions and the ledger of points one place at a time, and counts
// how many of the breaks a test notices. Outside `npm test`: it takes a while.
//
// It works on a copy in the cache, so that nobody's files change under them. A mutant is tried against the tests of its own context.

import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { cacheFolder, giveUp, root, run } from './workspace.ts';

const domain = 'packages/domain/src';
const asked = process.argv.slice(2);
/** Of its own for whatever was asked, so that two may run side by side. */
const copy = join(cacheFolder, 'mutate', asked.join('-').replaceAll('/', '-') || 'all');
const byMocha = join(root, 'scripts', 'node-test-by-mocha.mjs');

/** What is broken: where every context decides, and what the ledger of points is made of. */
const patterns = [
  `${domain}/**/{decide,*-decide}.ts`,
  `${domain}/**/*-steps.ts`,
  `${domain}/case/step.ts`,
  `${domain}/points/{ledger,account,caps,item}.ts`,
];

/** The least share of mutants that a test must notice, in percent. */
const goal = 85;

/** Files that are broken together and tried against the same tests: those of one context. */
interface Part {
  readonly context: string;
  readonly files: readonly string[];
  readonly tests: readonly string[];
}

function partsOf(): readonly Part[] {
  const files = globSync(patterns, { cwd: root })
    .sort()
    .filter((file) => asked.length === 0 || asked.some((part) => file.includes(part)));
  const contextOf = (file: string): string => file.slice(domain.length + 1).split('/')[0] ?? '';
  return [...new Set(files.map(contextOf))].map((context) => ({
    context,
    files: files.filter((file) => contextOf(file) === context),
    // Laws over whole lives say that a life got far enough, for which a moment is too short. What a rule says is in its own tests.
    tests: globSync(`tests/domain/${context}/**/!(*laws).test.ts`, { cwd: root }).sort(),
  }));
}

/** A workspace of its own: sources and tests copied, dependencies linked, the packages' links pointing into the copy. */
function makeCopy(): void {
  rmSync(copy, { recursive: true, force: true });
  const from = [
    'package.json',
    'tsconfig.base.json',
    'tsconfig.json',
    'tests',
    ...globSync('packages/*/{src,package.json}', { cwd: root }),
  ];
  for (const path of from) cpSync(join(root, path), join(copy, path), { recursive: true });
  linkAll(join(root, 'node_modules'), join(copy, 'node_modules'));
}

/** Links what is in a folder of dependencies one by one: the workspace's own packages are the copy's. */
function linkAll(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (name === '@keting') continue;
    symlinkSync(join(from, name), join(to, name));
  }
  mkdirSync(join(to, '@keting'));
  for (const name of readdirSync(join(copy, 'packages'))) {
    symlinkSync(join(copy, 'packages', name), join(to, '@keting', name));
    const own = join(root, 'packages', name, 'node_modules');
    if (existsSync(own)) symlinkSync(own, join(copy, 'packages', name, 'node_modules'));
  }
}

const settings = ({ files, tests }: Part) => ({
  ...{ inPlace: true, testRunner: 'mocha', coverageAnalysis: 'perTest', plugins: ['@stryker-mutator/mocha-runner'] },
  testRunnerNodeArgs: ['--conditions=keting-source', '--import', byMocha],
  mochaOptions: { spec: tests, 'no-config': true, 'no-package': true },
  mutate: files,
  // Texts of errors and names of events are data: what they say is shown by the types and by every other test.
  mutator: { excludedMutations: ['StringLiteral'] },
  ...{ reporters: ['json'], jsonReporter: { fileName: 'mutants.json' }, allowEmpty: true },
  ...{ concurrency: cpus().length, timeoutMS: 20_000, allowConsoleColors: false, disableTypeChecks: false },
});

const report = z.object({
  files: z.record(
    z.string(),
    z.object({
      mutants: z.array(
        z.object({
          status: z.string(),
          mutatorName: z.string(),
          replacement: z.optional(z.string()),
          location: z.object({ start: z.object({ line: z.number() }) }),
        }),
      ),
    }),
  ),
});

interface Outcome {
  readonly file: string;
  readonly noticed: number;
  readonly missed: readonly string[];
}

const noticedBy = new Set(['Killed', 'Timeout']);
const missedBy = new Set(['Survived', 'NoCoverage']);

function outcomesIn(text: string): readonly Outcome[] {
  const { files } = z.parse(report, JSON.parse(text));
  return Object.entries(files).map(([file, { mutants }]) => ({
    file,
    noticed: mutants.filter(({ status }) => noticedBy.has(status)).length,
    missed: mutants
      .filter(({ status }) => missedBy.has(status))
      .map(
        ({ location, mutatorName, replacement = '' }) =>
          `${location.start.line} ${mutatorName}: ${replacement.split('\n')[0] ?? ''}`,
      ),
  }));
}

async function mutate(part: Part): Promise<readonly Outcome[]> {
  writeFileSync(join(copy, 'stryker.config.json'), JSON.stringify(settings(part)));
  const { code, output } = await run(join(root, 'node_modules/.bin/stryker'), ['run'], { cwd: copy });
  const result = join(copy, 'mutants.json');
  if (code !== 0 || !existsSync(result)) throw new Error(`${part.context} failed:\n${output}`);
  const outcomes = outcomesIn(readFileSync(result, 'utf8'));
  rmSync(result);
  return outcomes;
}

const percent = (noticed: number, missed: number): string =>
  `${((100 * noticed) / Math.max(1, noticed + missed)).toFixed(1)} %`;

async function main(): Promise<void> {
  makeCopy();
  const all: Outcome[] = [];
  for (const part of partsOf()) {
    for (const outcome of await mutate(part)) {
      all.push(outcome);
      console.log(`${percent(outcome.noticed, outcome.missed.length).padStart(8)}  ${outcome.file}`);
      for (const one of outcome.missed) console.log(`          ${one}`);
    }
  }
  const noticed = all.reduce((sum, one) => sum + one.noticed, 0);
  const missed = all.reduce((sum, one) => sum + one.missed.length, 0);
  console.log(`\n${percent(noticed, missed)} of ${noticed + missed} mutants noticed; the goal is ${goal} %`);
  if (noticed < (goal / 100) * (noticed + missed)) process.exitCode = 1;
}

main().catch(giveUp);
