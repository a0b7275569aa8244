import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CommandSpec, Context, GovernanceModel, Instant } from '@keting/domain';
import { createDesk, memoryStore, newId, Trouble, viewsOf } from '@keting/runtime';
import { plainCalendar } from '@keting/domain/testing';
import * as z from 'zod/mini';
import { contexts, monday, report, smallDesk, smallModel, someone, TestClock } from './small-place.ts';
import { conflicting, eventsOf, nextEvent, storeWith } from './store-with.ts';

const hour = 3_600_000;
const warned = ['CaseReported', 'DeadlineWarned'];
const codesOf = (trouble: readonly unknown[]) =>
  trouble.map((it) => (it instanceof Trouble && !it.receipt.ok ? it.receipt.refusal.code : it));

/** A desk on a place some of whose cases run under a model that it does not hold: whatever is due of them is refused. */
const withForeign = async (ids: readonly string[]) => {
  const small = smallDesk();
  const elsewhere: GovernanceModel = { ...smallModel, version: '2' };
  const other = smallDesk({ model: elsewhere, store: small.store, clock: small.clock, seed: 2 });
  for (const id of ids) await other.as('reporter').send(report(id));
  return { ...small, elsewhere };
};

test('[CASE-05] what is due of a case that has moved meanwhile is passed over in silence', async () => {
  const { store: kept } = smallDesk();
  const meanwhile: (() => Promise<unknown>)[] = [];
  const store = storeWith(kept, {
    async rows(view, query, scope) {
      const page = await kept.rows(view, query, scope);
      if (view.name === 'due') await meanwhile.pop()?.();
      return page;
    },
  });
  const { as, clock, desk, trouble } = smallDesk({ store });
  await as('reporter').send(report('c1'));
  await as('reporter').send(report('c2'));
  meanwhile.push(() => as('clerk').send({ type: 'AcceptCase', data: { case: 'c1' } }));
  clock.time = monday + 3 * hour;
  await desk.settled();
  assert.deepEqual(await eventsOf(kept, 'c1'), ['CaseReported', 'CaseAccepted']);
  assert.deepEqual(await eventsOf(kept, 'c2'), warned);
  assert.deepEqual(trouble, []);
});

test('[CASE-05] what is due and refused is told once, and the desk waits for the next other', async () => {
  const { as, clock, desk, store, trouble } = await withForeign(['c1']);
  const stop = desk.start();
  clock.time = monday + 3 * hour;
  await desk.settled();
  await as('reporter').send(report('c2'));
  await desk.settled();
  await desk.settled();
  assert.deepEqual(codesOf(trouble), ['model-unknown']);
  assert.deepEqual(await eventsOf(store, 'c1'), ['CaseReported']);
  assert.equal(clock.waits.length, 1);
  assert.ok((clock.waits[0] ?? 0) > clock.time, 'the refused one is not waited for');
  const reached = nextEvent(store, 'DeadlineWarned');
  clock.reach(clock.waits[0] ?? 0);
  assert.equal((await reached).stream, 'case/c2');
  assert.equal(trouble.length, 1);
  await stop();
});

test('[CASE-05] a desk made anew tries once more what was refused: nothing is dropped', async () => {
  const { clock, desk, elsewhere, store, trouble } = await withForeign(['c1']);
  clock.time = monday + 3 * hour;
  await desk.settled();
  const again = smallDesk({ store, clock, seed: 3 });
  await again.desk.settled();
  assert.deepEqual(codesOf([...trouble, ...again.trouble]), ['model-unknown', 'model-unknown']);
  const knowing = smallDesk({ store, clock, earlierModels: [elsewhere], seed: 4 });
  await knowing.desk.settled();
  assert.deepEqual(await eventsOf(store, 'c1'), warned);
});

test('[CASE-05] what was refused is tried again when its case has moved', async () => {
  const { clock, desk, elsewhere, store, trouble } = await withForeign(['c1']);
  const stop = desk.start();
  clock.time = monday + 3 * hour;
  await desk.settled();
  assert.equal(trouble.length, 1);
  const knowing = smallDesk({ model: elsewhere, store, clock, seed: 3 });
  const urged = await knowing.as('clerk').send({ type: 'UrgeCase', data: { case: 'c1', note: 'it is late' } });
  assert.ok(urged.ok);
  await desk.settled();
  assert.deepEqual(codesOf(trouble), ['model-unknown', 'model-unknown']);
  await stop();
});

test('[CASE-05] any number of refused ones hide none of those that come after', async () => {
  const ids = Array.from({ length: 1001 }, (_, n) => `foreign-${n}`);
  const { as, clock, desk, store, trouble } = await withForeign(ids);
  clock.time = monday + hour;
  await as('reporter').send(report('c1'));
  clock.time = monday + 50 * hour;
  await desk.settled();
  assert.deepEqual(await eventsOf(store, 'c1'), [...warned, 'CaseSupervised']);
  assert.equal(trouble.length, ids.length);
});

