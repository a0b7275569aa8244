import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseCounts, cases, caseStream, commandId, timeline } from '@keting/domain';
import {
  CompositionError,
  createDesk,
  firstPosition,
  memoryStore,
  newId,
  systemClock,
  viewsOf,
  type Receipt,
} from '@keting/runtime';
import { plainCalendar, sampleModel } from '@keting/domain/testing';
import { changedShape, contexts, grids, report, smallDesk, smallModel, straightWay } from './small-place.ts';
import { storeWith } from './store-with.ts';

const refused = (receipt: Receipt) => (receipt.ok ? undefined : receipt.refusal);

const walk = async ({ as }: ReturnType<typeof smallDesk>, way = straightWay('c1')) => {
  for (const [who, command] of way) {
    const receipt = await as(who).send(command);
    assert.ok(receipt.ok, `${command.type}: ${JSON.stringify(refused(receipt))}`);
  }
};

test('[CASE-04] a case walks from the report to the rating, and its history says who did what and when', async () => {
  const small = smallDesk();
  await walk(small);
  const { rows } = await small.as('clerk').view(timeline, { where: { case: 'c1' }, order: [{ by: 'version' }] });
  assert.deepEqual(
    rows.map(({ event, by, actor }) => [event, by, actor]),
    [
      ['CaseReported', 'reporter', undefined],
      ['CaseAccepted', 'person', 'clerk'],
      ['CaseDispatched', 'person', 'clerk'],
      ['CaseHandled', 'person', 'handler'],
      ['CaseVerified', 'person', 'clerk'],
      ['CaseReplied', 'person', 'clerk'],
      ['CaseRated', 'reporter', undefined],
    ],
  );
});

test('[CASE-01] a report is given the next number of its day, and the same command acts once', async () => {
  const { as, store } = smallDesk();
  const id = commandId.parse('018e0000-0000-7000-8000-000000000001');
  const first = await as('reporter').send({ ...report('c1'), id });
  const again = await as('reporter').send({ ...report('c1'), id });
  const second = await as('reporter').send(report('c2'));
  assert.ok(first.ok && second.ok);
  assert.equal(first.number, '2026-0302-0001');
  assert.deepEqual(again, first);
  assert.equal(second.number, '2026-0302-0002');
  assert.equal((await store.history('case/c1')).length, 1);
});

test('a refusal leaves no trace in the store', async () => {
  const small = smallDesk();
  const before = await small.store.changes(firstPosition, 100);
  const receipts = [
    await small.as('reporter').send(report('c1', { text: '' })),
    await small.as('reporter').send(report('c1', { place: { grid: 'nowhere' } })),
    await small.as('reporter').send({ type: 'AcceptCase', data: { case: 'c1' } }),
    await small.as('reporter').send({ type: 'FlyToTheMoon', data: {} }),
  ];
  assert.deepEqual(
    receipts.map((receipt) => refused(receipt)?.code),
    ['command-invalid', 'grid-unknown', 'not-found', 'command-unknown'],
  );
  assert.deepEqual(await small.store.changes(firstPosition, 100), before);
  assert.equal(await small.store.next('2026-0302'), 1);
});

test('[CASE-01] wrong fields are told one by one, and nothing of the rest is lost', async () => {
  const { as } = smallDesk();
  const receipt = await as('reporter').send(report('c1', { class: 'pothole', text: 'x', fields: { depth: 900 } }));
  assert.deepEqual(refused(receipt)?.faults, [
    { path: 'text', code: 'too-short', limit: 2 },
    { path: 'fields.depth', code: 'too-large', limit: 200 },
  ]);
});

test('[ALL-01] who may not see a case is told that there is none, whether it exists or not', async () => {
  const small = smallDesk();
  await small.as('reporter').send(report('c1'));
  const ask = (who: string, id: string) => small.as(who).send({ type: 'AcceptCase', data: { case: id } });
  assert.deepEqual(refused(await ask('stranger', 'c1')), {
    ...refused(await ask('stranger', 'c9')),
    ids: ['c1'],
  });
  assert.equal(refused(await ask('stranger', 'c1'))?.code, 'not-found');
  assert.equal(refused(await ask('reporter', 'c1'))?.code, 'not-permitted');
});

