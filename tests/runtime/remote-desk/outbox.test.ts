import { idOf, isQueued, kit, reportOf, stateOf } from './remote-kit.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RemoteDeskError, type Receipt } from '@keting/runtime';
import { someone } from '../desk/small-place.ts';
import { settled } from './test-time.ts';

const reports = async ({ small }: ReturnType<typeof kit>, n: number) =>
  (await small.store.history(`case/c${n}`)).map(({ type }) => type);

test('[CASE-01] a report made while the line is down is kept, and reaches the store once when the line is back', async () => {
  const it = kit();
  const desk = await it.page();
  it.server.down = true;
  assert.deepEqual(await desk.send(reportOf(1)), { ok: 'queued', id: idOf(1) });
  assert.deepEqual(await stateOf(desk), { online: false, waiting: [idOf(1)], refused: [] });
  it.server.down = false;
  it.back();
  await settled();
  assert.deepEqual(await reports(it, 1), ['CaseReported']);
  assert.deepEqual(await stateOf(desk), { online: true, waiting: [], refused: [] });
});

test('[CASE-01] a report whose answer was lost is sent again under its id, and acts once', async () => {
  const it = kit();
  const desk = await it.page();
  let left = 1;
  it.server.breaks = ({ path }) => (path === '/commands' && left-- > 0 ? 'after' : undefined);
  isQueued(await desk.send(reportOf(1)));
  await it.time.pass(1000);
  assert.deepEqual(it.server.commands, [idOf(1), idOf(1)]);
  assert.deepEqual(await reports(it, 1), ['CaseReported']);
  assert.deepEqual((await stateOf(desk)).waiting, []);
});

test('[CASE-01] a command is in the outbox before it goes out', async () => {
  const it = kit();
  const desk = await it.page();
  let kept: readonly string[] = [];
  it.server.before = async ({ path }) => {
    if (path === '/commands') kept = (await it.outbox.commands()).map(({ id }) => id);
  };
  await desk.send(reportOf(1));
  assert.deepEqual(kept, [idOf(1)]);
});

test('[CASE-01] a line that is down is tried again after one second, two, and so on up to a minute', async () => {
  const it = kit();
  const desk = await it.page();
  await settled();
  it.server.down = true;
  isQueued(await desk.send(reportOf(1)));
  const tries: number[] = [];
  it.server.before = () => {
    tries.push(it.time.now);
    return Promise.resolve();
  };
  await it.time.pass(300_000);
  const gaps = tries.map((at, i) => (at - (tries[i - 1] ?? 0)) / 1000);
  assert.deepEqual(gaps.slice(0, 8), [1, 2, 4, 8, 16, 32, 60, 60]);
  it.server.down = false;
  await it.time.pass(60_000);
  assert.deepEqual(await reports(it, 1), ['CaseReported']);
});

test('[CASE-01] any answer that comes says that the line is back', async () => {
  const it = kit();
  const desk = await it.page();
  it.server.down = true;
  isQueued(await desk.send(reportOf(1)));
  it.server.down = false;
  await desk.standings();
  await settled();
  assert.deepEqual(await reports(it, 1), ['CaseReported']);
});

test('[CASE-01] commands of one stream go out in their order; another stream does not wait for them', async () => {
  const it = kit('clerk');
  const desk = await it.page();
  let busy = true;
  it.server.instead = ({ path, body }) =>
    busy && path === '/commands' && JSON.stringify(body).includes('"c1"')
      ? Response.json({ code: 'not-available' }, { status: 500 })
      : undefined;
  isQueued(await desk.send(reportOf(1)));
  isQueued(await desk.send({ type: 'AcceptCase', data: { case: 'c1' }, id: idOf(2) }));
  assert.equal((await desk.send(reportOf(3))).ok, true);
  busy = false;
  await it.time.pass(60_000);
  assert.deepEqual(await reports(it, 1), ['CaseReported', 'CaseAccepted']);
  assert.deepEqual(await stateOf(desk), { online: true, waiting: [], refused: [] });
});

