import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  hashOfCode,
  items,
  person,
  personId,
  pointContext,
  pointEntries,
  pointLots,
  pointSums,
  process,
  reservations,
  type GovernanceModel,
  type Message,
  type Standing,
} from '@keting/domain';
import { plainCalendar, sampleModel } from '@keting/domain/testing';
import { createDesk, memoryStore, newId, viewsOf, type LocalDesk } from '@keting/runtime';
import type { OpenDesk } from '../../support/open-desk.ts';
import { anna, award, codeOf, morning, places, reserve, shop } from './place.ts';

const as = (desk: OpenDesk, who: string): LocalDesk => desk.as(person(personId.parse(who)));
const cancel = (reservation: string) => ({ type: 'CancelReservation', data: { item: 'umbrella', reservation } });
const pickUp = (code: string) => ({ type: 'PickUpItem', data: { item: 'umbrella', code } });

async function took(desk: LocalDesk, message: Message): Promise<string | undefined> {
  const receipt = await desk.send(message);
  return receipt.ok ? undefined : receipt.refusal.code;
}

/** A person with three lots of five points and one of twenty, the small ones older by a month each. */
async function saved(desk: OpenDesk, who = 'anna'): Promise<void> {
  for (const [n, day] of ['2026-03-02', '2026-04-02', '2026-05-02'].entries()) {
    desk.today(day);
    await desk.all(award({ person: who, evidence: `${who}/${n}` }));
  }
  await desk.all(award({ person: who, rule: 'wish', evidence: `${who}/wish` }));
}

const lotsOf = async (desk: OpenDesk, who = 'anna') =>
  (await desk.view(pointLots, { where: { person: who }, order: [{ by: 'until' }] })).rows.map(
    ({ points, expires }) => `${points} until ${expires}`,
  );
const shelf = async (desk: OpenDesk) => {
  const [row] = (await desk.view(items)).rows;
  return row && [row.stock, row.reserved, row.available];
};

test('[PTS-03] a reservation takes the oldest points and sets one aside, in one commit', async () => {
  const desk = await shop(2);
  await saved(desk);
  assert.equal(await took(as(desk, 'anna'), reserve('anna', 'r1')), undefined);
  assert.deepEqual(await lotsOf(desk), ['10 until 2027-05-02']);
  assert.deepEqual(await shelf(desk), [2, 1, 1]);
  const sums = await desk.sum(pointSums, { where: { account: 'store' }, by: ['unit'], of: ['points'] });
  assert.deepEqual(sums, [{ unit: 'room', points: 20 }]);
});

test('[PTS-03] a reservation is refused where points, stock or price do not fit, or the points are another’s', async () => {
  const desk = await shop(1);
  await saved(desk);
  await desk.all(award({ person: 'bo', evidence: 'bo' }));
  assert.equal(await took(as(desk, 'bo'), reserve('bo', 'r1')), 'points-short');
  assert.equal(await took(as(desk, 'bo'), reserve('anna', 'r1')), 'not-the-holder');
  assert.equal(await took(as(desk, 'anna'), reserve('anna', 'r1', { price: 19 })), 'price-changed');
  assert.equal(await took(as(desk, 'anna'), reserve('anna', 'r1', { item: 'moon' })), 'shop-item-unknown');
  await desk.all({ type: 'WithdrawItem', data: { item: 'umbrella' } });
  assert.equal(await took(as(desk, 'anna'), reserve('anna', 'r1')), 'item-withdrawn');
});

