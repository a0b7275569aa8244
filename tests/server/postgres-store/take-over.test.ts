import { everything, type StreamId } from '@keting/domain';
import { firstPosition, memoryStore, type Commit, type Store } from '@keting/runtime';
import { pgDatabase, postgresStore, type Database, type PostgresStore } from '@keting/server';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  addCount,
  append,
  commandNo,
  commit,
  contractViews,
  counts,
  dropTask,
  putTask,
  tasks,
} from '../../../packages/runtime/src/testing/samples.ts';
import { runs } from '../../support/runs.ts';
import { onTrouble, openPglite, startPostgres, type TestServer } from '../support/databases.ts';

const streams = ['case/1', 'case/2', 'case/3'] as const satisfies readonly StreamId[];
const keys = ['name:a', 'name:b', 'name:c'];
const ids = ['t1', 't2', 't3'];

/** What a commit does, before it is known where its streams stand. */
type Plan = Readonly<Record<'reads' | 'appends', readonly StreamId[]>> & Omit<Commit, 'reads' | 'appends'>;

const several = <Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<readonly Item[]> => fc.array(item, { maxLength: 2 });
const few = <Item extends string>(items: readonly Item[]): fc.Arbitrary<readonly Item[]> =>
  fc.subarray([...items], { maxLength: 2 });

const row = fc.oneof(
  fc
    .tuple(fc.constantFrom(...ids), fc.nat(9))
    .map(([id, grade]) => putTask({ id, grade, handler: 'lin', stage: 'open', place: 'g1', late: false })),
  fc.constantFrom(...ids).map(dropTask),
  fc
    .tuple(fc.constantFrom('g1', 'g2'), fc.integer({ min: -2, max: 3 }), fc.boolean())
    .map(([grid, n, filed]) => addCount(grid, 'lamp', filed ? { filed: n } : { closed: n })),
);

const plan: fc.Arbitrary<Plan> = fc.record({
  reads: few(streams),
  appends: few(streams),
  claims: several(fc.record({ key: fc.constantFrom(...keys), owner: fc.constantFrom(...streams) })),
  releases: few(keys),
  rows: fc.array(row, { maxLength: 4 }),
  contents: several(
    fc.record({
      id: fc.constantFrom('c1', 'c2'),
      salt: fc.constantFrom('s', 't'),
      value: fc.string({ unit: 'grapheme' }),
    }),
  ),
  touched: fc.constant([]),
  receipt: fc.constantFrom({ ok: true }, undefined),
  command: fc.constant(commandNo(0)),
});

/** The commits of these plans that come off, one after another, on a store in memory; and the store. */
async function cameOff(
  plans: readonly Plan[],
): Promise<{ readonly store: Store; readonly commits: readonly Commit[] }> {
  const store = memoryStore({ views: contractViews });
  const commits: Commit[] = [];
  for (const [n, { reads, appends, ...rest }] of plans.entries()) {
    const versions = new Map<StreamId, number>();
    for (const stream of streams) versions.set(stream, (await store.load(stream)).version);
    const at = (stream: StreamId): number => versions.get(stream) ?? 0;
    const one = commit(commandNo(n), {
      ...rest,
      command: commandNo(n),
      reads: reads.map((stream) => ({ stream, version: at(stream) })),
      appends: appends.map((stream) => append(commandNo(n), stream, at(stream))),
    });
    if ((await store.commit(one)).outcome === 'done') commits.push(one);
  }
  return { store, commits };
}

/** All that can be read of a store, in the order in which it tells it. */
async function told(store: Store, commits: readonly Commit[]): Promise<unknown> {
  const { events } = await store.changes(firstPosition, 1000);
  const rowsOf = async (view: string) => (await store.rows(view === 'tasks' ? tasks : counts, {}, everything)).rows;
  return JSON.parse(
    JSON.stringify({
      events,
      streams: await Promise.all(streams.map((stream) => store.load(stream))),
      receipts: await Promise.all(commits.map(async ({ command }) => (await store.receipt(command)) ?? null)),
      claims: await store.taken(
        keys.map((key) => ({ key, owner: 'case/9' as const })),
        [],
      ),
      tasks: await rowsOf('tasks'),
      counts: await rowsOf('counts'),
      contents: await store.contents(['c1', 'c2']),
    }),
  );
}

let server: TestServer;
const open: Record<string, Database> = {};
before(async () => {
  server = await startPostgres();
  open['PostgreSQL'] = pgDatabase({ url: await server.database(), onTrouble });
  open['PGlite'] = await openPglite();
});
after(async () => {
  for (const database of Object.values(open)) await database.close();
  await server.stop();
});

let districts = 0;
/** Does something on an empty store. */
async function onEmpty(name: string, work: (store: PostgresStore) => Promise<void>): Promise<void> {
  const database = open[name];
  assert.ok(database);
  districts += 1;
  const store = await postgresStore({
    ...{ connect: { database }, district: `district-${districts}`, views: contractViews, onTrouble },
  });
  await work(store);
  await store.close();
}

for (const name of ['PostgreSQL', 'PGlite']) {
  describe(`a record that is taken over, on ${name}`, () => {
    it('[ALL-03] reads as where it was made: events in their order, states, receipts, claims, rows, counts, texts', async () => {
      const law = fc.asyncProperty(fc.array(plan, { minLength: 1, maxLength: 12 }), async (plans) => {
        const { store: made, commits } = await cameOff(plans);
        await onEmpty(name, async (store) => {
          await store.takeOver(commits);
          assert.deepEqual(await told(store, commits), await told(made, commits));
        });
      });
      await fc.assert(law, { numRuns: Math.min(runs(30), 1000) });
    });

    it('[ALL-03] goes on from piece to piece, and holds where it goes on from', async () => {
      const [stream] = streams;
      const long = Array.from({ length: 1_100 }, (_, n) =>
        commit(commandNo(n), { appends: [append(commandNo(n), stream, n)] }),
      );
      await onEmpty(name, async (store) => {
        await store.takeOver(long);
        assert.equal((await store.load(stream)).version, 1_100);
        const history = await store.history(stream);
        assert.deepEqual(
          history.map(({ version }) => version),
          long.map((_, n) => n + 1),
        );
      });
    });

    it('[ALL-03] is refused as a whole where a commit does not follow from those before it', async () => {
      const [stream] = streams;
      const first = commit(commandNo(1), {
        appends: [append(commandNo(1), stream)],
        claims: [{ key: 'k', owner: stream }],
      });
      const wrong: readonly Commit[] = [
        commit(commandNo(2), { reads: [{ stream, version: 0 }] }),
        commit(commandNo(2), { appends: [append(commandNo(2), stream)] }),
        commit(commandNo(2), { claims: [{ key: 'k', owner: 'case/2' }] }),
        commit(commandNo(1), { appends: [append(commandNo(1), 'case/2')] }),
      ];
      for (const next of wrong) {
        await onEmpty(name, async (store) => {
          await assert.rejects(store.takeOver([first, next]));
          assert.deepEqual(await store.streams('', 10), []);
          assert.equal(await store.receipt(commandNo(1)), undefined);
        });
      }
    });
  });
}