test('[CASE-01] without contexts all commands have one order', async () => {
  const it = kit();
  const desk = await it.page({ contexts: [] });
  it.server.down = true;
  for (const n of [1, 2, 3]) isQueued(await desk.send(reportOf(n)));
  it.server.down = false;
  it.server.sent.length = 0;
  await desk.outbox.flush();
  assert.deepEqual(it.server.commands, [1, 2, 3].map(idOf));
});

test('[CASE-01] a refusal that comes when its sender has left stays until somebody dismisses it', async () => {
  const it = kit('clerk');
  const desk = await it.page();
  it.server.down = true;
  isQueued(await desk.send({ type: 'AcceptCase', data: { case: 'c1' }, id: idOf(1) }));
  isQueued(await desk.send(reportOf(2, { case: 'c1' })));
  it.server.down = false;
  await desk.outbox.flush();
  assert.deepEqual(await stateOf(desk), { online: true, waiting: [], refused: ['not-found'] });
  assert.deepEqual(await reports(it, 1), ['CaseReported'], 'what stands behind it is tried all the same');
  const [entry] = (await desk.outbox.state()).refused;
  assert.deepEqual([entry?.type, entry?.data], ['AcceptCase', { case: 'c1' }]);
  await desk.outbox.dismiss(idOf(1));
  assert.deepEqual((await stateOf(desk)).refused, []);
});

test('[CASE-01] a refused command can be sent again, as it is or edited under its id', async () => {
  const it = kit('clerk');
  const desk = await it.page();
  it.server.down = true;
  for (const n of [1, 2]) {
    isQueued(await desk.send({ type: 'AcceptCase', data: { case: `c${n}` }, id: idOf(10 + n) }));
  }
  it.server.down = false;
  await desk.outbox.flush();
  assert.equal((await stateOf(desk)).refused?.length, 2);
  for (const n of [1, 2]) await desk.send(reportOf(n));
  await desk.outbox.again(idOf(11));
  assert.deepEqual(await reports(it, 1), ['CaseReported', 'CaseAccepted']);
  assert.equal((await desk.send({ type: 'AcceptCase', data: { case: 'c2' }, id: idOf(12) })).ok, true);
  assert.deepEqual((await stateOf(desk)).refused, []);
});

test('[CASE-01] what waits is not dismissed, and what is not there is let be', async () => {
  const it = kit();
  const desk = await it.page();
  it.server.down = true;
  isQueued(await desk.send(reportOf(1)));
  await desk.outbox.dismiss(idOf(1));
  await desk.outbox.dismiss(idOf(9));
  await desk.outbox.again(idOf(9));
  assert.deepEqual((await stateOf(desk)).waiting, [idOf(1)]);
});

test('[CASE-01] what was kept before the page was closed is sent by the next page', async () => {
  const it = kit();
  const first = await it.page();
  it.server.down = true;
  isQueued(await first.send(reportOf(1)));
  first.close();
  it.server.down = false;
  await it.time.pass(120_000);
  assert.deepEqual(await reports(it, 1), [], 'a closed page sends nothing');
  await it.page();
  await settled();
  assert.deepEqual(await reports(it, 1), ['CaseReported']);
});

test('[CASE-01] what a page leaves behind when it is closed is sent by another that is open', async () => {
  const it = kit();
  const [first, other] = [await it.page(), await it.page()];
  await settled();
  let cut = (): void => undefined;
  const hung = new Promise<void>((_, reject) => (cut = () => reject(new TypeError('the page is gone'))));
  it.server.before = ({ path }) => (path === '/commands' ? hung : Promise.resolve());
  const sent = first.send(reportOf(1));
  await settled();
  first.close();
  cut();
  isQueued(await sent);
  it.server.before = () => Promise.resolve();
  assert.deepEqual((await stateOf(other)).waiting, [idOf(1)]);
  await it.time.pass(120_000);
  assert.deepEqual(await reports(it, 1), ['CaseReported']);
});

