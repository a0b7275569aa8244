// `npm run bench [-- part of a path ...]`: every bench in turn, one table at the end.
//
// `bench/*.bench.ts` run in Node, each in a process of its own so that none warms or litters another's heap;
// `bench/browser/*.bench.ts` run in the browser of the tests, bundled as a page would be. Both export a `Bench`.

import { build } from 'esbuild';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { launchBrowser } from '../scripts/browser.ts';
import { serve } from '../scripts/serve.ts';
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

const parts = process.argv.slice(2);
const chosen = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: root })
    .sort()
    .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)));

const measured: BenchRow[] = [];
for (const file of chosen('bench/*.bench.ts')) measured.push(...(await announced(file, inNode)));
for (const file of chosen('bench/browser/*.bench.ts')) measured.push(...(await announced(file, inBrowser)));
console.log(`\n${machine()}\n`);
console.log(table(measured));

async function announced(file: string, measure: (file: string) => Promise<readonly BenchRow[]>) {
  const started = performance.now();
  const figures = await measure(file);
  console.error(`${file}  ${((performance.now() - started) / 1000).toFixed(0)} s`);
  return figures;
}

async function inNode(file: string): Promise<readonly BenchRow[]> {
  const program = `
    const { default: bench } = await import(${JSON.stringify(join(root, file))});
    console.log(${JSON.stringify(mark)} + JSON.stringify(await bench()));`;
  const { code, output } = await run('node', ['--conditions=keting-source', '--input-type=module', '--eval', program]);
  const line = output.split('\n').find((each) => each.startsWith(mark));
  if (code !== 0 || line === undefined) throw new Error(`${file} failed:\n${output}`);
  return z.parse(rows, JSON.parse(line.slice(mark.length)));
}

async function inBrowser(file: string): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'keting-bench-'));
  const browser = await launchBrowser();
  try {
    await bundle(file, folder);
    const server = await serve(folder);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(server.url);
    const figures = await page.evaluate(async (entry) => {
      const { default: bench } = (await import(entry)) as { default: () => Promise<unknown> };
      return bench();
    }, './bench.js');
    await server.close();
    return z.parse(rows, figures);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A page with nothing on it but the bench, minified and in production mode as a customer's would be. */
async function bundle(file: string, folder: string): Promise<void> {
  await build({
    entryPoints: [join(root, file)],
    outfile: join(folder, 'bench.js'),
    bundle: true,
    format: 'esm',
    minify: true,
    conditions: ['keting-source'],
    tsconfig: join(root, 'tsconfig.json'),
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><body></body></html>',
  );
}

function machine(): string {
  const [cpu] = cpus();
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GB`;
  return `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${memory}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;
}

function table(figures: readonly BenchRow[]): string {
  const cells = figures.map(({ name, value, unit, against, ratio }) => [
    name,
    value.toLocaleString('en', { maximumSignificantDigits: 4 }),
    unit,
    against === undefined || ratio === undefined ? '' : `${ratio.toFixed(2)} x ${against}`,
  ]);
  const all = [['what', 'figure', 'unit', 'against'], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row.map((cell, i) => (i === 1 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('  '),
    )
    .join('\n');
}
