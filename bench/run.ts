// `npm run bench [-- part of a path ...]`: every bench in turn, one table at the end. `--large` and `--hour` ask the server for
// more; see `server.bench.ts`.
//
// Each `bench/*.bench.ts` runs in a process of its own, so that none warms or litters another's heap, and exports by default a
// function that measures and answers with its figures. One that needs a page starts the browser of the tests.

import { globSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { root, run } from '../scripts/workspace.ts';
import type { BenchRow } from './rows.ts';

const rows = z.array(
  z.object({
    name: z.string(),
    value: z.number(),
    unit: z.string(),
    against: z.exactOptional(z.string()),
    ratio: z.exactOptional(z.number()),
  }),
);

const mark = 'bench rows: ';

const asked = process.argv.slice(2);
const parts = asked.filter((one) => !one.startsWith('--'));
/** What a bench finds of the options in its environment: `KETING_BENCH_LARGE` of `--large`. */
const variables = Object.fromEntries(
  asked.filter((one) => one.startsWith('--')).map((one) => [`KETING_BENCH_${one.slice(2).toUpperCase()}`, 'yes']),
);
const files = globSync('bench/*.bench.ts', { cwd: root })
  .sort()
  .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)));

const measured: BenchRow[] = [];
for (const file of files) {
  const started = performance.now();
  measured.push(...(await figuresOf(file)));
  console.error(`${file}  ${((performance.now() - started) / 1000).toFixed(0)} s`);
}
console.log(`\n${machine()}\n`);
console.log(table(measured));

async function figuresOf(file: string): Promise<readonly BenchRow[]> {
  const program = `
    const { default: bench } = await import(${JSON.stringify(join(root, file))});
    console.log(${JSON.stringify(mark)} + JSON.stringify(await bench()));`;
  // A million cases in memory need more than a heap grows to by itself.
  const heap = `--max-old-space-size=${Math.floor((0.7 * totalmem()) / 2 ** 20)}`;
  const { code, output } = await run(
    'node',
    [heap, '--conditions=keting-source', '--input-type=module', '--eval', program],
    { variables },
  );
  const line = output.split('\n').find((each) => each.startsWith(mark));
  if (code !== 0 || line === undefined) throw new Error(`${file} failed:\n${output}`);
  return z.parse(rows, JSON.parse(line.slice(mark.length)));
}

function machine(): string {
  const [cpu] = cpus();
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GB`;
  return `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${memory}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;
}

/** A small share is told by its denominator: `1/419`. */
function share(ratio: number): string {
  return ratio < 0.1 ? `1/${(1 / ratio).toFixed(0)} of` : `${ratio.toFixed(2)} x`;
}

function table(figures: readonly BenchRow[]): string {
  const cells = figures.map(({ name, value, unit, against, ratio }) => [
    name,
    value.toLocaleString('en', { maximumSignificantDigits: 4 }),
    unit,
    against === undefined || ratio === undefined ? '' : `${share(ratio)} ${against}`,
  ]);
  const all = [['what', 'figure', 'unit', 'against'], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row.map((cell, i) => (i === 1 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('  '),
    )
    .join('\n');
}
