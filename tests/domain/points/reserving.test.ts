import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashOfCode, itemOf, person, personId, process, type Item, type PointEvent } from '@keting/domain';
import { sampleModel, sealed } from '@keting/domain/testing';
import { anna, awarded, codeOf, endOf, item, listed, points, reserve, setAside, spent, thisEntry } from './place.ts';

const old = awarded({ entry: 'e1', points: 5, until: '2026-12-31' });
const fresh = awarded({ entry: 'e2', points: 15 });
const gone = awarded({ entry: 'e0', points: 50, until: '2026-03-01' });
const more = awarded({ entry: 'e3', points: 9, until: '2027-05-01' });

/** Anna, who was awarded these points and asks for one of these. */
const asks = (of: Item | undefined, past: readonly PointEvent[], rest: Readonly<Record<string, unknown>> = {}) =>
  points(...past)
    .by(person(anna))
    .with(itemOf('umbrella'), of)
    .when(reserve(anna, 'r1', rest));

test('[PTS-03] the oldest points that can still be spent go to the store, and one is set aside for as long as the model says', () => {
  const hash = hashOfCode(codeOf('r1'));
  asks(item(listed(1)), [gone, fresh, more, old])
    .then({
      type: 'PointsReserved',
      data: {
        entry: thisEntry,
        legs: [
          { account: 'volunteer', points: -20 },
          { account: 'store', points: 20 },
        ],
        day: '2026-03-02',
        reservation: 'r1',
        item: 'umbrella',
        unit: 'room',
        points: 20,
        lots: [
          { entry: 'e1', points: 5, expires: '2026-12-31', until: endOf('2026-12-31') },
          { entry: 'e2', points: 15, expires: '2027-03-02', until: endOf('2027-03-02') },
        ],
      },
    })
    .also({
      stream: 'item/umbrella',
      type: 'ItemReserved',
      data: {
        reservation: 'r1',
        person: anna,
        unit: 'room',
        points: 20,
        until: endOf('2026-03-05'),
        hash,
        code: sealed(codeOf('r1')),
      },
    })
    .claims(`pick-up-code/${hash}`);
});

test('[PTS-03] the price must be held in points that can still be spent: to the point it is enough', () => {
  asks(item(listed(1)), [old, fresh]).then({ type: 'PointsReserved' });
  const short = awarded({ entry: 'e2', points: 14 });
  asks(item(listed(1)), [gone, old, short]).refuses('points-short', {
    ids: ['umbrella'],
    params: { have: 19, price: 20 },
  });
});

test('[PTS-03] points are spent by their holder alone, not even by what comes by itself', () => {
  for (const actor of [person(personId.parse('bo')), process('clock')]) {
    points(old, fresh)
      .by(actor)
      .with(itemOf('umbrella'), item(listed(1)))
      .when(reserve(anna, 'r1'))
      .refuses('not-the-holder', { ids: [anna] });
  }
});

test('[PTS-03] what is set aside for others cannot be reserved, nor what is withdrawn, nor at a price that is no more', () => {
  const ids = ['umbrella'];
  asks(item(listed(1), setAside('r2', 'bo')), [old, fresh]).refuses('out-of-stock', { ids });
  asks(item(listed(2), setAside('r2', 'bo')), [old, fresh]).then({ type: 'PointsReserved' });
  asks(item(listed(1), { type: 'ItemWithdrawn', data: {} }), [old, fresh]).refuses('item-withdrawn', { ids });
  asks(item(listed(1)), [old, fresh], { price: 19 }).refuses('price-changed', { ids, params: { price: 20 } });
  asks(undefined, [old, fresh]).refuses('shop-item-unknown', { ids });
});

test('[PTS-03] a reservation has a name of its own, on the shelf and among those of its holder, and a code of its own', () => {
  const others = item(listed(9), setAside('r2', 'bo'), setAside('r3', 'bo'));
  asks(others, [old, fresh], { code: codeOf('r3') }).refuses('code-taken', { ids: ['umbrella'] });
  asks(item(listed(9), setAside('r2', 'bo'), setAside('r1', 'bo')), [old, fresh]).refuses('reservation-exists', {
    ids: ['r1'],
  });
  const elsewhere = [spent('r7', [{ entry: 'e3', points: 1 }]), spent('r1', [{ entry: 'e3', points: 2 }])];
  asks(others, [old, fresh, more, ...elsewhere]).refuses('reservation-exists', { ids: ['r1'] });
  asks(others, [old, fresh, more, ...elsewhere.slice(0, 1)]).then({ type: 'PointsReserved' });
});

test('[PTS-03] where the model has no stores nothing is reserved', () => {
  const { points: rules, ...rest } = sampleModel();
  assert.ok(rules);
  const { redemption: _none, ...unspent } = rules;
  points(old, fresh)
    .under({ ...rest, points: unspent })
    .by(person(anna))
    .with(itemOf('umbrella'), item(listed(1)))
    .when(reserve(anna, 'r1'))
    .refuses('redemption-missing');
});
