import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bulletinContext,
  bulletins,
  publicCount,
  unitId,
  type BulletinCommand,
  type BulletinEvent,
  type BulletinRow,
  type Message,
} from '@keting/domain';
import { given, recorded, sampleModel, sealed } from '@keting/domain/testing';

const base = sampleModel();
const model = { ...base, bulletins: { units: ['street-office'], source: 'ours' } };
const office = { id: unitId.parse('office'), kind: 'street-office', territories: ['990101001'] };
const council = { id: unitId.parse('council'), kind: 'residents-committee', territories: ['990101001'] };
const officer = { post: 'grid-officer', unit: 'g', kind: 'basic', territories: ['990101001001001'] };
const others: Readonly<Record<string, readonly (typeof officer)[]>> = {
  elsewhere: [{ ...officer, territories: ['990102'] }],
  roving: [{ ...officer, territories: ['990102', '990101001001002'] }],
  overseer: [{ ...officer, territories: ['990101'] }],
  secretary: [{ ...officer, post: 'secretary' }],
};
const scene = (...past: readonly BulletinEvent[]) =>
  given(bulletinContext, ...past)
    .under(model)
    .withAll('unitOf', (id) => [office, council].find((one) => one.id === id))
    .withAll('standingsOf', (who) => (who === 'officer' ? [officer] : (others[String(who)] ?? [])));
const ask = (
  type: BulletinCommand['type'],
  data: Readonly<Record<string, unknown>>,
): Message<BulletinCommand['type']> => ({ type, data: { bulletin: 'b1', ...data } });
const publish = (data: Readonly<Record<string, unknown>> = {}) =>
  ask('PublishBulletin', {
    unit: 'office',
    territory: '990101001001',
    title: 'Typhoon',
    text: 'Bring the flower pots in',
    ...data,
  });
const published = scene().when(publish()).events;
const read = (reader: string) => ask('ReadBulletin', { reader });

test('[CASE-15] a bulletin is published to a territory of the unit, or to those who hold a post in it', () => {
  scene()
    .when(publish())
    .then({ type: 'BulletinPublished', data: { territory: '990101001001', title: sealed('Typhoon') } });
  scene()
    .when(publish({ post: 'grid-officer' }))
    .then({ type: 'BulletinPublished', data: { post: 'grid-officer' } });
  scene()
    .when(publish({ territory: '990102' }))
    .refuses('bulletin-unit-unfit', { ids: ['office'], params: { territory: '990102' } });
  scene()
    .withAll('unitOf', () => ({ ...office, territories: ['990102', '990101'] }))
    .when(publish())
    .then({ type: 'BulletinPublished' });
  scene()
    .when(publish({ unit: 'council' }))
    .refuses('bulletin-unit-unfit');
  scene()
    .when(publish({ unit: 'nobody' }))
    .refuses('bulletin-unit-unfit');
  scene()
    .when(publish({ post: 'astronaut' }))
    .refuses('bulletin-post-unknown', { params: { post: 'astronaut' } });
  scene(...published)
    .when(publish())
    .refuses('bulletin-exists', { ids: ['b1'] });
  scene()
    .under(base)
    .when(publish())
    .refuses('bulletin-lacking', { ids: ['b1'] });
});

test('[CASE-15] a reader counts once and is named nowhere: the claim is a hash', () => {
  const once = scene(...published)
    .when(read('resident'))
    .then({ type: 'BulletinRead', data: { territory: '990101001001' } });
  assert.doesNotMatch(JSON.stringify(once.events), /resident/);
  assert.equal(bulletinContext.commands.ReadBulletin.anonymous?.({}), true);
  const again = scene(...published).when(read('resident'));
  const other = scene(...published).when(read('another'));
  const claim = (outcome: typeof again) =>
    Reflect.get(Object(outcome.then({ type: 'BulletinRead' })), 'accepted') as { claims: { key: string }[] };
  assert.deepEqual(claim(again).claims, claim(scene(...published).when(read('resident'))).claims);
  assert.notEqual(claim(again).claims[0]?.key, claim(other).claims[0]?.key);
  assert.doesNotMatch(claim(again).claims[0]?.key ?? '', /resident/);
  scene()
    .when(read('resident'))
    .refuses('bulletin-unknown', { ids: ['b1'] });
});

test('[CASE-15] what is addressed to a post is read by those who hold it there, in a part of the territory or over it', () => {
  const { events } = scene()
    .when(publish({ post: 'grid-officer' }))
    .then({ type: 'BulletinPublished' });
  for (const reader of ['officer', 'roving', 'overseer']) {
    scene(...events)
      .when(read(reader))
      .then({ type: 'BulletinRead' });
  }
  for (const reader of ['resident', 'elsewhere', 'secretary']) {
    scene(...events)
      .when(read(reader))
      .refuses('bulletin-not-addressed', { ids: ['b1'], params: { post: 'grid-officer' } });
  }
});

test('[CASE-15] a bulletin is withdrawn with a reason, and is read no more', () => {
  scene(...published)
    .when(ask('WithdrawBulletin', { reason: ' ' }))
    .invalid({ path: 'reason', code: 'too-short' });
  const { events } = scene(...published)
    .when(ask('WithdrawBulletin', { reason: 'It turned away' }))
    .then({ type: 'BulletinWithdrawn', data: { reason: sealed('It turned away') } });
  scene(...published, ...events)
    .when(read('resident'))
    .refuses('bulletin-withdrawn', { ids: ['b1'] });
});

test('[CASE-15] how many have read it is told from five readers up', () => {
  assert.ok(bulletins.kind === 'table');
  const view = bulletins;
  const events: readonly BulletinEvent[] = [
    ...published,
    ...Array.from({ length: 6 }, () => scene(...published).when(read('resident')).events).flat(),
  ];
  let row: BulletinRow | undefined;
  const told = events.map((event, i) => {
    row = view.project(row, recorded(event, { stream: 'bulletin/b1', version: i + 1, at: 0 }), 'b1');
    return row?.readers;
  });
  assert.deepEqual(told, [0, 0, 0, 0, 0, 5, 6]);
  assert.deepEqual([0, 1, 4, 5].map(publicCount), [0, undefined, undefined, 5]);
  assert.deepEqual({ ...bulletins.hides }, { counted: 'see:exact-readers' });
  assert.ok(!model.permissions.some((one) => one.do.includes('see:exact-readers')));
});
