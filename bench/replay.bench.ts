// A replay of Luqiao's eight months: 2,160,000 reports over 2,919 micro-grids, every event folded into its case's state and into the
// statistics, which stand complete and indexed after each thousand reports. What the account counts is the number of reports and of
// micro-grids; how a report goes on is taken from two lives that a desk carried out, 19 in 20 settled at the living room (the account says 95 % and more).

import {
  caseCounts,
  caseSettled,
  caseStream,
  caseUnitCounts,
  commandId,
  deltaKey,
  everything,
  stayCounts,
  type Recorded,
  type RowWrite,
  type View,
} from '@keting/domain';
import { buildSampleDistrict } from '@keting/models/luqiao/sample';
import { memoryStore, newId, viewsOf, type Store } from '@keting/runtime';
import * as z from 'zod/mini';
import { contexts, smallDesk, straightWay, type SmallDesk } from '../tests/runtime/desk/small-place.ts';
import type { BenchRow } from './rows.ts';

const reports = 2_160_000;
/** January to August of 2018. */
const days = 243;
const day = 86_400_000;
const begins = Date.parse('2018-01-01T00:00:00Z');
const batch = 1_000;

/** The context of cases as the desk has it, which knows its states as no more than values. */
const [, cases] = contexts;

const statistics: readonly View[] = [caseCounts, caseUnitCounts, caseSettled, stayCounts];

/** The events of one case that the desk carried so far. */
async function lifeOf({ store, as }: SmallDesk, id: string, steps: number): Promise<readonly Recorded[]> {
  for (const [who, command] of straightWay(id).slice(0, steps)) {
    const receipt = await as(who).send(command);
    if (!receipt.ok) throw new Error(`${command.type} was refused: ${receipt.refusal.code}`);
  }
  return store.history(caseStream(id));
}

const withCohort = z.looseObject({ cohort: z.looseObject({}) });

/** An event to be told again of other cases, in other places, on other days. */
type Told = (grid: string, day: string, shift: number) => Recorded;

function retold(event: Recorded): Told {
  const found = z.safeParse(withCohort, event.data);
  if (!found.success) return (_grid, _day, shift) => ({ ...event, at: event.at + shift });
  const { data } = found;
  return (grid, on, shift) => ({
    ...event,
    at: event.at + shift,
    data: { ...data, cohort: { ...data.cohort, grid, day: on } },
  });
}

/** The micro-grids of the sample: as many as the account counts. */
const microGrids = (): readonly string[] => buildSampleDistrict().grids.map(({ code }) => code);

/** Folds the events of one case, and answers what they add to the statistics. */
function fold(id: string, events: readonly Recorded[], on: ReadonlyMap<string, readonly View[]>): readonly RowWrite[] {
  const stream = caseStream(id);
  const writes: RowWrite[] = [];
  let state: unknown;
  for (const event of events) {
    const own = { ...event, stream };
    state = cases?.evolve(state, own);
    for (const view of on.get(event.type) ?? []) {
      if (view.kind !== 'counter') continue;
      for (const delta of view.deltas(own)) writes.push({ view: view.name, key: deltaKey(delta), delta });
    }
  }
  if (state === undefined) throw new Error(`${id} has no state`);
  return writes;
}

const commit = (store: Store, rows: readonly RowWrite[]) =>
  store.commit({
    ...{ command: commandId.parse(newId()), receipt: undefined, reads: [], appends: [] },
    ...{ claims: [], releases: [], rows, contents: [], touched: [] },
  });

async function sumOf(store: Store): Promise<number> {
  const sums = await store.sum(caseCounts, { by: [], of: ['reported'] }, everything);
  return Number(sums[0]?.['reported'] ?? 0);
}

export default async function bench(): Promise<readonly BenchRow[]> {
  const small = smallDesk({ store: memoryStore({ views: viewsOf(contexts) }) });
  const [settled, open] = [await lifeOf(small, 'settled', 6), await lifeOf(small, 'open', 3)];
  const grids = microGrids();
  const on = new Map(
    [...settled, ...open].map(({ type }) => [type, statistics.filter((view) => view.on.includes(type))] as const),
  );
  const lives = { settled: settled.map(retold), open: open.map(retold) };
  const store = memoryStore({ views: statistics });
  const first = settled[0]?.at ?? 0;
  let events = 0;
  const started = performance.now();
  for (let from = 0; from < reports; from += batch) {
    const rows: RowWrite[] = [];
    for (let n = from; n < from + batch; n += 1) {
      const at = begins + Math.floor((n * days) / reports) * day;
      const on_ = new Date(at).toISOString().slice(0, 10);
      const life = n % 20 === 19 ? lives.open : lives.settled;
      const grid = grids[n % grids.length] ?? '';
      events += life.length;
      rows.push(
        ...fold(
          `case-${n}`,
          life.map((tell) => tell(grid, on_, at - first)),
          on,
        ),
      );
    }
    await commit(store, rows);
  }
  const took = performance.now() - started;
  if ((await sumOf(store)) !== reports) throw new Error(`the statistics count ${await sumOf(store)} reports`);
  const asked = performance.now();
  await store.sum(caseCounts, { by: ['class'], of: ['reported', 'open', 'closed'] }, everything);
  const summed = performance.now() - asked;
  return [
    {
      name: `replay of ${reports.toLocaleString('en')} reports, ${grids.length} micro-grids, ${days} days`,
      value: took / 1000,
      unit: 's',
    },
    { name: 'the same, events folded', value: Math.round((events * 1000) / took), unit: 'events/s' },
    { name: 'the same, peak memory', value: Math.round(process.resourceUsage().maxRSS / 1024), unit: 'MiB' },
    { name: 'sums over all eight months by class, from the finest grain', value: summed, unit: 'ms' },
  ];
}
