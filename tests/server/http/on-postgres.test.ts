import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as fc from 'fast-check';
import { viewsOf } from '@keting/runtime';
import { postgresStore } from '@keting/server';
import { contexts, report, straightWay } from '../../runtime/desk/small-place.ts';
import { LiveReader } from './live-reader.ts';
import { saidOf, served } from './served.ts';

const trouble: unknown[] = [];
const store = await postgresStore({
  connect: {},
  district: 'small',
  views: viewsOf(contexts),
  onTrouble: (one) => trouble.push(one),
});
after(() => store.close());
const all = served({}, { store });
const live = async (headers: Readonly<Record<string, string>> = {}) =>
  new LiveReader(await all.ask('/live?views=cases', { as: 'clerk', headers }));

test('[ALL-02] given the record on PostgreSQL, when a case goes its way, then who follows is told, and goes on where they were', async () => {
  const clerk = await live();
  const begin = await clerk.event();
  const [[as, body] = ['', undefined], ...rest] = straightWay('c1');
  await all.ask('/commands', { as, body });
  const first = await clerk.event();
  assert.deepEqual(first?.data, { cases: { changed: ['c1'], gone: [] } });
  await clerk.leave();
  for (const [who, command] of rest)
    assert.match(await (await all.ask('/commands', { as: who, body: command })).text(), /"ok":true/);
  for (const id of [begin?.id, first.id]) {
    const back = await (await live({ 'last-event-id': id ?? '' })).event();
    assert.deepEqual([back?.event, back?.data], [undefined, { cases: { changed: ['c1'], gone: [] } }]);
  }
  const told = await all.ask(`/news?views=cases&after=${first.id}`, { as: 'clerk' });
  assert.match(await told.text(), /"changed":\["c1"\].*"complete":true/);
  const now: unknown = await (await all.ask('/news', { as: 'clerk' })).json();
  const { position } = Object.fromEntries(Object.entries(now ?? {}));
  assert.equal((await (await live({ 'last-event-id': String(position) })).event())?.event, undefined);
  assert.deepEqual(trouble, []);
});

test('[ORG-09] given the record on PostgreSQL, then who answers for a case is asked as of one in memory', async () => {
  const memory = served();
  for (const { as } of [all, memory]) {
    for (const [who, command] of straightWay('c7').slice(0, 3)) assert.equal((await as(who).send(command)).ok, true);
  }
  const body = { case: 'c7' };
  const told = async ({ ask }: typeof all) =>
    (await ask('/questions/answerable-for-case', { as: 'handler', body })).text();
  assert.equal(await told(all), await told(memory));
  assert.match(await told(all), /"persons":\["handler"\]/);
});

for (const id of ['x', '7', '1.99999999999.0', '9999999999.1.1', '0.1', '1.2.3.4', '999999999.1.1']) {
  test(`[ALL-02] given the record on PostgreSQL and the position ${id} that it never named, then whoever shows it reads anew`, async () => {
    assert.equal((await (await live({ 'last-event-id': id })).event())?.event, 'reset');
  });
}

test('[ALL-01] given the record on PostgreSQL, when anything is asked of it, then it is kept or refused, and never fails', async () => {
  await all.as('reporter').send(report('c2'));
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ unit: 'grapheme', maxLength: 30 }));
  const value = fc.oneof(text, fc.double(), fc.boolean(), fc.maxSafeInteger());
  const condition = fc.oneof(
    value,
    fc.record({ in: fc.array(value, { maxLength: 3 }) }),
    fc.record({ prefix: text }),
    fc.record({ from: value, to: value }),
  );
  const column = fc.constantFrom('id', 'stage', 'grid', 'changedAt', 'class', 'handler', 'constructor', '');
  const query = fc.record(
    {
      where: fc.dictionary(column, condition, { maxKeys: 2 }),
      order: fc.array(fc.record({ by: column }), { maxLength: 2 }),
      cursor: fc.oneof(text, fc.constantFrom('["",1]', '["id","c1","c1"]', '["id","c1",{}]', '[]')),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(query, text, async (body, given) => {
      const answers = [
        await all.ask('/views/cases', { as: 'clerk', body }),
        await all.ask('/commands', { as: 'reporter', body: report('c3', { text: given }) }),
        await all.ask('/offers', { as: 'clerk', body: { streams: [`case/${given}`] } }),
        await all.ask('/questions/answerable-for-case', { as: 'clerk', body: { case: given } }),
        await all.ask('/questions/grids-at', { as: 'clerk', body: { ...body, system: given } }),
        await all.ask(`/news?views=cases&after=${encodeURIComponent(given.replaceAll(/\p{Surrogate}/gu, '?'))}`, {
          as: 'clerk',
        }),
      ];
      for (const answer of answers) {
        assert.ok(answer.status < 500, `${await saidOf(answer)} ${JSON.stringify([body, given, all.logged.at(-1)])}`);
      }
    }),
    { numRuns: 200 },
  );
});
