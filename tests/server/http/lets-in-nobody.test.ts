import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { routes } from '@keting/runtime/wire';
import { jwtSignIn } from '@keting/server';
import { report } from '../../runtime/desk/small-place.ts';
import { LiveReader } from './live-reader.ts';
import { served, wholeOf, type Ask, type Served } from './served.ts';
import { audience, issuer, secret, token, unsigned } from './tokens.ts';

type Way = keyof typeof routes;

const photo = new Uint8Array(
  readFileSync(createRequire(import.meta.url).resolve('highlight.js/styles/school-book.png')),
);
const id = '01951f6e-0000-7000-8000-000000000001';

/** How each way asks for a case and its photo, by their number: 1 is there, 9 is not. */
const asking: { readonly [Name in Way]: (number: number) => readonly [path: string, ask: Ask] } = {
  desk: () => ['/desk', {}],
  send: (n) => ['/commands', { body: { type: 'AcceptCase', data: { case: `c${n}` }, id } }],
  can: (n) => ['/can', { body: { type: 'RateCase', data: { case: `c${n}`, rating: 'satisfied' }, id } }],
  offers: (n) => ['/offers', { body: { streams: [`case/c${n}`] } }],
  view: (n) => ['/views/cases', { body: { where: { id: `c${n}` } } }],
  sum: (n) => ['/views/cases/sum', { body: { where: { id: `c${n}` }, by: ['stage'], of: ['changedAt'] } }],
  ask: (n) => ['/questions/answerable-for-case', { body: { case: `c${n}` } }],
  standings: () => ['/standings', {}],
  news: () => ['/news?views=cases,timeline&after=0', {}],
  live: () => ['/live?views=cases,timeline&after=0', {}],
  attach: (n) => [`/files/f${n}`, { method: 'PUT', raw: 'no photo' }],
  file: (n) => [`/files/f${n}`, {}],
  person: (n) => [`/persons/${n === 1 ? 'reporter' : 'nowhere'}`, {}],
};

const inThePast = Math.floor(Date.now() / 1000) - 3600;
const nobody: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'no credentials': {},
  'a forged signature': { authorization: `Bearer ${token({}, {}, 'another secret of thirty-two chars!')}` },
  'an expired token': { authorization: `Bearer ${token({ exp: inThePast })}` },
  'a token for another district': { authorization: `Bearer ${token({ aud: 'keting/990102' })}` },
  'a token that nobody signed': { authorization: `Bearer ${unsigned()}` },
  'a password': { authorization: 'Basic Y2xlcms6Y2xlcms=' },
  'a cookie': { cookie: `session=${token()}` },
  'a header of a gateway': { 'x-keting-person': 'clerk', 'x-who': 'clerk' },
};

const as = (sub: string) => ({ authorization: `Bearer ${token({ sub })}` });

async function place(): Promise<Served> {
  const authenticate = jwtSignIn({ keys: { secret }, issuer, audience, algorithms: ['HS256'] });
  const all = served({ authenticate });
  await all.ask('/files/f1', { headers: as('reporter'), method: 'PUT', raw: photo });
  const sent = await all.ask('/commands', { headers: as('reporter'), body: report('c1', { photos: ['f1'] }) });
  assert.match(await sent.text(), /"ok":true/);
  return all;
}

async function answered(all: Served, way: Way, number: number, headers: Readonly<Record<string, string>>) {
  const [path, ask] = asking[way](number);
  return all.ask(path, {
    ...ask,
    headers: { ...ask.headers, ...headers, ...(ask.body ? { 'content-type': 'application/json' } : {}) },
  });
}

const ways = Object.keys(asking).filter((name): name is Way => name in routes);

for (const way of ways) {
  for (const [whose, headers] of Object.entries(nobody)) {
    test(`[ALL-01] ${way} lets in nobody: given ${whose}, then it is refused the same, be it there or not`, async () => {
      const all = await place();
      const there = await wholeOf(await answered(all, way, 1, headers));
      assert.equal(there.status, 401);
      assert.equal(there.body, '{"code":"not-signed-in"}');
      assert.deepEqual(await wholeOf(await answered(all, way, 9, headers)), there);
      assert.equal((await all.store.history('case/c1')).length, 1, 'nothing has happened');
      assert.equal(all.app.listeners(), 0);
    });
  }
}

for (const way of ways.filter((one) => one !== 'live')) {
  for (const sub of ['stranger', 'nobody-known']) {
    test(`[ALL-01] ${way}, given ${sub} of another grid, then what is there is as what is not`, async () => {
      const all = await place();
      const whole = async (number: number) => {
        const told: unknown = await wholeOf(await answered(all, way, number, as(sub)));
        return JSON.stringify(told).replaceAll(new RegExp(`\\b[cf]${number}\\b`, 'g'), '#');
      };
      const there = await whole(1);
      assert.equal(await whole(9), there);
      assert.doesNotMatch(there, /hedge|reporter"/);
      assert.equal((await all.store.history('case/c1')).length, 1, 'nothing has happened');
    });
  }
}

test('[ALL-01] live, given one of another grid, then they hear of nothing', async () => {
  const all = await place();
  const stranger = new LiveReader(await answered(all, 'live', 1, as('stranger')));
  const heard = await stranger.event();
  assert.deepEqual(heard?.data, {});
  await all.app.close();
  assert.equal(await stranger.rest(), 0);
});

test('[ALL-01] given the one whose case it is, then every way that refused others answers', async () => {
  const all = await place();
  for (const way of ways.filter((one) => one !== 'live')) {
    assert.equal((await answered(all, way, 1, as('reporter'))).status, 200, way);
  }
});
