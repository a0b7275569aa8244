import { cases } from '@keting/domain';
import { RemoteDeskError } from '@keting/runtime';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flat, jpegSegment } from '../../domain/case/files.ts';
import { idOf, isQueued, kit, reportOf, stateOf } from './remote-kit.ts';
import { settled } from './test-time.ts';

/** The smallest picture that is whole. */
const photo = flat(
  [0xff, 0xd8],
  jpegSegment(0xc0, flat([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
  jpegSegment(0xda, flat([1, 1, 0, 0, 63, 0])),
  [0x12, 0x34],
  [0xff, 0xd9],
);

const notSignedIn = (): Response => Response.json({ code: 'not-signed-in' }, { status: 401 });

/** A page with a report that waits, whose sign-in is over where `over` says so of a path. */
async function waiting(over: (path: string) => boolean) {
  const it = kit();
  const desk = await it.page();
  await settled();
  const state = { over: true };
  it.server.down = true;
  isQueued(await desk.send(reportOf(1)));
  it.server.down = false;
  it.server.instead = ({ path }) => (state.over && over(path) ? notSignedIn() : undefined);
  it.back();
  await settled();
  return { ...it, desk, state };
}

const commandsAlone = (path: string): boolean => path === '/commands';
const everything = (): boolean => true;

for (const [name, over] of [
  ['commands alone', commandsAlone],
  ['everything', everything],
] as const) {
  test(`[CASE-01] what waits goes out within a minute after a sign-in is renewed that was over for ${name}`, async () => {
    const { desk, state, time, server, small } = await waiting(over);
    await time.pass(600_000);
    assert.deepEqual((await stateOf(desk)).waiting, [idOf(1)]);
    assert.ok(server.sent.length < 80, `asked ${server.sent.length} times in ten minutes`);
    state.over = false;
    await time.pass(60_000);
    assert.deepEqual(await stateOf(desk), { online: true, waiting: [], refused: [] });
    assert.equal((await small.store.history('case/c1')).length, 1);
    desk.close();
  });

  test(`[CASE-01] what waits goes out at once when an answer says that a sign-in is renewed that was over for ${name}`, async () => {
    const { desk, state, time } = await waiting(over);
    await time.pass(600_000);
    // Where commands alone are refused, a view that is read meanwhile tries them again, and no more.
    state.over = false;
    await desk.view(cases);
    await settled();
    assert.deepEqual(await stateOf(desk), { online: true, waiting: [], refused: [] });
    desk.close();
  });
}

test('[CASE-01] whoever is refused for good is not asked for without end', async () => {
  const { desk, server, time } = await waiting(commandsAlone);
  const before = server.commands.length;
  for (let i = 0; i < 3; i += 1) await desk.view(cases);
  await time.pass(500);
  assert.ok(server.commands.length - before <= 8, `sent ${server.commands.length - before} times`);
  desk.close();
});

const isWiped = (error: unknown): boolean => error instanceof RemoteDeskError && error.code === 'not-signed-in';

test('[CASE-01] a lane that has read a command sends it no more when it is wiped', async () => {
  const it = kit();
  let read = (): Promise<void> => Promise.resolve();
  const desk = await it.page({
    outbox: {
      ...it.outbox,
      async commands() {
        const commands = await it.outbox.commands();
        await read();
        return commands;
      },
    },
  });
  await settled();
  it.server.down = true;
  isQueued(await desk.send(reportOf(1)));
  it.server.down = false;
  it.server.sent.length = 0;
  let go = (): void => undefined;
  const held = new Promise<void>((resolve) => (go = resolve));
  let reads = 0;
  // The first read finds out what streams there are, the second is the lane's.
  read = () => (++reads === 2 ? held : Promise.resolve());
  const flushed = desk.outbox.flush();
  await settled();
  assert.equal(reads, 2);
  await desk.outbox.wipe();
  go();
  await flushed;
  await it.time.pass(300_000);
  assert.deepEqual(it.server.commands, []);
  desk.close();
});

test('[CASE-01] a command goes out no more when it is wiped while the desk is greeted, or its file is on its way', async () => {
  for (const path of ['/desk', '/files/photo']) {
    const it = kit();
    const desk = await it.page();
    await settled();
    it.server.down = true;
    assert.equal((await desk.attach(photo, 'photo')).ok, true);
    isQueued(await desk.send(reportOf(1, { photos: ['photo'] })));
    it.server.down = false;
    it.server.sent.length = 0;
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    it.server.before = (sent) => (sent.path === path ? held : Promise.resolve());
    const flushed = desk.outbox.flush();
    await settled();
    assert.equal(it.server.sent.at(-1)?.path, path);
    await desk.outbox.wipe();
    go();
    await flushed;
    await it.time.pass(300_000);
    assert.deepEqual(it.server.commands, [], path);
    assert.deepEqual(await it.small.store.history('case/c1'), []);
    desk.close();
  }
});

test('[CASE-01] what is still being kept when everything is wiped is not sent, and not left here', async () => {
  const it = kit();
  const desk = await it.page({
    outbox: {
      ...it.outbox,
      async put(command) {
        await settled();
        await it.outbox.put(command);
      },
    },
  });
  const sent = assert.rejects(desk.send(reportOf(1)), isWiped);
  await desk.outbox.wipe();
  await sent;
  await it.time.pass(300_000);
  assert.deepEqual(it.server.commands, []);
  assert.deepEqual(await it.outbox.commands(), []);
  desk.close();
});
