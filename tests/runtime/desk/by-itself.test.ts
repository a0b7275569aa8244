import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cases } from '@keting/domain';
import { monday, report, smallDesk } from './small-place.ts';
import { storeWith } from './store-with.ts';

const hour = 3_600_000;

test('[CASE-05] a stage warns at the model’s share of its time and is supervised when the time is up, once each', async () => {
  const { as, clock, desk, store } = smallDesk();
  await as('reporter').send(report('c1'));
  const light = async () => (await as('clerk').view(cases)).rows[0]?.light;
  await desk.settled();
  assert.equal(await light(), 'none');
  clock.time = monday + 3 * hour;
  await desk.settled();
  await desk.settled();
  assert.equal(await light(), 'soon');
  clock.time = monday + 9 * hour;
  await desk.settled();
  await desk.settled();
  assert.equal(await light(), 'late');
  const events = await store.history('case/c1');
  assert.deepEqual(
    events.map(({ type }) => type),
    ['CaseReported', 'DeadlineWarned', 'CaseSupervised'],
  );
  assert.deepEqual(events[2]?.actor, { kind: 'process', name: 'clock' });
});

test('[CASE-05] supervision that comes too late for its stage does no harm', async () => {
  const { as, clock, desk, store } = smallDesk();
  await as('reporter').send(report('c1'));
  const early = await desk.as({ kind: 'process', name: 'clock' }).send({
    type: 'SuperviseCase',
    data: { case: 'c1', stage: 'collected', due: monday + 4 * hour },
  });
  assert.equal(!early.ok && early.refusal.code, 'deadline-moved');
  await as('clerk').send({ type: 'AcceptCase', data: { case: 'c1' } });
  clock.time = monday + 100 * hour;
  await desk.settled();
  assert.deepEqual(
    (await store.history('case/c1')).map(({ type }) => type),
    ['CaseReported', 'CaseAccepted'],
  );
});

test('[CASE-05] a started desk waits for the next due instant and for nothing else', async () => {
  const { as, clock, desk } = smallDesk();
  const stop = desk.start();
  await as('reporter').send(report('c1'));
  await desk.settled();
  const [next] = clock.waits;
  assert.ok(next !== undefined && next > monday);
  const changed = new Promise<void>((resolve) => {
    const unwatch = as('clerk').watch(cases, () => {
      unwatch();
      resolve();
    });
  });
  clock.reach(next);
  await changed;
  assert.equal((await as('clerk').view(cases)).rows[0]?.light, 'soon');
  await stop();
  assert.deepEqual(clock.waits, []);
});

test('a desk that stops says when what it does by itself has ended, and begins nothing after', async () => {
  const { store } = smallDesk();
  const gate = { open: (): void => undefined, commits: 0 };
  const slow = storeWith(store, {
    async commit(commit) {
      if (commit.appends[0]?.events[0]?.actor.kind === 'process') {
        gate.commits += 1;
        await new Promise<void>((resolve) => (gate.open = resolve));
      }
      return store.commit(commit);
    },
  });
  const { as, clock, desk, trouble } = smallDesk({ store: slow });
  const stop = desk.start();
  await as('reporter').send(report('c1'));
  await desk.settled();
  clock.reach(monday + 3 * hour);
  while (gate.commits === 0) await new Promise((resolve) => setImmediate(resolve));
  let quiet = false;
  const stopped = stop().then(() => (quiet = true));
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  assert.equal(quiet, false, 'a commit is under way');
  gate.open();
  await stopped;
  assert.deepEqual(
    (await store.history('case/c1')).map(({ type }) => type),
    ['CaseReported', 'DeadlineWarned'],
  );
  assert.deepEqual([gate.commits, clock.waits, trouble], [1, [], []]);
});
