// Org chart: from a flat list of units, all open, to the first painted frame; then elements, heap, pan and reveal. Each
// run has a browser of its own. The floor is an adapter that paints one box, in the same run.

import { build } from 'esbuild';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../scripts/browser.ts';
import { buildWhenChanged } from '../scripts/build-all.ts';
import { entrySize } from '../scripts/entry-size.ts';
import { serve } from '../scripts/serve.ts';
import { root } from '../scripts/workspace.ts';
import type { BenchRow } from './rows.ts';

const sizes = [6_300, 50_000];
const runs = 5;
const floor = 'an adapter that paints one box';
const entry = join(root, 'packages/components/dist/org-chart/kt-org-chart.js');

interface Run {
  readonly paint: number;
  readonly nothing: number;
  readonly idle: number;
  readonly elements: number;
  readonly heap: number;
  readonly pan: number;
  readonly reveal: number;
}

export default async function bench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'keting-org-chart-'));
  await bundle(folder);
  // The size is that of the built entry, as `npm test -- sizes` holds it to its limit.
  await buildWhenChanged();
  const weight = await entrySize(entry);
  const server = await serve(folder);
  try {
    const rows: BenchRow[] = [{ name: 'org chart, size with Lit', value: weight, unit: 'KB gzip' }];
    for (const size of sizes) rows.push(...(await measure(server.url, size)));
    return rows;
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(url: string, size: number): Promise<BenchRow[]> {
  const all: Run[] = [];
  for (let run = 0; run < runs; run++) all.push(await once(url, size));
  const of = (figure: keyof Run): number => median(all.map((each) => each[figure]));
  const what = `org chart, ${size.toLocaleString('en')} units`;
  const ratio = of('nothing') / of('paint');
  return [
    { name: `${what}: list to painted frame`, value: of('paint'), unit: 'ms', against: floor, ratio },
    { name: `${what}: elements`, value: of('elements'), unit: 'elements' },
    { name: `${what}: heap`, value: of('heap'), unit: 'MiB' },
    {
      name: `${what}: pan, p95 between frames`,
      value: of('pan'),
      unit: 'ms',
      against: 'the same page at rest',
      ratio: of('idle') / of('pan'),
    },
    { name: `${what}: reveal one unit`, value: of('reveal'), unit: 'ms' },
  ];
}

async function once(url: string, size: number): Promise<Run> {
  const floors = await inPage(url, size, async (page) => ({
    nothing: await page.evaluate(() => window.chartBench.paint('null')),
    idle: quantile(await page.evaluate(() => window.chartBench.pan(120)), 0.95),
  }));
  return inPage(url, size, async (page) => {
    const before = await heapOf(page);
    const paint = await page.evaluate(() => window.chartBench.paint('ours'));
    const elements = await page.evaluate(() => window.chartBench.elements());
    const heap = (await heapOf(page)) - before;
    const frames = await page.evaluate(() => window.chartBench.pan(120));
    const reveals = [];
    for (const share of [0.99, 0.3, 0.7]) {
      reveals.push(await page.evaluate((to) => window.chartBench.reveal(to), share));
    }
    return { ...floors, paint, elements, heap, pan: quantile(frames, 0.95), reveal: median(reveals) };
  });
}

/** A browser of its own, so that no run warms or litters another's. */
async function inPage<T>(url: string, size: number, work: (page: Page) => Promise<T>): Promise<T> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(url);
    await page.waitForFunction(() => 'chartBench' in window);
    await page.evaluate((count) => window.chartBench.prepare(count), size);
    return await work(page);
  } finally {
    await browser.close();
  }
}

/** What is held after a collection, in MiB; typed arrays lie beside the heap and count too. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const usage: { usedSize: number; backingStorageSize?: number } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return (usage.usedSize + (usage.backingStorageSize ?? 0)) / 2 ** 20;
}

/** Minified and in production mode, as a customer's page would have it. */
async function bundle(folder: string): Promise<void> {
  await build({
    entryPoints: [join(root, 'bench/browser/org-chart.page.ts')],
    outfile: join(folder, 'page.js'),
    bundle: true,
    format: 'esm',
    minify: true,
    conditions: ['keting-source'],
    target: ['es2020', 'chrome88'],
    tsconfig: join(root, 'packages/components/tsconfig.json'),
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><body><script type="module" src="page.js"></script></body></html>`,
  );
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
