import { cases } from '@keting/domain';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ascii, exifWithPosition, flat, holds, jpegSegment } from '../../domain/case/files.ts';
import { idOf, isQueued, kit, reportOf, stateOf } from './remote-kit.ts';
import { settled } from './test-time.ts';

const secret = 'N28.5521';
/** The smallest picture that is whole, with the position that it was taken at. */
const photo = flat(
  [0xff, 0xd8],
  jpegSegment(0xe1, exifWithPosition(1, secret)),
  jpegSegment(0xc0, flat([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
  jpegSegment(0xda, flat([1, 1, 0, 0, 63, 0])),
  [0x12, 0x34],
  [0xff, 0xd9],
);

test('[CASE-01] a photo that is attached goes to the desk without its hidden data, and is seen with its case', async () => {
  const it = kit();
  const desk = await it.page();
  assert.deepEqual(await desk.attach(photo, 'photo-1'), { ok: true, id: 'photo-1' });
  const sent = it.server.sent.find(({ path }) => path === '/files/photo-1')?.body;
  assert.ok(sent instanceof Uint8Array && !holds(sent, secret));
  assert.equal((await desk.send(reportOf(1, { photos: ['photo-1'] }))).ok, true);
  assert.deepEqual(await desk.file('photo-1'), { bytes: sent, type: 'image/jpeg' });
  assert.equal(await desk.file('none'), undefined);
});

test('[CASE-01] the bounds hold before anything goes out', async () => {
  const it = kit();
  const desk = await it.page();
  it.server.down = true;
  const text = await desk.attach(ascii('only a text'));
  assert.equal(!text.ok && text.refusal.code, 'attachment-type');
  const broken = await desk.attach(photo.slice(0, 8));
  assert.equal(!broken.ok && broken.refusal.code, 'attachment-broken');
  const named = await desk.attach(photo, '../photo');
  assert.equal(!named.ok && named.refusal.code, 'file-unknown');
  assert.deepEqual(await it.outbox.files(), []);
});

test('[CASE-01] a photo that is attached while the line is down waits here, goes before its report, and leaves', async () => {
  const it = kit();
  const desk = await it.page();
  it.server.down = true;
  const attached = await desk.attach(photo);
  assert.ok(attached.ok);
  const waiting = await desk.file(attached.id);
  assert.ok(waiting?.type === 'image/jpeg' && !holds(waiting.bytes, secret));
  isQueued(await desk.send(reportOf(1, { photos: [attached.id] })));
  it.server.down = false;
  it.server.sent.length = 0;
  it.back();
  await settled();
  const writes = it.server.asked.filter((one) => !one.startsWith('GET'));
  assert.deepEqual(writes, [`PUT /files/${attached.id}`, 'POST /commands']);
  const { rows } = await desk.view(cases, { where: { id: 'c1' } });
  assert.deepEqual(rows[0]?.photos, [attached.id]);
  assert.deepEqual(await it.outbox.files(), []);
  assert.deepEqual((await stateOf(desk)).waiting, []);
});

test('[CASE-01] a photo whose answer was lost is kept once', async () => {
  const it = kit();
  const desk = await it.page();
  let left = 1;
  it.server.breaks = ({ method }) => (method === 'PUT' && left-- > 0 ? 'after' : undefined);
  assert.equal((await desk.attach(photo, 'photo-1')).ok, true);
  isQueuedOrDone(await desk.send(reportOf(1, { photos: ['photo-1'] })));
  await it.time.pass(60_000);
  assert.equal((await it.small.store.history('case/c1')).length, 1);
});

const isQueuedOrDone = ({ ok }: { readonly ok: unknown }): void => assert.ok(ok === true || ok === 'queued');

test('[CASE-01] a photo that the desk refuses is refused with its report, not in silence', async () => {
  const it = kit();
  const desk = await it.page();
  await it.small.desk.attach(photo, 'photo-1');
  const other = flat(photo.slice(0, -4), [0x56, 0x78, 0xff, 0xd9]);
  const now = await desk.attach(other, 'photo-1');
  assert.equal(!now.ok && now.refusal.code, 'file-id-taken');
  it.server.down = true;
  assert.equal((await desk.attach(other, 'photo-1')).ok, true);
  isQueued(await desk.send(reportOf(1, { photos: ['photo-1'] })));
  it.server.down = false;
  await desk.outbox.flush();
  assert.deepEqual((await stateOf(desk)).refused, ['file-id-taken']);
  await desk.outbox.dismiss(idOf(1));
  assert.deepEqual(await it.outbox.files(), []);
});

test('[CASE-01] a photo of a report that was never sent is let go after a week; one that is named stays', async () => {
  const it = kit();
  const desk = await it.page();
  it.server.down = true;
  for (const id of ['photo-1', 'photo-2']) assert.equal((await desk.attach(photo, id)).ok, true);
  isQueued(await desk.send(reportOf(1, { photos: ['photo-1'] })));
  desk.close();
  it.small.clock.time += 8 * 24 * 3_600_000;
  it.server.down = false;
  it.server.before = ({ path }) => (path.startsWith('/files') ? new Promise(() => undefined) : Promise.resolve());
  await it.page();
  await settled();
  assert.deepEqual(
    (await it.outbox.files()).map(({ id }) => id),
    ['photo-1'],
  );
});

test('[CASE-01] a file of another on this device is not shown', async () => {
  const it = kit();
  const desk = await it.page();
  it.server.down = true;
  assert.equal((await desk.attach(photo, 'photo-1')).ok, true);
  desk.close();
  it.server.down = false;
  it.server.actor = { kind: 'anonymous' };
  assert.equal(await (await it.page()).file('photo-1'), undefined);
});
