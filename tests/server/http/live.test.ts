import assert from 'node:assert/strict';
import { test } from 'node:test';
import { person, personId, type Context } from '@keting/domain';
import { memoryStore, viewsOf, type News, type Store } from '@keting/runtime';
import { newsAnswer, seenNews } from '@keting/runtime/wire';
import { contexts, report } from '../../runtime/desk/small-place.ts';
import { LiveReader } from './live-reader.ts';
import { saidOf, sayingPosts, served, type Served } from './served.ts';

const live = async ({ ask }: Served, as = 'clerk', headers: Readonly<Record<string, string>> = {}) => {
  const answer = await ask('/live?views=cases', { as, headers });
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type') ?? '', /^text\/event-stream/);
  return new LiveReader(answer);
};

const bound = (of: Store, name: string | symbol): unknown => {
  const found: unknown = Reflect.get(of, name);
  return typeof found === 'function' ? found.bind(of) : found;
};

/** A store that counts who follows it, and through which a test can tell news of its own. */
function watched(): {
  readonly store: Store;
  readonly following: () => number;
  readonly tell: (news: News, at: string) => void;
} {
  const store = memoryStore({ views: viewsOf(contexts) });
  const listeners = new Set<(news: News, position: string) => void>();
  const follow: Store['follow'] = (listener) => {
    const stop = store.follow(listener);
    listeners.add(listener);
    return () => {
      stop();
      listeners.delete(listener);
    };
  };
  return {
    store: new Proxy(store, { get: (of, name) => (name === 'follow' ? follow : bound(of, name)) }),
    following: () => listeners.size,
    tell: (news, at) => {
      listeners.forEach((listener) => {
        listener(news, at);
      });
    },
  };
}

test('[ALL-02] given two who follow, when a case is reported, then who may see it is told, with a position, and nobody else', async () => {
  const all = served();
  const clerk = await live(all, 'clerk');
  const stranger = await live(all, 'stranger');
  assert.deepEqual(await clerk.event(), { id: '0', data: {} }, 'where it begins');
  assert.deepEqual(await stranger.event(), { id: '0', data: {} });
  await all.ask('/commands', { as: 'reporter', body: report('c1') });
  assert.deepEqual(await clerk.event(), { id: '1', data: { cases: { changed: ['c1'], gone: [] } } });
  await all.app.close();
  assert.equal(await stranger.event(), undefined, 'it ends without a word of it');
});

test('[ALL-02] given one who was away, when they come back, then they are told what happened since, and once', async () => {
  const all = served();
  for (const id of ['c1', 'c2', 'c3']) await all.ask('/commands', { as: 'reporter', body: report(id) });
  const clerk = await live(all, 'clerk', { 'last-event-id': '1' });
  assert.deepEqual(await clerk.event(), { id: '3', data: { cases: { changed: ['c2', 'c3'], gone: [] } } });
  await all.ask('/commands', { as: 'reporter', body: report('c4') });
  assert.deepEqual(await clerk.event(), { id: '4', data: { cases: { changed: ['c4'], gone: [] } } });
  const byAddress = new LiveReader(await all.ask('/live?views=cases&after=3', { as: 'clerk' }));
  assert.equal((await byAddress.event())?.id, '4');
});

for (const id of ['x', '-1', '99', '1e3', '0x1', '9'.repeat(40), '1.1.1.1.1.1', ' ', 'NaN', '1; drop table news']) {
  test(`[ALL-02] given the position ${id.slice(0, 20)} that this store never named, then whoever shows it reads anew`, async () => {
    const all = served();
    await all.ask('/commands', { as: 'reporter', body: report('c1') });
    const clerk = await live(all, 'clerk', { 'last-event-id': id });
    assert.deepEqual(await clerk.event(), { id: '1', event: 'reset', data: {} });
    await all.ask('/commands', { as: 'reporter', body: report('c2') });
    assert.equal((await clerk.event())?.id, '2', 'and is told what follows');
    const answer = await all.ask(`/news?views=cases&after=${encodeURIComponent(id)}`, { as: 'clerk' });
    assert.deepEqual(newsAnswer.parse(await answer.json()), { news: {}, position: '2', complete: false });
  });
}

