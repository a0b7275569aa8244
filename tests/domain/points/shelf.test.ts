import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountOf, hashOfCode, type Message, type PointCommand, type PointEvent } from '@keting/domain';
import { sampleModel } from '@keting/domain/testing';
import { account, awarded, codeOf, endOf, item, listed, morning, points, setAside, spent, thisEntry } from './place.ts';

type Asked = Message<PointCommand['type']>;
const ask = (type: PointCommand['type'], rest: Readonly<Record<string, unknown>> = {}): Asked => ({
  type,
  data: { item: 'umbrella', ...rest },
});
const list = (rest: Readonly<Record<string, unknown>> = {}): Asked =>
  ask('ListItem', { unit: 'room', name: 'umbrella', price: 20, stock: 2, ...rest });
/** Two umbrellas, both set aside. */
const aside: readonly PointEvent[] = [listed(2), setAside('r1'), setAside('r2')];
const claimOf = (reservation: string): string => `pick-up-code/${hashOfCode(codeOf(reservation))}`;

test('[PTS-03] what is listed has a price, is where its store is, and none of it is set aside', () => {
  const { events, state } = points().when(list()).then({ type: 'ItemListed' });
  assert.deepEqual(events[0]?.data, {
    unit: 'room',
    territories: ['990101001001'],
    name: 'umbrella',
    price: 20,
    stock: 2,
  });
  assert.deepEqual(state, {
    stage: 'listed',
    id: 'umbrella',
    unit: 'room',
    territories: ['990101001001'],
    price: 20,
    stock: 2,
    reservations: [],
  });
});

test('[PTS-03] an item is listed once, by a unit that is there and may keep a store, where points are spent at all', () => {
  points(listed(2))
    .when(list())
    .refuses('item-exists', { ids: ['umbrella'] });
  points()
    .when(list({ unit: 'nowhere' }))
    .refuses('store-unknown', { ids: ['nowhere'] });
  points()
    .when(list({ unit: 'office' }))
    .refuses('store-unfit', { ids: ['office'], params: { kind: 'street-office' } });
  const { points: rules, ...rest } = sampleModel();
  assert.ok(rules);
  const { redemption: _none, ...unspent } = rules;
  points()
    .under({ ...rest, points: unspent })
    .when(list())
    .refuses('redemption-missing');
});

test('[PTS-03] what comes in is added to the shelf, and a count takes its place, down to what is set aside', () => {
  const kept = points(...aside);
  const stocked = kept.when(ask('StockItem', { quantity: 3 })).then({ type: 'ItemStocked', data: { quantity: 3 } });
  assert.deepEqual(stocked.state, { ...item(listed(5)), reservations: item(...aside).reservations });
  const counted = kept.when(ask('CountStock', { stock: 2 })).then({ type: 'StockCounted', data: { stock: 2, was: 2 } });
  assert.deepEqual(counted.state, item(...aside));
  const { state } = points(listed(2))
    .when(ask('CountStock', { stock: 7 }))
    .then({ type: 'StockCounted', data: { stock: 7, was: 2 } });
  assert.deepEqual(state, item(listed(7)));
  kept
    .when(ask('CountStock', { stock: 1 }))
    .refuses('stock-below-reserved', { ids: ['umbrella'], params: { stock: 1, reserved: 2 } });
});

test('[PTS-03] an item is withdrawn once, and stays for whoever has one set aside', () => {
  const { events, state } = points(...aside)
    .when(ask('WithdrawItem'))
    .then({ type: 'ItemWithdrawn' });
  assert.deepEqual(state, { ...item(...aside), stage: 'withdrawn' });
  points(...aside, ...events)
    .when(ask('WithdrawItem'))
    .refuses('item-withdrawn', { ids: ['umbrella'] });
  points(...aside, ...events)
    .when(ask('PickUpItem', { code: codeOf('r1') }))
    .then({ type: 'ItemCollected' });
});