test('[CASE-05] what is due and meets with conflicts is sent again, and tried later where they stay', async () => {
  const { store } = smallDesk();
  const left = { times: 5 };
  const { as, clock, desk, trouble } = smallDesk({ store: conflicting(store, 'DeadlineWarned', left) });
  const stop = desk.start();
  await as('reporter').send(report('c1'));
  await as('reporter').send(report('c2'));
  clock.time = monday + 3 * hour;
  await desk.settled();
  assert.deepEqual(await eventsOf(store, 'c1'), warned);
  assert.deepEqual(trouble, []);
  left.times = Infinity;
  await as('reporter').send(report('c3'));
  clock.time = monday + 28 * hour;
  await assert.rejects(desk.settled(), /held up/);
  assert.ok(clock.waits.includes(clock.time + 10_000));
  left.times = 0;
  const reached = nextEvent(store, 'DeadlineWarned');
  clock.reach(clock.time + 10_000);
  assert.equal((await reached).stream, 'case/c3');
  await stop();
});

const nothing = z.object({});
const onTheBell: CommandSpec = { schema: () => nothing, stream: () => 'bell/1' };

/** To be rung at an instant, and never noting that it was: a context with a fault. */
const bell = (at: Instant): Context => ({
  name: 'bell',
  streams: ['bell'],
  commands: {
    HangBell: { ...onTheBell, begins: true },
    RingBell: onTheBell,
  },
  events: { BellHung: { v: 1, schema: nothing }, BellRung: { v: 1, schema: nothing } },
  decide: (_state, { type }) => ({ events: [{ type: type === 'HangBell' ? 'BellHung' : 'BellRung', data: {} }] }),
  evolve: () => ({ hung: true }),
  views: [],
  facts: {},
  sees: 'see:bells',
  about: () => ({}),
  due: () => ({ at, command: { type: 'RingBell', data: {} } }),
});

test('what is due as before though it was done is told once, not done for ever', async () => {
  const model: GovernanceModel = {
    ...smallModel,
    permissions: [...smallModel.permissions, { do: ['HangBell', 'RingBell'], by: ['anyone'], where: 'everywhere' }],
  };
  const { as, clock, desk, store, trouble } = smallDesk({ model, contexts: [bell(monday + hour)] });
  const stop = desk.start();
  await as('reporter').send({ type: 'HangBell', data: {} });
  clock.time = monday + 2 * hour;
  await desk.settled();
  await desk.settled();
  assert.deepEqual(
    (await store.history('bell/1')).map(({ type }) => type),
    ['BellHung', 'BellRung'],
  );
  assert.deepEqual(
    trouble.map((it) => it instanceof Trouble && it.command.type),
    ['RingBell'],
  );
  await stop();
});

/** A desk with nobody to tell, whose two cases have something due that is refused. */
const untold = async (onTrouble?: (trouble: unknown) => void) => {
  const store = memoryStore({ views: viewsOf(contexts) });
  const clock = new TestClock();
  const made = { store, calendar: plainCalendar, clock, newId, contexts };
  const other = createDesk({ ...made, model: { ...smallModel, version: '2' } });
  await other.as(someone('reporter')).send(report('c1'));
  await other.as(someone('reporter')).send(report('c2'));
  const desk = createDesk({ ...made, model: smallModel, ...(onTrouble === undefined ? {} : { onTrouble }) });
  await desk.as(someone('reporter')).send(report('c3'));
  clock.time = monday + 3 * hour;
  return { desk, store };
};

/** Rejections that nobody handles while some work is done, kept from the test runner. */
async function unhandled(count: number, work: () => Promise<void>): Promise<readonly unknown[]> {
  const runner = process.rawListeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  const seen: unknown[] = [];
  const all = new Promise<void>((resolve) => {
    process.on('unhandledRejection', (reason) => {
      if (seen.push(reason) === count) resolve();
    });
  });
  await work();
  await all;
  process.removeAllListeners('unhandledRejection');
  runner.forEach((listener) =>
    process.on('unhandledRejection', (...args) => void Reflect.apply(listener, process, args)),
  );
  return seen;
}

test('trouble that nobody is told of ends unhandled, each on its own, and the rest is sent all the same', async () => {
  const { desk, store } = await untold();
  const seen = await unhandled(2, () => desk.settled());
  assert.deepEqual(codesOf(seen), ['model-unknown', 'model-unknown']);
  assert.match(String(seen[0]), /^Trouble: WarnDeadline: model-unknown$/);
  assert.deepEqual(await eventsOf(store, 'c3'), warned);
});

test('who is told of trouble and fails does not stop the rest', async () => {
  const failure = new Error('the log is full');
  const { desk, store } = await untold(() => {
    throw failure;
  });
  assert.deepEqual(await unhandled(2, () => desk.settled()), [failure, failure]);
  assert.deepEqual(await eventsOf(store, 'c3'), warned);
});