test('[ALL-01] a list holds what one may see, and a stranger’s timeline is empty', async () => {
  const small = smallDesk();
  await small.as('reporter').send(report('c1'));
  await small.as('other').send(report('c2', { place: { grid: grids[1] } }));
  const ids = async (who: string) => (await small.as(who).view(cases)).rows.map(({ id }) => id);
  assert.deepEqual(await ids('clerk'), ['c1', 'c2']);
  assert.deepEqual(await ids('reporter'), ['c1']);
  assert.deepEqual(await ids('stranger'), []);
  assert.deepEqual((await small.as('stranger').view(timeline, { where: { case: 'c1' } })).rows, []);
  assert.deepEqual((await small.as('clerk').view(timeline)).rows, [], 'a timeline is asked for by its case');
});

test('[ALL-01] a masked reporter is shown to those with need and to nobody else', async () => {
  const small = smallDesk();
  await small.as('reporter').send(report('c1'));
  await small.as('clerk').send({ type: 'AcceptCase', data: { case: 'c1' } });
  await small.as('clerk').send({ type: 'DispatchCase', data: { case: 'c1', handler: 'office', reason: 'near' } });
  const shown = async (who: string) => (await small.as(who).view(cases)).rows[0];
  assert.equal((await shown('clerk'))?.reporter, 'reporter');
  const handler = await shown('handler');
  assert.equal(handler?.id, 'c1');
  assert.equal(handler.reporter, undefined);
});

test('texts lie in the contents store; the events hold a commitment, and erasing leaves the history whole', async () => {
  const small = smallDesk();
  await walk(small);
  const events = await small.store.history('case/c1');
  assert.doesNotMatch(JSON.stringify(events), /hedge|signed/);
  const [row] = (await small.as('clerk').view(cases)).rows;
  const { contents } = await small.as('clerk').view(cases);
  assert.ok(row);
  assert.equal(contents[row.text.content], 'two neighbours cannot agree on a hedge');
  await small.store.erase([row.text.content]);
  const after = await small.as('clerk').view(cases);
  assert.equal(after.contents[row.text.content], undefined);
  assert.equal((await small.store.history('case/c1')).length, events.length);
});

