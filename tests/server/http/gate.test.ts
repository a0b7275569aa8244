import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { deskAnswer, routes } from '@keting/runtime/wire';
import type { Answered } from '@keting/server';
import { report } from '../../runtime/desk/small-place.ts';
import { saidOf, sayingPosts, served } from './served.ts';

const command = { as: 'reporter', body: report('c1') };
const accept = { type: 'AcceptCase', data: { case: 'c1' } };

test('[ALL-01] given nobody, then nothing is reachable, be it there or not', async () => {
  const { ask } = served();
  const paths = [
    ...Object.values(routes).map(({ path }) => path),
    '/openapi.json',
    '/docs',
    '/docs/start.js',
    '/',
    '/no',
  ];
  for (const path of [...paths, 'http://desk.test/', 'http://desk.test/keting/v2/desk']) {
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      const answer = await ask(path, { method });
      assert.equal(answer.status, 401, `${method} ${path}`);
      assert.deepEqual(await answer.json(), { code: 'not-signed-in' });
    }
  }
});

test('[ALL-01] given somebody, when there is no such way or no such method, then it is not found', async () => {
  const { ask, app } = served();
  const wrong: readonly (readonly [string, string])[] = [
    ['GET', '/no'],
    ['GET', '/commands'],
    ['HEAD', '/desk'],
    ['HEAD', '/live?views=cases'],
    ['DELETE', '/files/f1'],
    ['POST', '/desk'],
    ['GET', '/desk/'],
    ['GET', '//desk'],
    ['GET', 'http://desk.test/'],
    ['GET', '/docs/swagger-ui.js'],
    ['GET', '/docs/..%2fpackage.json'],
  ];
  for (const [method, path] of wrong) {
    assert.equal(await saidOf(await ask(path, { as: 'clerk', method })), '404 not-found', `${method} ${path}`);
  }
  assert.equal(app.listeners(), 0);
});

test('[ALL-01] given a sign-in that is a process, then it is nobody: processes do not come over the network', async () => {
  const { ask } = served({ authenticate: () => Promise.resolve({ actor: { kind: 'process', name: 'setup' } }) });
  assert.equal(await saidOf(await ask('/desk')), '401 not-signed-in');
});

test('[ALL-01] given a sign-in that cannot tell, then it is said and logged, without what it said', async () => {
  const { ask, logged } = served({ authenticate: () => Promise.reject(new Error('no key for Zhang San')) });
  assert.equal(await saidOf(await ask('/desk')), '503 not-available');
  assert.match(JSON.stringify(logged), /the sign-in cannot tell/);
  assert.doesNotMatch(JSON.stringify(logged), /Zhang/);
});

test('[ALL-01] given a sign-in by cookie, when something is to change, then only who knows what the desk handed out may', async () => {
  const csrf = { secret: 'thirty-two characters at the very least' };
  const { ask } = served({ csrf });
  const { csrf: token } = deskAnswer.parse(await (await ask('/desk', { as: '~reporter' })).json());
  assert.equal(token, createHmac('sha256', csrf.secret).update('session-reporter').digest('base64url'));
  const send = (shown?: string) =>
    ask('/commands', { ...command, as: '~reporter', headers: shown === undefined ? {} : { 'keting-csrf': shown } });
  const others = deskAnswer.parse(await (await ask('/desk', { as: '~clerk' })).json()).csrf ?? '';
  for (const shown of [undefined, '', 'x', others]) assert.equal(await saidOf(await send(shown)), '403 forged-request');
  assert.equal((await send(token)).status, 200);
  assert.equal(await saidOf(await served().ask('/commands', { ...command, as: '~reporter' })), '403 forged-request');
  assert.throws(() => served({ csrf: { secret: 'short' } }), TypeError);
});

test('[ALL-01] given one who asks too much, then they wait, and others do not', async () => {
  const clientOf = (request: Request) => request.headers.get('x-address') ?? undefined;
  const { ask } = served({ limits: { requests: 3 }, clientOf });
  const many = async (as: string, headers: Record<string, string> = {}) => {
    const said: number[] = [];
    for (let i = 0; i < 4; i += 1) said.push((await ask('/standings', { as, headers })).status);
    return said;
  };
  assert.deepEqual(await many('clerk'), [200, 200, 200, 429]);
  assert.deepEqual(await many('handler'), [200, 200, 200, 429]);
  assert.deepEqual(await many('guest', { 'x-address': '10.0.0.1' }), [200, 200, 200, 429]);
  assert.deepEqual(await many('guest', { 'x-address': '10.0.0.2' }), [200, 200, 200, 429]);
  const answer = await ask('/standings', { as: 'clerk' });
  assert.ok(Number(answer.headers.get('retry-after')) >= 1);
  const batch = await ask('/commands', { as: 'reporter', body: Array.from({ length: 5 }, () => accept) });
  assert.equal(batch.status, 429, 'a batch counts as its commands');
  const streams = ['case/c1', 'case/c2', 'case/c3', 'case/c4'];
  const offers = await ask('/offers', { as: 'asker', body: { streams } });
  assert.equal(offers.status, 429, 'offers count as their streams');
  const few = await ask('/offers', { as: 'few', body: { streams: streams.slice(1) } });
  assert.equal(few.status, 200);
});

