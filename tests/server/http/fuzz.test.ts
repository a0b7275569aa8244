import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { contexts, report, smallModel, straightWay } from '../../runtime/desk/small-place.ts';
import { viewsOf } from '@keting/runtime';
import { routes } from '@keting/runtime/wire';
import { postgresStore, type PostgresStore } from '@keting/server';
import { figure, seed } from '../reliability/chance.ts';
import { served, type Ask } from './served.ts';

/** How many requests; a long run sets more. */
const numRuns = Number(process.env['KETING_SOAK_FUZZ'] ?? 3000);

const nasty = fc.constantFrom(
  '',
  'c1',
  'case/c1',
  '/',
  'cases',
  'constructor',
  '__proto__',
  'toString',
  '\0',
  '\ud800',
  '1e999',
  '-0',
  'x'.repeat(2500),
  '0',
  'NaN',
);
const noise = fc.oneof(
  nasty,
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.double(),
  fc.maxSafeInteger(),
  fc.boolean(),
  fc.constant(null),
  fc.jsonValue({ maxDepth: 3 }),
);

const fields = [...new Set(straightWay('c1').flatMap(([, { data }]) => Object.keys(data)))];
const commandTypes = contexts.flatMap(({ commands }) => Object.keys(commands));
const known = new Map<string, Readonly<Record<string, unknown>>>(
  straightWay('c1').map(([, one]) => [one.type, one.data]),
);

/** The data of a command as it should be, with some of its fields as they should not. */
const data = (type: string) =>
  fc
    .tuple(
      fc.constantFrom('c1', 'c2', 'c3', 'c9'),
      fc.dictionary(fc.oneof(fc.constantFrom(...fields), nasty), noise, { maxKeys: 3 }),
      fc.boolean(),
    )
    .map(([id, odd, right]) => ({ ...report(id).data, ...known.get(type), case: id, ...(right ? {} : odd) }));
const command = fc
  .oneof({ weight: 9, arbitrary: fc.constantFrom(...commandTypes) }, nasty)
  .chain((type) => fc.oneof({ weight: 5, arbitrary: data(type) }, noise).map((given) => ({ type, data: given })));

const columns = ['id', 'stage', 'grid', 'class', 'changedAt', 'case', 'version', 'handler'];
const column = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...columns) }, nasty);
const condition = fc.oneof(
  noise,
  fc.record({ in: fc.array(noise, { maxLength: 3 }) }),
  fc.record({ prefix: noise }),
  fc.record({ from: noise, to: noise }, { requiredKeys: [] }),
);
const where = fc.dictionary(column, condition, { maxKeys: 3 });
const query = fc.record(
  {
    where,
    order: fc.array(fc.record({ by: column, down: fc.boolean() }, { requiredKeys: ['by'] }), { maxLength: 3 }),
    limit: fc.oneof(fc.integer({ min: -1, max: 1100 }), noise),
    cursor: fc.oneof(nasty, fc.constantFrom('["",1]', '["","c1"]', '[]', '{}', '["id","c1","c1"]', '["id","c1",{}]')),
  },
  { requiredKeys: [] },
);
const sum = fc.record({ where, by: fc.array(column, { maxLength: 3 }), of: fc.array(column, { maxLength: 3 }) });

const viewName = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...contexts.flatMap(({ views }) => views.map(({ name }) => name))) },
  nasty.map(encodeURIComponentSafely),
);

function encodeURIComponentSafely(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '?'));
}

const posted = (path: fc.Arbitrary<string>, body: fc.Arbitrary<unknown>) =>
  fc
    .tuple(path, fc.oneof({ weight: 9, arbitrary: body }, noise))
    .map(([to, said]): [string, Ask] => [to, { body: said }]);
const gotten = (path: fc.Arbitrary<string>) => path.map((to): [string, Ask] => [to, {}]);
const part = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 12 })).map(encodeURIComponentSafely);

const asked = fc.oneof(
  {
    weight: 5,
    arbitrary: posted(fc.constantFrom('/commands', '/can'), fc.oneof(command, fc.array(command, { maxLength: 3 }))),
  },
  posted(
    fc.constant('/offers'),
    fc.record({ streams: fc.array(fc.oneof(nasty, fc.constant('case/c2')), { maxLength: 4 }) }),
  ),
  {
    weight: 3,
    arbitrary: posted(
      viewName.map((name) => `/views/${name}`),
      query,
    ),
  },
  {
    weight: 2,
    arbitrary: posted(
      viewName.map((name) => `/views/${name}/sum`),
      sum,
    ),
  },
  gotten(fc.tuple(viewName, part).map(([name, after]) => `/news?views=${name}&after=${after}`)),
  gotten(part.map((id) => `/files/${id}`)),
  gotten(part.map((path) => `/${path}`)),
  fc
    .tuple(part, fc.uint8Array({ maxLength: 60 }))
    .map(([id, raw]): [string, Ask] => [`/files/${id}`, { method: 'PUT', raw }]),
  fc
    .tuple(fc.constantFrom(...Object.values(routes)), fc.uint8Array({ maxLength: 40 }))
    .map(([{ path }, raw]): [string, Ask] => [
      path,
      { method: 'POST', raw, headers: { 'content-type': 'application/json' } },
    ]),
);

/** Where the record is kept, and how many requests are made up for it. */
const records: readonly (readonly [string, number, () => Promise<PostgresStore | undefined>])[] = [
  ['in memory', numRuns, () => Promise.resolve(undefined)],
  ['on PGlite', Number(process.env['KETING_SOAK_FUZZ'] ?? 300), inDatabase],
];

const throwIt = (trouble: unknown): never => {
  throw trouble;
};

function inDatabase(): Promise<PostgresStore> {
  return postgresStore({ connect: {}, district: 'small', views: viewsOf(contexts), onTrouble: throwIt });
}

for (const [where, requests, open] of records) {
  test(`[ALL-01] given whatever anybody sends, ${requests} times, to a record ${where}, then no answer is an error of the server`, async () => {
    const store = await open();
    const { ask, as, logged } = served({}, { model: smallModel, ...(store === undefined ? {} : { store }) });
    for (const id of ['c1', 'c2']) await as('reporter').send(report(id));
    const who = fc.constantFrom('clerk', 'handler', 'reporter', 'stranger', 'guest');
    await fc.assert(
      fc.asyncProperty(who, asked, async (name, [path, given]) => {
        const answer = await ask(path, { ...given, as: name });
        const told = `${answer.status} ${path} ${JSON.stringify(given)} ${JSON.stringify(logged.at(-1))}`;
        assert.ok(answer.status < 500, told);
        await answer.body?.cancel();
      }),
      { numRuns: requests, seed },
    );
    await store?.close();
    await figure(`Made-up requests to a record ${where}`, { requests, 'answers of 500 and above': 0 });
  });
}