test('[PTS-03] the last one goes once, and no count of the shelf is below what is set aside', async () => {
  const desk = await shop(1);
  await saved(desk);
  await saved(desk, 'bo');
  assert.equal(await took(as(desk, 'anna'), reserve('anna', 'r1')), undefined);
  assert.equal(await took(as(desk, 'bo'), reserve('bo', 'r2')), 'out-of-stock');
  assert.equal(
    (await desk.refusal({ type: 'CountStock', data: { item: 'umbrella', stock: 0 } }))?.code,
    'stock-below-reserved',
  );
  await desk.all({ type: 'StockItem', data: { item: 'umbrella', quantity: 1 } });
  assert.equal(await took(as(desk, 'bo'), reserve('bo', 'r2', { code: codeOf('r1') })), 'code-taken');
  assert.equal(await took(as(desk, 'bo'), reserve('bo', 'r2')), undefined);
});

test('[PTS-03] no two reservations have one code, though they are of two items and called the same', async () => {
  const desk = await shop(1);
  await desk.all({ type: 'ListItem', data: { item: 'rice', unit: 'room', name: 'rice', price: 20, stock: 1 } });
  await saved(desk);
  await saved(desk, 'bo');
  assert.equal(await took(as(desk, 'anna'), reserve('anna', 'r1')), undefined);
  assert.equal(await took(as(desk, 'bo'), reserve('bo', 'r1', { item: 'rice' })), 'claim-taken');
  await desk.all(cancel('r1'));
  assert.equal(await took(as(desk, 'bo'), reserve('bo', 'r1', { item: 'rice' })), undefined);
});

test('[PTS-03] a cancelled reservation gives back points with their old expiry date', async () => {
  const desk = await shop(1);
  await saved(desk);
  const before = await lotsOf(desk);
  await took(as(desk, 'anna'), reserve('anna', 'r1'));
  desk.today('2026-05-04');
  assert.equal(await took(as(desk, 'anna'), cancel('r1')), undefined);
  assert.deepEqual(await lotsOf(desk), before);
  assert.deepEqual(await shelf(desk), [1, 0, 1]);
  assert.equal(await took(as(desk, 'anna'), cancel('r1')), 'reservation-unknown');
});

test('[PTS-03] points whose day passed while they were set aside go to the expired when it is cancelled', async () => {
  const desk = await shop(1);
  await saved(desk);
  desk.today('2027-03-02');
  await took(as(desk, 'anna'), reserve('anna', 'r1'));
  desk.today('2027-03-04');
  await desk.all(cancel('r1'));
  assert.deepEqual(await lotsOf(desk), ['5 until 2027-04-02', '5 until 2027-05-02', '15 until 2027-05-02']);
  const sums = await desk.sum(pointSums, { by: ['account'], of: ['points'] });
  const by = Object.fromEntries(sums.map((sum) => [String(sum['account']), Number(sum['points'])]));
  assert.deepEqual(by, { issuer: -30, volunteer: 25, store: 0, expired: 5 });
});

test('[PTS-03] a reservation that is not picked up lapses by itself at the end of its last day', async () => {
  const desk = await shop(1);
  await saved(desk);
  await took(as(desk, 'anna'), reserve('anna', 'r1'));
  const lapse = { type: 'LapseReservation', data: { item: 'umbrella', reservation: 'r1' } };
  desk.today('2026-05-05');
  await desk.settled();
  assert.deepEqual(await shelf(desk), [1, 1, 0]);
  assert.equal((await desk.refusal(lapse))?.code, 'reservation-not-over');
  desk.today('2026-05-06');
  assert.equal(await took(desk, pickUp(codeOf('r1'))), 'reservation-over');
  await desk.settled();
  assert.deepEqual(await shelf(desk), [1, 0, 1]);
  const { rows } = await desk.view(pointEntries, { where: { person: 'anna', kind: 'return' } });
  assert.deepEqual(
    rows.map(({ points }) => points),
    [20],
  );
});

test('[PTS-03] what is set aside is handed over to whoever shows its code, once', async () => {
  const desk = await shop(2);
  await saved(desk);
  await took(as(desk, 'anna'), reserve('anna', 'r1'));
  assert.equal(await took(desk, pickUp('WRONGCODE1')), 'code-wrong');
  assert.equal(await took(desk, pickUp(codeOf('r1'))), undefined);
  assert.equal(await took(desk, pickUp(codeOf('r1'))), 'code-wrong');
  assert.deepEqual(await shelf(desk), [1, 0, 1]);
  assert.equal(await took(as(desk, 'anna'), cancel('r1')), 'reservation-unknown');
});