test('[ALL-02] given news that are kept no more, then whoever asks for them reads anew', async () => {
  const { store } = watched();
  const all = served(
    {},
    { store: Object.assign(store, { news: () => Promise.resolve({ news: [], position: '1', complete: false }) }) },
  );
  const clerk = await live(all, 'clerk', { 'last-event-id': '0' });
  assert.equal((await clerk.event())?.event, 'reset');
});

test('[ALL-02] given news asked for, then they are cut to who asks', async () => {
  const all = served();
  const asked = async (as: string, path: string) => newsAnswer.parse(await (await all.ask(path, { as })).json());
  assert.deepEqual(await asked('clerk', '/news'), { news: {}, position: '0', complete: true });
  await all.ask('/commands', { as: 'reporter', body: report('c1') });
  const path = '/news?after=0&views=cases,timeline';
  assert.deepEqual((await asked('clerk', path)).news['cases'], { changed: ['c1'], gone: [] });
  assert.deepEqual(await asked('stranger', path), { news: {}, position: '1', complete: true });
});

test('[ALL-02] given many who follow, then the store is followed once, and by nobody when they are gone', async () => {
  const { store, following } = watched();
  const all = served({}, { store });
  const leaving = new AbortController();
  const first = await live(all);
  const second = new LiveReader(await all.ask('/live?views=cases', { as: 'handler', signal: leaving.signal }));
  assert.deepEqual([following(), all.app.listeners()], [1, 2]);
  await first.leave();
  assert.deepEqual([following(), all.app.listeners()], [1, 1]);
  leaving.abort();
  assert.deepEqual([following(), all.app.listeners()], [0, 0]);
  await second.rest();
});

test('[ALL-02] given a sign-in that ends, when its time comes, then so does what is followed', async () => {
  const expires = Date.now() + 60;
  const all = served({ authenticate: () => Promise.resolve({ actor: person(personId.parse('clerk')), expires }) });
  const clerk = await live(all);
  assert.equal(await clerk.rest(), 1);
  assert.ok(Date.now() >= expires - 1);
  assert.equal(all.app.listeners(), 0);
  assert.equal(await saidOf(await all.ask('/live?views=cases')), '401 not-signed-in');
});

test('[ALL-02] given a sign-in without an end, when a stream has lasted its time, then it ends, and who signed out cannot come back', async () => {
  let signedOut = false;
  const clerk = { actor: person(personId.parse('clerk')) };
  const all = served({
    authenticate: () => Promise.resolve(signedOut ? undefined : clerk),
    limits: { requests: 1_000_000, streamSeconds: 0.06 },
  });
  const first = await live(all);
  assert.equal((await first.event())?.id, '0');
  assert.equal(await first.event(), undefined, 'it ends');
  assert.equal(all.app.listeners(), 0);
  const back = await live(all, 'clerk', { 'last-event-id': '0' });
  assert.equal((await back.event())?.id, '0', 'it goes on where it ended');
  signedOut = true;
  assert.equal(await back.event(), undefined);
  assert.equal(
    await saidOf(await all.ask('/live?views=cases', { headers: { 'last-event-id': '0' } })),
    '401 not-signed-in',
  );
});