test('[CASE-01] a command is sent as who made it, or not at all', async () => {
  const it = kit();
  const first = await it.page();
  it.server.down = true;
  isQueued(await first.send(reportOf(1)));
  it.server.down = false;
  it.server.actor = someone('neighbour');
  it.back();
  await settled();
  const other = await it.page();
  await other.outbox.flush();
  assert.deepEqual(await reports(it, 1), []);
  assert.deepEqual((await stateOf(other)).waiting, [], 'and nobody else is shown it');
  assert.deepEqual((await stateOf(first)).waiting, [idOf(1)]);
  first.close();
  it.server.actor = someone('reporter');
  await it.page();
  await settled();
  assert.equal((await it.small.store.history('case/c1'))[0]?.command, idOf(1));
});

test('[CASE-01] whoever is not signed in any more is told so; what waited goes on waiting', async () => {
  const it = kit();
  const desk = await it.page();
  it.server.down = true;
  isQueued(await desk.send(reportOf(1)));
  it.server.down = false;
  it.server.instead = ({ path }) =>
    path === '/commands' ? Response.json({ code: 'not-signed-in' }, { status: 401 }) : undefined;
  await desk.outbox.flush();
  assert.deepEqual((await stateOf(desk)).waiting, [idOf(1)]);
  assert.ok(it.trouble[0] instanceof RemoteDeskError);
  await assert.rejects(desk.send(reportOf(2)), RemoteDeskError);
  assert.deepEqual((await stateOf(desk)).waiting, [idOf(1)], 'what was never asked is with who asked it');
  it.server.instead = () => undefined;
  await desk.outbox.flush();
  assert.deepEqual(await reports(it, 1), ['CaseReported']);
});

test('[CASE-01] what a desk can never read is not sent for ever', async () => {
  const it = kit();
  const desk = await it.page();
  it.server.down = true;
  isQueued(await desk.send(reportOf(1)));
  it.server.down = false;
  it.server.instead = ({ path }) =>
    path === '/commands' ? Response.json({ code: 'body-too-large' }, { status: 413 }) : undefined;
  await desk.outbox.flush();
  assert.deepEqual(await stateOf(desk), { online: true, waiting: [], refused: ['command-invalid'] });
  await assert.rejects(desk.send(reportOf(2)), RemoteDeskError);
});

test('[CASE-01] a sign-out leaves nothing on the device, and nothing is sent after it', async () => {
  const it = kit();
  const desk = await it.page();
  it.server.down = true;
  isQueued(await desk.send(reportOf(1)));
  await desk.outbox.wipe();
  it.server.down = false;
  await desk.outbox.flush();
  assert.deepEqual(await it.outbox.commands(), []);
  assert.deepEqual(await reports(it, 1), []);
});

test('[CASE-01] whoever follows the outbox hears of what comes, goes and of the line', async () => {
  const it = kit();
  const desk = await it.page();
  const heard: unknown[] = [];
  const stop = desk.outbox.follow(() => heard.push(1));
  it.server.down = true;
  isQueued(await desk.send(reportOf(1)));
  assert.ok(heard.length >= 2, 'kept, and the line down');
  const before = heard.length;
  it.server.down = false;
  it.back();
  await settled();
  assert.ok(heard.length >= before + 2, 'the line up, and gone');
  const last = heard.length;
  stop();
  await desk.send(reportOf(2));
  assert.equal(heard.length, last);
});

test('[CASE-01] two pages on one outbox do not send the same command at the same time', async () => {
  const it = kit();
  const [one, other] = [await it.page(), await it.page()];
  it.server.down = true;
  isQueued(await one.send(reportOf(1)));
  it.server.down = false;
  it.server.sent.length = 0;
  await Promise.all([one.outbox.flush(), other.outbox.flush()]);
  assert.deepEqual(it.server.commands, [idOf(1)]);
});

test('[CASE-01] a command that another page has sent meanwhile brings its receipt here too', async () => {
  const it = kit();
  const [one, other] = [await it.page(), await it.page()];
  const both = await Promise.all([one.send(reportOf(1)), other.send(reportOf(1))]);
  const times = (receipt: Receipt) => receipt.ok === true && receipt.number;
  assert.deepEqual(both.map(times), ['2026-0302-0001', '2026-0302-0001']);
  assert.deepEqual(await reports(it, 1), ['CaseReported']);
});