test('[PTS-03] a store must be a unit of a kind that the model names', async () => {
  const desk = await shop(1);
  const list = (unit: string, item = 'soap') => ({
    type: 'ListItem',
    data: { item, unit, name: 'soap', price: 3, stock: 9 },
  });
  assert.equal((await desk.refusal(list('office')))?.code, 'store-unfit');
  assert.equal((await desk.refusal(list('nowhere')))?.code, 'store-unknown');
  assert.equal((await desk.refusal(list('room', 'umbrella')))?.code, 'item-exists');
  assert.equal(await desk.refusal(list('room')), undefined);
});

/** A desk under rules of access: the clerk of the room keeps its shop, everybody spends their own. */
function guarded() {
  const standing: Standing = { post: 'clerk', unit: 'room', kind: 'living-room', territories: ['990101001001'] };
  const contexts = [
    pointContext,
    { ...places, standings: (who: string) => Promise.resolve(who === 'clerk' ? [standing] : []) },
  ];
  const model: GovernanceModel = {
    ...sampleModel(),
    permissions: [
      { do: ['AwardPoints'], by: [{ process: 'setup' }], where: 'everywhere' },
      {
        do: ['see:points', 'ListItem', 'PickUpItem', 'CancelReservation', 'see:reservations'],
        by: [{ post: 'clerk' }],
        where: 'unit',
      },
      {
        do: [
          'see:points',
          'ReserveItem',
          'CancelReservation',
          'see:reservations',
          'see:reservation-holders',
          'see:pick-up-codes',
        ],
        by: ['signed-in'],
        where: 'own',
      },
      { do: ['see:items'], by: ['anyone'], where: 'everywhere' },
    ],
  };
  const store = memoryStore({ views: viewsOf(contexts) });
  const clock = { now: () => morning('2026-03-02'), at: () => () => undefined };
  const desk = createDesk({ model, store, calendar: plainCalendar, clock, newId, contexts });
  return { store, desk, of: (who: string) => desk.as(person(personId.parse(who))), setup: desk.as(process('setup')) };
}

test('[PTS-03] the record keeps the hash of a code alone; the holder reads the code, the store neither it nor whose it is', async () => {
  const { store, of, setup } = guarded();
  await of('clerk').send({
    type: 'ListItem',
    data: { item: 'umbrella', unit: 'room', name: 'u', price: 20, stock: 1 },
  });
  for (const n of [1, 2]) await setup.send(award({ rule: 'wish', evidence: `w/${n}` }));
  assert.equal(await took(of('anna'), reserve('anna', 'r1')), undefined);
  const history = JSON.stringify([
    ...(await store.history('item/umbrella')),
    ...(await store.history(`account/${anna}`)),
  ]);
  assert.ok(!history.includes(codeOf('r1')));
  assert.ok(history.includes(hashOfCode(codeOf('r1'))));
  const seen = async (who: string) => {
    const page = await of(who).view(reservations);
    return { holders: page.rows.map((row) => row.person), codes: Object.values(page.contents) };
  };
  assert.deepEqual(await seen('anna'), { holders: ['anna'], codes: [codeOf('r1')] });
  assert.deepEqual(await seen('clerk'), { holders: [undefined], codes: [] });
  assert.deepEqual(await seen('bo'), { holders: [], codes: [] });
  assert.equal(await took(of('bo'), cancel('r1')), 'not-permitted');
  assert.equal(await took(of('bo'), pickUp(codeOf('r1'))), 'not-found');
  assert.equal(await took(of('clerk'), pickUp(codeOf('r1'))), undefined);
});
