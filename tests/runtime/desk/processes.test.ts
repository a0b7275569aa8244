import assert from 'node:assert/strict';
import { test } from 'node:test';
import { streamKey, type GovernanceModel, type Process, type Recorded } from '@keting/domain';
import { createDesk, newId, Trouble } from '@keting/runtime';
import { plainCalendar } from '@keting/domain/testing';
import { changedShape, contexts, grids, monday, report, smallDesk, smallModel } from './small-place.ts';
import { conflicting, eventsOf, nextEvent, storeWith } from './store-with.ts';

const accept = (event: Recorded) => [{ type: 'AcceptCase', data: { case: streamKey(event.stream) } }];

/** Accepts whatever is reported: the smallest process there is. */
const eager: Process = { name: 'eager', on: ['CaseReported'], react: accept };
const letIn: GovernanceModel = {
  ...smallModel,
  permissions: [...smallModel.permissions, { do: ['AcceptCase'], by: [{ process: 'eager' }], where: 'everywhere' }],
};
const once = ['CaseReported', 'CaseAccepted'];

/** A desk that holds no process on a place that knows one, and one that does: what a crash in between leaves. */
const twoDesks = () => {
  const gone = smallDesk({ model: letIn });
  const back = smallDesk({ model: letIn, processes: [eager], store: gone.store, clock: gone.clock, seed: 2 });
  return { gone, back };
};

test('a process whose command is accepted answers each event once, however often it runs', async () => {
  const { as, desk, store, trouble } = smallDesk({ model: letIn, processes: [eager] });
  await as('reporter').send(report('c1'));
  await Promise.all([desk.settled(), desk.settled()]);
  await desk.settled();
  const [reported, accepted] = await store.history('case/c1');
  assert.deepEqual(await eventsOf(store, 'c1'), once);
  assert.equal(accepted?.cause, reported?.id);
  assert.deepEqual(accepted?.actor, { kind: 'process', name: 'eager' });
  assert.deepEqual(trouble, []);
});

test('a process reads what an older release wrote in the shape of now, and the record stays as it was', async () => {
  const { gone } = twoDesks();
  await gone.as('reporter').send(report('c1'));
  const lifted: number[] = [];
  const upcast = (_data: unknown, from: number) => {
    lifted.push(from);
    return { lifted: [...lifted] };
  };
  const read: Recorded[] = [];
  const later = createDesk({
    model: letIn,
    store: gone.store,
    calendar: plainCalendar,
    clock: gone.clock,
    newId,
    contexts: changedShape(contexts, { v: 3, upcast }),
    processes: [
      {
        name: 'eager',
        on: ['CaseReported'],
        react: (event) => {
          read.push(event);
          return [];
        },
      },
    ],
  });
  await later.settled();
  assert.deepEqual(
    read.map(({ v, data }) => ({ v, data })),
    [{ v: 3, data: { lifted: [1, 2] } }],
  );
  assert.equal((await gone.store.history('case/c1'))[0]?.v, 1);
});

test('two desks on one store answer an event once between them', async () => {
  const one = smallDesk({ model: letIn, processes: [eager] });
  const two = smallDesk({ model: letIn, processes: [eager], store: one.store, clock: one.clock, seed: 2 });
  const stops = [one.desk.start(), two.desk.start()];
  await one.as('reporter').send(report('c1'));
  await two.as('reporter').send(report('c2'));
  await Promise.all([one.desk.settled(), two.desk.settled()]);
  assert.deepEqual(await eventsOf(one.store, 'c1'), once);
  assert.deepEqual(await eventsOf(one.store, 'c2'), once);
  assert.deepEqual([...one.trouble, ...two.trouble], []);
  await Promise.all(stops.map((stop) => stop()));
});

test('what a process had not answered when its desk ended is answered when one starts', async () => {
  const { gone, back } = twoDesks();
  await gone.as('reporter').send(report('c1'));
  const accepted = nextEvent(back.store, 'CaseAccepted');
  const stop = back.desk.start();
  assert.equal((await accepted).stream, 'case/c1');
  await stop();
});

test('a started desk answers what happens at another desk on the same store', async () => {
  const { gone, back } = twoDesks();
  const stop = back.desk.start();
  await back.desk.settled();
  const accepted = nextEvent(back.store, 'CaseAccepted');
  await gone.as('reporter').send(report('c1'));
  assert.equal((await accepted).stream, 'case/c1');
  await stop();
});

test('settled ends when the answers to answers are there too, whatever the order of the processes', async () => {
  const second: Process = {
    name: 'second',
    on: ['CaseAccepted'],
    react: (event) => [{ type: 'FileCase', data: { case: streamKey(event.stream) } }],
  };
  const model: GovernanceModel = {
    ...letIn,
    permissions: [...letIn.permissions, { do: ['FileCase'], by: [{ process: 'second' }], where: 'everywhere' }],
  };
  const { as, desk, store } = smallDesk({ model, processes: [second, eager] });
  await as('reporter').send(report('c1'));
  await desk.settled();
  assert.deepEqual(await eventsOf(store, 'c1'), [...once, 'CaseFiled']);
});