test('[CASE-01] an anonymous report carries nobody; the receipt’s secret alone owns it', async () => {
  const { desk, as, store } = smallDesk();
  const receipt = 'a'.repeat(64);
  await as('reporter').send(report('c1', { mode: 'anonymous', receipt }));
  assert.doesNotMatch(JSON.stringify(await store.history('case/c1')), /"reporter"(?!:\{)/);
  assert.deepEqual((await as('reporter').view(cases)).rows, []);
  const holder = desk.as({ kind: 'anonymous', receipt });
  assert.deepEqual((await holder.view(cases)).rows, [], 'the sample lets only the signed-in see their own');
});

test('[CASE-08] counts by grid and class equal a count by hand', async () => {
  const small = smallDesk();
  await walk(small, straightWay('c1'));
  await walk(small, straightWay('c2').slice(0, 5));
  await walk(small, straightWay('c3').slice(0, 2));
  const [sum] = await small
    .as('clerk')
    .sum(caseCounts, { by: ['grid', 'class'], of: ['reported', 'open', 'closed', 'replied', 'rated', 'satisfied'] });
  assert.deepEqual(sum, {
    grid: grids[0],
    class: 'dispute',
    reported: 3,
    open: 1,
    closed: 2,
    replied: 1,
    rated: 1,
    satisfied: 1,
  });
});

test('[CASE-04] of two who race for a case one wins, and the other learns what has changed', async () => {
  const small = smallDesk();
  await small.as('reporter').send(report('c1'));
  const receipts = await Promise.all([
    small.as('clerk').send({ type: 'AcceptCase', data: { case: 'c1' } }),
    small.as('clerk').send({ type: 'DeclineCase', data: { case: 'c1', reason: 'not ours' } }),
  ]);
  assert.equal(receipts.filter(({ ok }) => ok).length, 1);
  assert.equal(refused(receipts.find(({ ok }) => !ok) ?? receipts[0])?.code, 'wrong-stage');
});

test('[CASE-04] what has moved each time it was to be decided is refused, and the refusal says what changed', async () => {
  const first = smallDesk();
  await first.as('reporter').send(report('c1'));
  const meanwhile = [
    { type: 'ReturnCase', data: { case: 'c1', reason: 'not ours' } },
    { type: 'StartCase', data: { case: 'c1' } },
  ];
  await first.as('clerk').send({ type: 'AcceptCase', data: { case: 'c1' } });
  await first.as('clerk').send({ type: 'DispatchCase', data: { case: 'c1', handler: 'office', reason: 'near' } });
  const store = storeWith(first.store, {
    async commit(commit) {
      const next = meanwhile.pop();
      if (next !== undefined) assert.ok((await first.as('handler').send(next)).ok, next.type);
      return first.store.commit(commit);
    },
  });
  const slow = smallDesk({ store, clock: first.clock, seed: 2 });
  const receipt = await slow.as('clerk').send({ type: 'UrgeCase', data: { case: 'c1', note: 'it is late' } });
  assert.deepEqual(refused(receipt), {
    code: 'version-conflict',
    rule: 'KERNEL',
    ids: ['c1'],
    params: { changed: ['CaseReturned'], by: ['handler'] },
  });
});

test('[ALL-01] a refusal as a conflict says nothing of what the actor may not see', async () => {
  const first = smallDesk();
  for (const [who, id] of [
    ['reporter', 'c1'],
    ['neighbour', 'c2'],
  ] as const) {
    assert.ok((await first.as(who).send(report(id))).ok);
  }
  const store = storeWith(first.store, {
    commit: () => Promise.resolve({ outcome: 'stale', streams: [caseStream('c1'), caseStream('c2')] }),
  });
  const slow = smallDesk({ store, clock: first.clock, seed: 2 });
  const urge = { type: 'UrgeCase', data: { case: 'c1', note: 'it is late' } };
  assert.deepEqual(refused(await slow.as('reporter').send(urge))?.ids, ['c1']);
  assert.deepEqual(refused(await slow.as('clerk').send(urge))?.ids, ['c1', 'c2']);
});

test('a case whose model the desk does not hold is left alone, and goes on where the desk holds it', async () => {
  const first = smallDesk();
  await first.as('reporter').send(report('c1'));
  const model = { ...smallModel, version: '2' };
  const accept = { type: 'AcceptCase', data: { case: 'c1' } };
  const without = smallDesk({ model, store: first.store, clock: first.clock, seed: 2 });
  assert.deepEqual(refused(await without.as('clerk').send(accept)), {
    code: 'model-unknown',
    rule: 'KERNEL',
    ids: ['c1'],
    params: {},
  });
  const knowing = smallDesk({ model, earlierModels: [smallModel], store: first.store, clock: first.clock, seed: 3 });
  assert.ok((await knowing.as('clerk').send(accept)).ok);
  const [reported, accepted] = await first.store.history('case/c1');
  assert.equal(accepted?.model, reported?.model, 'a case stays under the model it began under');
});

test('a desk that is put together wrongly says so at once', () => {
  const store = memoryStore({ views: viewsOf(contexts) });
  const make = (model: typeof smallModel, of = contexts) =>
    createDesk({ model, store, calendar: plainCalendar, clock: systemClock, newId, contexts: of });
  const misspelt = sampleModel({ permissions: [{ do: ['AceptCase'], by: ['anyone'], where: 'everywhere' }] });
  assert.throws(() => make(misspelt), CompositionError);
  assert.throws(() => make(smallModel, [...contexts, ...contexts]), CompositionError);
  assert.throws(() => make(smallModel, changedShape(contexts, { v: 2 })), CompositionError);
});
