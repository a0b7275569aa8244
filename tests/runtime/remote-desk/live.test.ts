import { caseCounts, cases, timeline, type View } from '@keting/domain';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kit } from './remote-kit.ts';
import { settled } from './test-time.ts';

const event = (id: string, news: unknown, name?: string): string =>
  `${name === undefined ? '' : `event: ${name}\n`}id: ${id}\ndata: ${JSON.stringify(news)}\n\n`;

const of = (...views: readonly string[]) =>
  Object.fromEntries(views.map((view) => [view, { changed: ['c1'], gone: [] }]));

/** A page on which some views are watched, with the calls of each watcher. */
async function watching(it = kit()) {
  const desk = await it.page();
  const calls: string[] = [];
  const views: readonly View[] = [cases, timeline];
  const stops = views.map((view) => desk.watch(view, () => calls.push(view.name)));
  await it.time.pass(100);
  const stream = it.server.opened[0];
  assert.ok(stream !== undefined);
  return { ...it, desk, calls, stops, stream };
}

test('all that is watched has one stream, and what happened until it was open is read anew', async () => {
  const { server, calls } = await watching();
  assert.deepEqual(
    server.opened.map(({ views, after }) => [views, after]),
    [['cases,timeline', null]],
  );
  assert.deepEqual(calls, ['cases', 'timeline']);
});

test('news call who watches the view that they are of, once for all that come together', async () => {
  const { stream, calls, time } = await watching();
  calls.length = 0;
  stream.say(event('1', of('cases')) + event('2', of('cases')));
  stream.say(event('3', of('cases')));
  await time.pass(100);
  assert.deepEqual(calls, ['cases']);
  stream.say(event('4', {}));
  await time.pass(100);
  assert.deepEqual(calls, ['cases']);
});

test('the stream is another when other views are watched, goes on where it was, and ends with the last', async () => {
  const { stream, stops, desk, server, time, calls } = await watching();
  stream.say(event('7', of('cases')));
  await time.pass(100);
  calls.length = 0;
  const stop = desk.watch(caseCounts, () => calls.push('case-counts'));
  await settled();
  assert.equal(stream.isOpen(), false);
  assert.deepEqual(
    server.opened.map(({ views, after }) => [views, after]),
    [
      ['cases,timeline', null],
      [`${caseCounts.name},cases,timeline`, '7'],
    ],
  );
  await time.pass(100);
  assert.deepEqual(calls, [], 'nothing was missed');
  desk.watch(cases, () => undefined)();
  await settled();
  assert.equal(server.opened.length, 2, 'a second watcher of a view is no other stream');
  [...stops, stop].forEach((one) => one());
  await settled();
  assert.equal(server.opened[1]?.isOpen(), false);
  assert.deepEqual(time.left, []);
});

test('a stream that breaks is taken up where it stopped', async () => {
  const { stream, server, time, calls } = await watching();
  stream.say(event('7', of('timeline')));
  await time.pass(100);
  calls.length = 0;
  stream.cut();
  await time.pass(1000);
  assert.equal(server.opened[1]?.after, '7');
  server.opened[1].say(event('8', of('cases')));
  await time.pass(100);
  assert.deepEqual(calls, ['cases']);
});

test('after a gap everybody is called: where the stream says so, and where nobody knows where it stopped', async () => {
  const { stream, server, time, calls } = await watching();
  calls.length = 0;
  stream.end();
  await time.pass(1100);
  assert.deepEqual(calls, ['cases', 'timeline']);
  server.opened[1]?.say(event('9', {}, 'reset'));
  await time.pass(100);
  assert.deepEqual(calls, ['cases', 'timeline', 'cases', 'timeline']);
});

test('a stream that is silent for a minute and a half is opened anew; a beat keeps it', async () => {
  const { stream, server, time } = await watching();
  await time.pass(80_000);
  stream.say(': beat\n\n');
  await time.pass(80_000);
  assert.equal(server.opened.length, 1);
  await time.pass(12_000);
  assert.equal(server.opened.length, 2);
});

test('the live stream that connects again says that the line is back', async () => {
  const { stream, server, time, desk } = await watching();
  server.down = true;
  stream.cut();
  await time.pass(10_000);
  assert.equal((await desk.outbox.state()).online, false);
  server.down = false;
  await time.pass(60_000);
  assert.equal((await desk.outbox.state()).online, true);
  assert.equal(server.opened.length, 2);
});

test('one watcher who throws does not keep the others from hearing, and news that cannot be read are told', async () => {
  const { stream, desk, time, calls, trouble } = await watching();
  desk.watch(cases, () => {
    throw new Error('mine');
  });
  desk.watch(cases, () => calls.push('last'));
  calls.length = 0;
  stream.say(event('7', of('cases')));
  await time.pass(100);
  assert.deepEqual(calls, ['cases', 'last']);
  assert.match(String(trouble[0]), /mine/);
  stream.say('data: none\n\n');
  await time.pass(100);
  assert.match(String(trouble[1]), /answer-invalid/);
});