test('an answer that meets with conflicts is sent again until it is accepted', async () => {
  const left = { times: 0 };
  const { store } = smallDesk();
  const { as, desk, trouble } = smallDesk({
    model: letIn,
    processes: [eager],
    store: conflicting(store, 'CaseAccepted', left),
  });
  left.times = 5;
  await as('reporter').send(report('c1'));
  await desk.settled();
  assert.equal(left.times, 0);
  assert.deepEqual(await eventsOf(store, 'c1'), once);
  assert.deepEqual(trouble, []);
});

test('a process does not go past an event whose answer stays in conflict, and nothing before it is answered again', async () => {
  const left = { times: 0 };
  const { store } = smallDesk();
  const asked: string[] = [];
  const curious: Process = {
    ...eager,
    react: (event) => {
      asked.push(streamKey(event.stream));
      return accept(event);
    },
  };
  const small = smallDesk({
    model: letIn,
    processes: [curious],
    store: conflicting(store, 'CaseAccepted', left),
  });
  const before = smallDesk({ model: letIn, store, clock: small.clock, seed: 2 });
  for (const id of ['c1', 'c2', 'c3']) await before.as('reporter').send(report(id));
  await before.as('clerk').send({ type: 'AcceptCase', data: { case: 'c1' } });
  left.times = Infinity;
  await assert.rejects(small.desk.settled(), /held up/);
  assert.deepEqual(asked, ['c1', 'c2']);
  const codes = () =>
    small.trouble.map((it) => it instanceof Trouble && !it.receipt.ok && it.receipt.refusal.code).filter(Boolean);
  assert.deepEqual(codes(), ['wrong-stage', 'version-conflict']);
  left.times = 0;
  await small.desk.settled();
  assert.deepEqual(asked, ['c1', 'c2', 'c2', 'c3']);
  assert.deepEqual(await eventsOf(store, 'c2'), once);
  assert.deepEqual(await eventsOf(store, 'c3'), once);
  assert.equal(codes().length, 2, 'what was refused before is told once');
});

test('a started desk tries again after ten seconds what is held up', async () => {
  const left = { times: Infinity };
  const { store } = smallDesk();
  const { as, clock, desk } = smallDesk({
    model: letIn,
    processes: [eager],
    store: conflicting(store, 'CaseAccepted', left),
  });
  const stop = desk.start();
  await as('reporter').send(report('c1'));
  await assert.rejects(desk.settled(), /held up/);
  assert.ok(clock.waits.includes(monday + 10_000));
  left.times = 0;
  const accepted = nextEvent(store, 'CaseAccepted');
  clock.reach(monday + 10_000);
  await accepted;
  await stop();
  assert.deepEqual(clock.waits, []);
});

test('a process that fails is told of, and holds up no other', async () => {
  const failure = new Error('a process with a fault');
  const faulty: Process = {
    name: 'faulty',
    on: ['CaseReported'],
    react: () => {
      throw failure;
    },
  };
  const { as, desk, store, trouble } = smallDesk({ model: letIn, processes: [faulty, eager] });
  await as('reporter').send(report('c1'));
  await assert.rejects(desk.settled(), /held up/);
  assert.deepEqual(await eventsOf(store, 'c1'), once);
  assert.ok(trouble.length > 0 && trouble.every((it) => it === failure));
});

test('a process does only what the model lets it, and each refusal is told once', async () => {
  const { as, desk, store, trouble } = smallDesk({ processes: [eager] });
  await as('reporter').send(report('c1'));
  await as('reporter').send(report('c2', { place: { grid: grids[1] } }));
  await desk.settled();
  await desk.settled();
  assert.deepEqual(await eventsOf(store, 'c1'), ['CaseReported']);
  assert.deepEqual(
    trouble.map((it) => it instanceof Trouble && it.message),
    ['AcceptCase: not-permitted', 'AcceptCase: not-permitted'],
  );
});

test('what is none of a process is passed over without a note in the store, and is not answered again after a restart', async () => {
  const { as, desk, store, clock } = smallDesk({ model: letIn, processes: [eager] });
  await as('reporter').send(report('c1'));
  await desk.settled();
  const noted = await store.row('process-positions', 'eager');
  assert.notEqual(noted, undefined);
  await as('clerk').send({ type: 'UrgeCase', data: { case: 'c1', note: 'it is late' } });
  await desk.settled();
  assert.deepEqual(await store.row('process-positions', 'eager'), noted);
  const back = smallDesk({ model: letIn, processes: [eager], store, clock, seed: 2 });
  await back.desk.settled();
  assert.deepEqual(await eventsOf(store, 'c1'), [...once, 'CaseUrged']);
});

test('what has happened is read once, however many processes there are', async () => {
  const silent = (name: string): Process => ({ name, on: ['CaseFiled'], react: () => [] });
  const readsBeside = async (others: readonly Process[]): Promise<number> => {
    let reads = 0;
    const { store: kept } = smallDesk();
    const store = storeWith(kept, {
      changes(after, limit) {
        reads += 1;
        return kept.changes(after, limit);
      },
    });
    const { as, desk } = smallDesk({ model: letIn, processes: [eager, ...others], store });
    await desk.settled();
    reads = 0;
    await as('reporter').send(report('c1'));
    await desk.settled();
    assert.deepEqual(await eventsOf(store, 'c1'), once);
    return reads;
  };
  const besideOne = await readsBeside([silent('a')]);
  assert.equal(await readsBeside(['a', 'b', 'c', 'd'].map(silent)), besideOne);
});
