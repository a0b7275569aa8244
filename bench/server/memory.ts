// Memory over an hour's work: as many commands and views as 20 and 50 a second make in an hour, in ten legs, as fast as they go.

import type { BenchRow } from '../rows.ts';
import { caseAt, type Home } from './home.ts';
import { mixed } from './load.ts';
import { viewLoads } from './luqiao.ts';
import { startServer } from './server-process.ts';

const hour = { commands: 20 * 3600, views: 50 * 3600 };
const legs = 10;
/** A tenth of the hour unless `--hour` asks for the whole. */
const part = process.env['KETING_BENCH_HOUR'] === undefined ? 0.1 : 1;

/** How much each further value adds, by least squares. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const over = values.reduce((sum, value, i) => sum + (i - middle) * (value - mean), 0);
  return over / values.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
}

/** Heap after a garbage collection at the start, once everything has been used, and after each leg. */
async function heapsOf(home: Home): Promise<readonly number[]> {
  const asked = viewLoads(caseAt).flatMap((load) => load.asked);
  const leg = { commands: (hour.commands * part) / legs, views: (hour.views * part) / legs };
  const server = await startServer(home.settings);
  const heaps: number[] = [];
  for (let done = 0; done <= legs; done += 1) {
    await mixed(server.url, leg, asked);
    heaps.push((await server.memory()).heap / 2 ** 20);
  }
  await server.stop();
  return heaps;
}

export async function memoryOverAnHour(home: Home): Promise<readonly BenchRow[]> {
  const heaps = await heapsOf(home);
  const [start = NaN] = heaps;
  const end = heaps[legs] ?? NaN;
  const commands = (hour.commands * part).toLocaleString('en');
  const name = `memory, ${commands} commands, ${(hour.views * part).toLocaleString('en')} views`;
  return [
    { name: `${name}: heap after the first leg`, value: start, unit: 'MiB' },
    { name: `${name}: heap ten legs later`, value: end, unit: 'MiB', against: 'the start', ratio: end / start },
    { name: `${name}: growth in a leg`, value: slopeOf(heaps), unit: 'MiB' },
  ];
}