test('[ALL-02] given one who does not read, when much is told, then their stream ends and keeps little', async () => {
  const { store, tell } = watched();
  const all = served({}, { store });
  const news: News[] = [];
  store.follow((one) => news.push(one));
  await all.ask('/commands', { as: 'reporter', body: report('c1') });
  const touched = news[0]?.touched.find(({ view }) => view === 'cases');
  assert.ok(touched !== undefined);
  const clerk = await live(all);
  for (let at = 2; at < 200; at += 1) {
    tell({ events: [], touched: [{ ...touched, key: `${at}`.padEnd(2000, 'x') }] }, String(at));
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.equal(all.app.listeners(), 0);
  assert.ok((await clerk.rest()) < 50);
});

test('[ALL-02] given news that come in one breath, then they are told as one', async () => {
  const all = served();
  const clerk = await live(all);
  await clerk.event();
  await Promise.all(['c1', 'c2', 'c3'].map((id) => all.ask('/commands', { as: 'reporter', body: report(id) })));
  const told: unknown[] = [];
  while (told.length < 3) {
    const { cases } = seenNews.parse((await clerk.event())?.data);
    told.push(...(cases?.changed ?? []));
  }
  assert.deepEqual(new Set(told), new Set(['c1', 'c2', 'c3']));
});

test('[ALL-02] given a line on which nothing happens, then it is kept open, and says how far all is told', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const all = served();
  const stranger = await live(all, 'stranger');
  assert.equal((await stranger.event())?.id, '0');
  t.mock.timers.tick(20_000);
  assert.match((await stranger.next()) ?? '', /^:/);
  await all.ask('/commands', { as: 'reporter', body: report('c1') });
  await new Promise((resolve) => setImmediate(resolve));
  t.mock.timers.tick(20_000);
  assert.deepEqual(await stranger.event(), { id: '1', data: {} });
});

/** A context that counts how often it is asked for somebody's posts, and may fail to say. */
function counting(fail: () => boolean = () => false): { readonly context: Context; asked: number } {
  const counter = { asked: 0 };
  const context = sayingPosts(() => {
    counter.asked += 1;
    return fail() ? Promise.reject(new Error('gone')) : Promise.resolve([]);
  });
  return Object.assign(counter, { context });
}

test('[ALL-02] given a thousand who follow, when a case is reported, then what it means is found once for all who see the same', async () => {
  const counter = counting();
  const all = served({ limits: { requests: 1_000_000, streams: 1000 } }, { contexts: [counter.context] });
  const readers: LiveReader[] = [];
  for (let i = 0; i < 1000; i += 1) readers.push(await live(all, i % 2 === 0 ? 'clerk' : 'handler'));
  await Promise.all(readers.map((reader) => reader.event()));
  assert.equal(all.app.listeners(), 1000);
  counter.asked = 0;
  await all.desk.as(person(personId.parse('reporter'))).send(report('c1'));
  const told = await Promise.all(readers.filter((_, i) => i % 2 === 0).map((reader) => reader.event()));
  assert.ok(told.every((one) => one?.id === '1'));
  assert.ok(counter.asked <= 4, `asked ${counter.asked} times`);
  await all.app.close();
  assert.equal(all.app.listeners(), 0);
});

test('[ALL-02] given a desk that fails, when there are news, then streams end, which is logged, and nothing is lost', async () => {
  const failing = { now: false };
  const { store, tell } = watched();
  const all = served({}, { store, contexts: [counting(() => failing.now).context] });
  const clerk = await live(all);
  await clerk.event();
  failing.now = true;
  tell({ events: [], touched: [{ view: 'cases', key: 'c1', after: { territory: '99' } }] }, '1');
  assert.equal(await clerk.event(), undefined, 'it ends');
  assert.match(JSON.stringify(all.logged), /live streams ended/);
  failing.now = false;
  await all.ask('/commands', { as: 'reporter', body: report('c1') });
  const back = await live(all, 'clerk', { 'last-event-id': '0' });
  assert.deepEqual((await back.event())?.data, { cases: { changed: ['c1'], gone: [] } });
});

test('[ALL-02] given one who opens too many streams, or names too many views or none, then they are refused', async () => {
  const all = served({ limits: { streams: 2 } });
  await live(all);
  await live(all);
  assert.equal(await saidOf(await all.ask('/live?views=cases', { as: 'clerk' })), '429 too-many-requests');
  await live(all, 'handler');
  assert.equal(await saidOf(await all.ask('/live', { as: 'reporter' })), '400 query-invalid');
  const many = Array.from({ length: 201 }, (_, i) => `v${i}`).join();
  assert.equal(await saidOf(await all.ask(`/live?views=${many}`, { as: 'reporter' })), '400 query-invalid');
});
