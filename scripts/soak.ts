// `npm run soak`: the reliability tests in full, on a real PostgreSQL and on PGlite, and the laws over all contexts a hundred
// thousand times. Takes an hour and a half or so, and writes what came of it into docs/reliability.md.
//
//   npm run soak                    all of them
//   npm run soak -- nothing-lost    those whose file's name contains `nothing-lost`; nothing is written
//   KETING_SEED=7 npm run soak      with the draws of an earlier run

import { globSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, release, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { mustRun, root, run } from './workspace.ts';

const page = join(root, 'docs', 'reliability.md');
const [begin, end] = ['<!-- soak: begin -->', '<!-- soak: end -->'];

const line = z.object({ item: z.string(), figures: z.record(z.string(), z.union([z.string(), z.number()])) });
type Line = z.infer<typeof line>;

const words = process.argv.slice(2);
const files = [
  ...globSync('tests/server/reliability/*.test.ts', { cwd: root }),
  'tests/server/postgres-store/migration.test.ts',
  'tests/server/http/fuzz.test.ts',
  'tests/runtime/desk/all-contexts-laws.test.ts',
]
  .sort()
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)));
if (files.length === 0) {
  console.error(`No test's name contains ${words.join(' or ')}.`);
  process.exit(2);
}

const seed = process.env['KETING_SEED'] ?? String(Math.floor(Math.random() * 2 ** 31));
const folder = await mkdtemp(join(tmpdir(), 'keting-soak-'));
const figuresFile = join(folder, 'figures');
await writeFile(figuresFile, '');
console.log(`KETING_SEED=${seed}`);
const began = Date.now();
// One file after another: each has the machine to itself, as far as its own writers leave any of it.
const { code, output } = await run(
  'node',
  [
    ...['--conditions=keting-source', '--import', './scripts/unfollowed-promises.mjs'],
    ...['--test', '--test-concurrency=1', '--test-reporter=spec', ...files],
  ],
  {
    show: true,
    variables: {
      ...{ KETING_AMOUNTS: 'full', KETING_SOAK_FUZZ: '100000', KETING_RUNS: '100000' },
      ...{ KETING_FIGURES: figuresFile, KETING_SEED: seed },
    },
  },
);
const figures = (await readFile(figuresFile, 'utf8'))
  .split('\n')
  .filter((text) => text !== '')
  .map((text) => line.parse(JSON.parse(text)));
await rm(folder, { recursive: true });
if (words.length === 0) await note();
process.exit(code);

/** Writes the result between the marks of the page. */
async function note(): Promise<void> {
  const text = await readFile(page, 'utf8');
  const [before, rest] = [text.indexOf(begin), text.indexOf(end)];
  if (before === -1 || rest < before) throw new Error(`docs/reliability.md has lost its marks ${begin} and ${end}`);
  await writeFile(page, `${text.slice(0, before + begin.length)}\n\n${result()}\n\n${text.slice(rest)}`);
  await mustRun('prettier', ['--write', page]);
}

function result(): string {
  const minutes = Math.round((Date.now() - began) / 60_000);
  const [cpu] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpu?.model ?? 'an unknown processor'}, ${cpus().length} cores, ${gigabytes} GB, ${type()} ${release()}`;
  const count = (name: string): string => new RegExp(`^ℹ ${name} (\\d+)$`, 'm').exec(output)?.[1] ?? '?';
  return [
    `${code === 0 ? '**Passed**' : '**Failed**'} on ${new Date(began).toISOString().slice(0, 10)} in ${minutes} minutes:`,
    `${count('pass')} tests passed, ${count('fail')} failed. ${machine}, Node ${process.version.slice(1)}, \`KETING_SEED=${seed}\`.`,
    '',
    '| what | came to |',
    '| --- | --- |',
    ...figures.map(row),
  ].join('\n');
}

function told(figure: string | number): string {
  return typeof figure === 'number' ? figure.toLocaleString('en-US') : figure;
}

function row({ item, figures: of }: Line): string {
  return `| ${item} | ${Object.entries(of)
    .map(([name, figure]) => `${name}: ${told(figure)}`)
    .join('; ')} |`;
}
