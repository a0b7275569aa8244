// How the cost of one command grows with the cases held: the desk with everything on, and Redux Toolkit's entity adapter beside it.
// Cases are held as their reports; then whole lives of others are lived through between them.

import { openSmallDesk, type Send } from './engines/desk.ts';
import { livesOf, steps } from './engines/lives.ts';
import { hold as holdAll, openStore, step as reduxStep } from './engines/redux.ts';
import type { BenchRow } from './rows.ts';

const sizes = [1_000, 10_000, 100_000, 1_000_000] as const;
/** Lives lived at each size: enough that what is held is not in a warm corner of the heap. */
const lives = 400;
/** An adapter with many cases takes long for one: so many updates are enough there. */
const updates = 5;

const inOneGo = 10_000;

/** Reports cases until so many are held. */
async function hold(send: Send, from: number, to: number): Promise<void> {
  for (let n = from; n < to; n += inOneGo) {
    for (const [report] of livesOf(Math.min(inOneGo, to - n), n)) if (report !== undefined) await send(report);
  }
}

/** Milliseconds of one command, at the median of the lives. */
async function costOf(send: Send, from: number): Promise<number> {
  const took: number[] = [];
  for (const life of livesOf(lives, from)) {
    const started = performance.now();
    for (const step of life) await send(step);
    took.push((performance.now() - started) / steps);
  }
  return median(took);
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

async function ofDesk(): Promise<readonly number[]> {
  const send = openSmallDesk();
  const costs: number[] = [];
  let held = 0;
  for (const size of sizes) {
    await hold(send, held, size);
    costs.push(await costOf(send, 10_000_000 + size));
    held = size;
  }
  return costs;
}

/** Milliseconds of one update of an adapter that holds so many. */
function ofAdapter(size: number): number {
  const store = openStore();
  store.dispatch(
    holdAll(Array.from({ length: size }, (_, i) => ({ id: `case-${i}`, stage: 'collected', text: '', notes: [] }))),
  );
  const took = Array.from({ length: updates }, (_, i) => {
    const started = performance.now();
    store.dispatch(reduxStep({ type: 'AcceptCase', data: { case: `case-${i}` } }));
    return performance.now() - started;
  });
  return median(took);
}

const rowsOf = (who: string, costs: readonly number[]): readonly BenchRow[] =>
  costs.map((cost, i) => ({
    name: `${who}, one command among ${(sizes[i] ?? 0).toLocaleString('en')} cases`,
    value: cost * 1000,
    unit: 'µs',
    against: 'what it costs among 1,000',
    ratio: cost / (costs[0] ?? cost),
  }));

export default async function bench(): Promise<readonly BenchRow[]> {
  const adapter = sizes.filter((size) => size <= 100_000).map(ofAdapter);
  return [...rowsOf('desk', await ofDesk()), ...rowsOf('Redux Toolkit entity adapter', adapter)];
}