test('[PTS-03] nothing is done with an item that nobody has listed', () => {
  points()
    .when(ask('StockItem', { quantity: 1 }))
    .refuses('shop-item-unknown', { ids: ['umbrella'] });
  assert.throws(() => item(setAside('r1')), /item\/umbrella begins with ItemReserved/);
});

const early = { entry: 'e1', points: 5, expires: '2026-03-04', until: endOf('2026-03-04') };
const late = { entry: 'e2', points: 15, expires: '2027-03-02', until: endOf('2027-03-02') };
/** Whose points went to the store twice: for an umbrella out of two entries, and for another thing. */
const holder = account(
  awarded({ entry: 'e1', points: 5, until: '2026-03-04' }),
  awarded({ entry: 'e2', points: 30 }),
  spent('r0', [{ ...late, points: 10 }]),
  spent('r1', [early, late]),
);
const ending = (command: Asked, at: number) =>
  points(...aside)
    .with(accountOf('anna'), holder)
    .at(at)
    .when(command);
const cancel = (reservation: string) => ask('CancelReservation', { reservation });
const lapse = (reservation: string) => ask('LapseReservation', { reservation });

test('[PTS-03] a cancelled reservation frees what was set aside and gives back its own points', () => {
  const { state } = ending(cancel('r1'), early.until - 1)
    .then({ type: 'ItemReleased', data: { reservation: 'r1', how: 'cancelled' } })
    .also({
      stream: 'account/anna',
      type: 'PointsReturned',
      data: {
        entry: thisEntry,
        legs: [
          { account: 'store', points: -20 },
          { account: 'volunteer', points: 20 },
          { account: 'expired', points: 0 },
        ],
        day: '2026-03-04',
        reservation: 'r1',
        item: 'umbrella',
        unit: 'room',
        points: 20,
        lots: [early, late],
        how: 'cancelled',
      },
    })
    .releases(claimOf('r1'));
  assert.deepEqual(state, item(listed(2), setAside('r2')));
});

test('[PTS-03] of what comes back, that whose last day is over goes to the expired', () => {
  ending(cancel('r1'), early.until)
    .then({ type: 'ItemReleased' })
    .also({
      stream: 'account/anna',
      type: 'PointsReturned',
      data: {
        legs: [
          { account: 'store', points: -20 },
          { account: 'volunteer', points: 15 },
          { account: 'expired', points: 5 },
        ],
        points: 15,
        lots: [late],
      },
    });
});

test('[PTS-03] a reservation lapses at the end of its last day, and can be picked up until then', () => {
  const due = endOf('2026-03-05');
  const pickUp = ask('PickUpItem', { code: codeOf('r1') });
  ending(lapse('r1'), due - 1).refuses('reservation-not-over', { ids: ['r1'], params: { due } });
  ending(lapse('r1'), due)
    .then({ type: 'ItemReleased', data: { reservation: 'r1', how: 'lapsed' } })
    .also({ stream: 'account/anna', type: 'PointsReturned', data: { how: 'lapsed' } });
  ending(pickUp, due).refuses('reservation-over', { ids: ['r1'], params: { due } });
  const { state } = ending(pickUp, due - 1)
    .then({ type: 'ItemCollected', data: { reservation: 'r1' } })
    .also({ stream: 'account/anna', type: 'ReservationCollected', data: { reservation: 'r1' } })
    .releases(claimOf('r1'));
  assert.deepEqual(state, item(listed(1), setAside('r2')), 'one less on the shelf, and the other still set aside');
});

test('[PTS-03] what nobody has set aside is neither cancelled nor lapses, and no other code opens it', () => {
  const at = morning('2026-03-03');
  ending(cancel('r9'), at).refuses('reservation-unknown', { ids: ['r9'] });
  ending(lapse('r9'), at).refuses('reservation-unknown', { ids: ['r9'] });
  ending(ask('PickUpItem', { code: codeOf('r9') }), at).refuses('code-wrong', { ids: ['umbrella'] });
});
