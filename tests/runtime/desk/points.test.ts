import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  activityContext,
  award,
  checkInContext,
  items,
  person,
  personId,
  pointContext,
  pointEntries,
  pointLots,
  pointSums,
  process,
  reservations,
  teamContext,
  wishContext,
  type GovernanceModel,
} from '@keting/domain';
import { plainCalendar, sampleModel } from '@keting/domain/testing';
import { createDesk, memoryStore, newId, viewsOf } from '@keting/runtime';
import { volunteerModel } from '../../domain/volunteering/rules.ts';
import { monday, TestClock } from './small-place.ts';
import { standIn } from '../../support/stand-in.ts';

const hour = 3_600_000;
const day = 24 * hour;
const community = '990101001001';
const kinds: Readonly<Record<string, string>> = { east: 'residents-committee', room: 'living-room' };

/** Stands for the organisation: a committee and a living room, whose directors act by their posts. */
const place = standIn(
  {
    unitOf: (_source, id) => Promise.resolve({ id, kind: kinds[String(id)] ?? 'firm', territories: [community] }),
  },
  {
    sees: 'see:points',
    standings: (who) => {
      const kind = kinds[who];
      return Promise.resolve(
        kind === undefined ? [] : [{ post: 'director', unit: who, kind, territories: [community] }],
      );
    },
  },
);

const permissions: GovernanceModel['permissions'] = [
  { do: ['PublishActivity', 'PublishWish', 'ConfirmWish'], by: [{ post: 'director' }], where: 'territory' },
  { do: ['SignUp', 'SignIn', 'SignOut', 'ClaimWish', 'FulfilWish', 'see:activities'], by: ['signed-in'], where: 'own' },
  { do: ['see:activities', 'see:wishes', 'see:items'], by: ['signed-in'], where: 'everywhere' },
  {
    do: ['CloseActivity', 'FreeWish', 'ExpirePoints', 'LapseReservation'],
    by: [{ process: 'clock' }],
    where: 'everywhere',
  },
  { do: ['AwardPoints'], by: [{ process: 'award' }], where: 'everywhere' },
  {
    do: ['see:points', 'ListItem', 'StockItem', 'PickUpItem', 'see:reservations'],
    by: [{ post: 'director' }],
    where: 'unit',
  },
  { do: ['see:point-sums'], by: [{ post: 'director' }], where: 'everywhere' },
  {
    do: [
      ...['see:points', 'see:point-entries', 'see:point-lots', 'ReserveItem', 'CancelReservation'],
      ...['see:reservations', 'see:pick-up-codes', 'see:reservation-holders'],
    ],
    by: ['signed-in'],
    where: 'own',
  },
];

function openPlace() {
  const contexts = [place, checkInContext, teamContext, activityContext, wishContext, pointContext];
  const clock = new TestClock();
  const trouble: unknown[] = [];
  const desk = createDesk({
    model: { ...volunteerModel(), permissions },
    store: memoryStore({ views: viewsOf(contexts) }),
    calendar: plainCalendar,
    clock,
    newId,
    contexts,
    processes: [award],
    onTrouble: (it) => trouble.push(it),
  });
  const as = (who: string) => desk.as(person(personId.parse(who)));
  return {
    desk,
    as,
    trouble,
    at: async (instant: number) => {
      clock.time = instant;
      await desk.settled();
    },
    done: async (who: string, type: string, data: Readonly<Record<string, unknown>>) => {
      const receipt = await as(who).send({ type, data });
      assert.ok(receipt.ok, `${type}: ${JSON.stringify(receipt)}`);
      await desk.settled();
    },
  };
}

const activity = { activity: 'a' };

/** Li has served an hour and a half and fulfilled a wish: 15 points each. */
async function served() {
  const place = openPlace();
  const [from, until] = [monday + hour, monday + 4 * hour];
  await place.done('east', 'PublishActivity', {
    ...activity,
    unit: 'east',
    field: 'patrol',
    title: 'Round',
    places: 9,
    from,
    until,
  });
  await place.done('li', 'SignUp', { ...activity, person: 'li' });
  await place.at(from);
  await place.done('li', 'SignIn', { ...activity, person: 'li' });
  await place.at(from + 1.5 * hour);
  await place.done('li', 'SignOut', { ...activity, person: 'li' });
  const wish = { wish: 'w' };
  const words = { text: 'A tap that does not drip', contact: 'stairwell 3' };
  await place.done('east', 'PublishWish', {
    ...wish,
    unit: 'east',
    kind: 'repair',
    wisher: 'wang',
    channel: 'offline',
    ...words,
  });
  await place.done('li', 'ClaimWish', { ...wish, claimer: 'li' });
  await place.done('li', 'FulfilWish', { ...wish, note: 'a new washer' });
  await place.done('east', 'ConfirmWish', wish);
  await place.done('room', 'ListItem', { item: 'soap', unit: 'room', name: 'soap', price: 20, stock: 1 });
  return place;
}

const reserve = { person: 'li', item: 'soap', reservation: 'r', price: 20, code: 'SOAP4LI2026' };

test('[PTS-02] service and a fulfilled wish are credited by themselves at a desk, once each', async () => {
  const { as, trouble, at } = await served();
  await at(monday + 2 * day);
  const { rows } = await as('li').view(pointEntries, { order: [{ by: 'at' }] });
  assert.deepEqual(rows.map(({ rule, points, model }) => [rule, points, model]).sort(), [
    ['service', 15, sampleModel().version],
    ['wish', 15, sampleModel().version],
  ]);
  assert.deepEqual((await as('wang').view(pointEntries)).rows, [], 'points are their holder’s own to see');
  assert.deepEqual(trouble, []);
});

test('[PTS-03] what was earned is spent at the store, picked up by code, and the accounts come to nothing', async () => {
  const { as, done, trouble, desk } = await served();
  await done('li', 'ReserveItem', reserve);
  const [set] = (await as('room').view(reservations)).rows;
  assert.deepEqual([set?.item, set?.person, set?.code], ['soap', undefined, undefined]);
  const shown = await as('li').view(reservations);
  await done('room', 'PickUpItem', { item: 'soap', code: Object.values(shown.contents)[0] });
  const [shelf] = (await as('wang').view(items)).rows;
  assert.deepEqual([shelf?.stock, shelf?.available], [0, 0]);
  const sums = await as('room').sum(pointSums, { by: ['account'], of: ['points'] });
  assert.deepEqual(Object.fromEntries(sums.map((sum) => [String(sum['account']), Number(sum['points'])])), {
    issuer: -30,
    volunteer: 10,
    store: 20,
  });
  const award = { person: 'li', rule: 'wish', evidence: 'x', reason: 'mine' };
  const own = await desk.as(process('someone-else')).send({ type: 'AwardPoints', data: award });
  assert.equal(own.ok, false);
  assert.deepEqual(trouble, []);
});

test('[PTS-03] what is not picked up comes back by itself, and expires with its old date', async () => {
  const { as, done, at, trouble } = await served();
  const held = async () =>
    (await as('li').view(pointLots, { order: [{ by: 'until' }] })).rows.map(({ points, expires }) => [points, expires]);
  const before = await held();
  await done('li', 'ReserveItem', reserve);
  assert.deepEqual(await held(), [[10, '2027-03-02']]);
  await at(monday + 5 * day);
  assert.deepEqual(await held(), before);
  await at(monday + 367 * day);
  assert.deepEqual(await held(), []);
  assert.deepEqual(trouble, []);
});
