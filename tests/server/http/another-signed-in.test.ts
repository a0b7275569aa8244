import { memoryOutbox, remoteDesk, RemoteDeskError, type Fetch, type Outbox, type RemoteDesk } from '@keting/runtime';
import { cases, type StreamId } from '@keting/domain';
import { actorHeader, routes } from '@keting/runtime/wire';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contexts, report } from '../../runtime/desk/small-place.ts';
import { settled, TestTime } from '../../runtime/remote-desk/test-time.ts';
import { base, saidOf, served } from './served.ts';

const png = new Uint8Array(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=', 'base64'),
);

/** A server, and pages that ask it as whoever has signed in at the moment. */
function signedIn(who: string) {
  const all = served();
  const now = { who, down: false, trouble: new Array<unknown>() };
  const time = new TestTime();
  const ask: Fetch = (url, request) =>
    now.down ? Promise.reject(new TypeError('the line is down')) : all.app.fetch(new Request(url, request));
  const page = (outbox: Outbox = memoryOutbox(), receipt?: string): Promise<RemoteDesk> =>
    remoteDesk({
      url: base,
      fetch: ask,
      headers: () => ({ 'x-who': now.who }),
      contexts,
      outbox,
      online: () => () => undefined,
      wait: time.wait,
      chance: () => 1,
      onTrouble: (trouble) => now.trouble.push(trouble),
      ...(receipt === undefined ? {} : { receipt }),
    });
  const events = async (stream: StreamId) => (await all.store.history(stream)).map(({ type, actor }) => [type, actor]);
  return { ...all, now, time, page, events };
}

const isAnother = (error: unknown): boolean =>
  error instanceof RemoteDeskError && error.code === 'not-signed-in' && error.status === 401;

const reporter = { kind: 'person', person: 'reporter' };

test('[ALL-01] given a request that names another than has signed in, then it is refused, whatever it asks', async () => {
  const { ask } = served();
  for (const [as, named] of [
    ['clerk', 'person/reporter'],
    ['clerk', 'anonymous'],
    ['clerk', 'clerk'],
    ['clerk', ''],
    ['guest', 'person/clerk'],
    ['~clerk', 'person/reporter'],
  ] as const) {
    for (const { method, path } of Object.values(routes)) {
      const answer = await ask(path, { as, method, headers: { [actorHeader]: named } });
      assert.equal(await saidOf(answer), '401 not-signed-in', `${as} ${named} ${method} ${path}`);
    }
  }
});

test('[ALL-01] given a request that names who has signed in, or nobody, then it is let in; a receipt’s holder is a guest', async () => {
  const { ask } = served();
  for (const headers of [{ [actorHeader]: 'person/clerk' }, {}]) {
    assert.equal((await ask('/standings', { as: 'clerk', headers })).status, 200);
  }
  for (const shown of [{ 'keting-receipt': 'FJQ2-93KD' }, {}]) {
    const headers = { ...shown, [actorHeader]: 'anonymous' };
    assert.equal((await ask('/views/cases', { as: 'guest', body: {}, headers })).status, 200);
  }
});

test('[ALL-01] given a page while its line is up, when another signs in, then it writes and reads nothing as them', async () => {
  const { now, page, events } = signedIn('reporter');
  const desk = await page();
  now.who = 'clerk';
  await assert.rejects(desk.send(report('c1')), isAnother);
  await assert.rejects(desk.view(cases), isAnother);
  await assert.rejects(desk.standings(), isAnother);
  await assert.rejects(desk.attach(png), isAnother);
  await assert.rejects(desk.can(report('c1')), isAnother);
  assert.deepEqual(await events('case/c1'), []);
  now.who = 'reporter';
  assert.equal((await desk.send(report('c1'))).ok, true);
  assert.deepEqual(await events('case/c1'), [['CaseReported', reporter]]);
  desk.close();
});

test('[ALL-01] given commands and files that wait, when another signs in, then they wait for whose they are', async () => {
  const { now, page, events, store } = signedIn('reporter');
  const outbox = memoryOutbox();
  const desk = await page(outbox);
  await settled();
  now.down = true;
  const attached = await desk.attach(png);
  assert.equal(attached.ok, true);
  assert.equal((await desk.send(report('c1'))).ok, 'queued');
  now.who = 'clerk';
  now.down = false;
  await desk.outbox.flush();
  assert.deepEqual(await events('case/c1'), []);
  assert.equal((await desk.outbox.state()).waiting.length, 1);
  assert.equal((await outbox.files()).length, 1);
  assert.ok(now.trouble.every(isAnother));
  desk.close();
  now.who = 'reporter';
  const later = await page(outbox);
  await settled();
  assert.deepEqual(await events('case/c1'), [['CaseReported', reporter]]);
  assert.ok((await store.history('case/c1')).length === 1);
  later.close();
});

test('[ALL-01] given a page that holds a receipt, then it asks as a guest, until a person signs in', async () => {
  const { now, page } = signedIn('guest');
  const desk = await page(memoryOutbox(), 'FJQ2-93KD');
  assert.deepEqual((await desk.view(cases)).rows, []);
  now.who = 'clerk';
  await assert.rejects(desk.view(cases), isAnother);
  desk.close();
});