test('[ALL-01] given one who tries many keys, then they wait, and whoever has signed in does not', async () => {
  const clientOf = (request: Request) => request.headers.get('x-address') ?? undefined;
  const { ask } = served({ limits: { requests: 2 }, clientOf });
  const headers = { 'x-address': '10.0.0.1' };
  const said: number[] = [];
  for (let i = 0; i < 3; i += 1) said.push((await ask('/standings', { headers })).status);
  assert.deepEqual(said, [401, 401, 429]);
  assert.equal((await ask('/standings', { as: 'clerk', headers })).status, 200);
  assert.equal((await ask('/standings', { headers: { 'x-address': '10.0.0.2' } })).status, 401);
});

const safe: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

test('[ALL-01] given any answer, then it is kept by nobody, and no browser takes it for more than it is', async () => {
  const { ask, app } = served();
  for (const [path, as] of [
    ['/desk', 'clerk'],
    ['/desk', undefined],
    ['/no', 'clerk'],
    ['/live?views=cases', 'clerk'],
  ] as const) {
    const answer = await ask(path, as === undefined ? {} : { as });
    for (const [name, value] of Object.entries(safe)) assert.equal(answer.headers.get(name), value, `${path} ${name}`);
    assert.equal(answer.headers.get('access-control-allow-origin'), null);
  }
  await app.close();
});

test('[ALL-01] given origins that may ask, then exactly their pages may read, and no others', async () => {
  const mine = 'https://portal.test';
  const { ask } = served({ origins: [mine] });
  const preflight = (origin: string, ways = ask) =>
    ways('/commands', { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });
  const opened = await preflight(mine);
  assert.deepEqual([opened.status, opened.headers.get('access-control-allow-origin')], [204, mine]);
  const asked = await ask('/desk', { as: 'clerk', headers: { origin: mine } });
  assert.equal(asked.headers.get('access-control-allow-origin'), mine);
  assert.equal(asked.headers.get('vary'), 'origin');
  for (const origin of ['https://portal.test.evil', 'http://portal.test', 'null', '*']) {
    const answer = await preflight(origin);
    assert.deepEqual([answer.status, answer.headers.get('access-control-allow-origin')], [401, null], origin);
    const read = await ask('/desk', { as: 'clerk', headers: { origin } });
    assert.equal(read.headers.get('access-control-allow-origin'), null);
  }
  assert.equal((await preflight(mine, served().ask)).status, 401, 'closed unless told');
  assert.throws(() => served({ origins: ['*'] }), TypeError);
});

/** A desk that fails to say what posts somebody has. */
function broken(fail: () => never) {
  const answered: Answered[] = [];
  const context = sayingPosts(() => new Promise(fail));
  const all = served({ onRequest: (one) => answered.push(one) }, { contexts: [context] });
  return { ...all, answered, ask: () => all.ask('/standings?name=Zhang', { as: 'clerk' }) };
}

const throwing = (thrown: unknown) => (): never => {
  throw thrown;
};

test('[ALL-01] given an error that nobody foresaw, then it is counted and logged by an id, without what anybody wrote', async () => {
  const { ask, logged, answered } = broken(
    throwing(new TypeError('cannot read Zhang San', { cause: new Error('Li Si') })),
  );
  const answer = await ask();
  const id = answer.headers.get('keting-request-id') ?? '';
  assert.equal(await saidOf(answer), '500 internal');
  assert.match(JSON.stringify(logged), new RegExp(`${id}.*TypeError`));
  assert.doesNotMatch(JSON.stringify(logged), /Zhang|Li Si/);
  const [one] = answered;
  assert.deepEqual([one?.request, one?.route, one?.method, one?.status], [id, '/standings', 'GET', 500]);
});

test('[ALL-01] given a store that cannot be reached, then it is said that it is not available now', async () => {
  const lost = [
    Object.assign(new Error('x'), { code: 'ECONNREFUSED' }),
    new Error('could not ask', { cause: Object.assign(new Error('x'), { code: '08006' }) }),
    new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]),
    new Error('Connection terminated unexpectedly'),
  ];
  for (const error of lost) assert.equal(await saidOf(await broken(throwing(error)).ask()), '503 not-available');
  assert.equal(await saidOf(await broken(throwing('a text')).ask()), '500 internal');
});

test('[ALL-01] given requests, then metrics are told of ways, never of ids', async () => {
  const answered: Answered[] = [];
  const { ask } = served({ onRequest: (one) => answered.push(one) });
  await ask('/views/cases', { as: 'clerk', body: {} });
  await ask('/files/secret', { as: 'clerk' });
  await ask('/secret', { as: 'clerk', method: 'SECRET' });
  assert.deepEqual(
    answered.map(({ method, route, status }) => [method, route, status]),
    [
      ['POST', '/views/:view', 200],
      ['GET', '/files/:file', 404],
      ['other', 'other', 404],
    ],
  );
  assert.ok(answered.every(({ seconds }) => seconds >= 0));
});
