import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pointContext, type PointEvent } from '@keting/domain';
import * as z from 'zod/mini';
import { account, anna, awarded, cameBack, endOf, spent } from './place.ts';

const first = awarded({ entry: 'e1', points: 5 });
const second = awarded({ entry: 'e2', points: 9, until: '2027-04-02' });
const left = (...past: readonly PointEvent[]) => account(...past).lots.map(({ entry, points }) => `${entry} ${points}`);
const of = (entry: string, points: number) => ({ entry, points, expires: '2027-03-02', until: endOf('2027-03-02') });

test('[PTS-01] the first award opens the account: its points, what it counts under its caps, nothing set aside', () => {
  assert.deepEqual(account(first), {
    stage: 'account',
    person: anna,
    lots: [of('e1', 5)],
    reserved: [],
    earned: [
      { rule: 'good-deed', in: '2026-03-02', points: 5 },
      { rule: 'good-deed', in: '2026', points: 5 },
    ],
    territories: [],
  });
});

test('[PTS-01] an account is where all the units are that awarded by hand, each place once', () => {
  const by = (...territories: string[]): PointEvent => ({ ...first, data: { ...first.data, territories } });
  assert.deepEqual(account(by('990101001001'), by('990101002'), by('990101001001')).territories, [
    '990101001001',
    '990101002',
  ]);
});

test('[PTS-02] an award that a cap left nothing of adds no points', () => {
  assert.deepEqual(left(awarded({ entry: 'e1', points: 0 })), []);
});

test('[PTS-02] points are spent in the order in which they expire, those that never do last', () => {
  const { expires: _day, until: _end, ...endless } = awarded({ entry: 'e0', points: 1 }).data;
  const same = awarded({ entry: 'e3', points: 3 });
  assert.deepEqual(left({ type: 'PointsAwarded', data: endless }, second, first, same), [
    'e1 5',
    'e3 3',
    'e2 9',
    'e0 1',
  ]);
});

test('[PTS-03] what is set aside leaves the entries that it came with, and is kept with its reservation', () => {
  const past = [first, second, spent('r1', [of('e1', 5), of('e2', 2)])];
  assert.deepEqual(left(...past), ['e2 7']);
  assert.deepEqual(account(...past).reserved, [{ id: 'r1', lots: [of('e1', 5), of('e2', 2)] }]);
});

test('[PTS-03] what comes back joins what is left of its entry; other reservations stay', () => {
  const past = [first, second, spent('r1', [of('e1', 5), of('e2', 2)]), spent('r2', [of('e2', 3)])];
  const after = [...past, cameBack('r1', [of('e1', 5), of('e2', 2)])];
  assert.deepEqual(left(...after), ['e1 5', 'e2 6']);
  assert.deepEqual(
    account(...after).reserved.map(({ id }) => id),
    ['r2'],
  );
});

test('[PTS-03] what was handed over is set aside no more, and its points stay spent', () => {
  const past = [first, spent('r1', [of('e1', 2)]), spent('r2', [of('e1', 1)])];
  const collected: PointEvent = { type: 'ReservationCollected', data: { reservation: 'r1' } };
  assert.deepEqual(left(...past, collected), ['e1 2']);
  assert.deepEqual(
    account(...past, collected).reserved.map(({ id }) => id),
    ['r2'],
  );
});

test('[PTS-01] an entry has two legs at least, and what they add comes to nothing', () => {
  const { legs, ...data } = first.data;
  const taken = (these: readonly object[]) =>
    z.safeParse(pointContext.events.PointsAwarded.schema, { ...data, legs: these }).success;
  assert.ok(taken(legs));
  assert.ok(!taken([{ account: 'issuer', points: 0 }]));
  assert.ok(
    !taken([
      { account: 'issuer', points: -5 },
      { account: 'volunteer', points: 6 },
    ]),
  );
});
