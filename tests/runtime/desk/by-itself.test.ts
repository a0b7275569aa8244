import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cases } from '@keting/domain';
import { monday, report, smallDesk } from './small-place.ts';

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
  stop();
  assert.deepEqual(clock.waits, []);
});
