import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseModel, pointLots, pointSums, process, type PointEvent } from '@keting/domain';
import { sampleModel } from '@keting/domain/testing';
import { account, anna, award, awarded, endOf, morning, points, shop } from './place.ts';

/** What happened, and then a deed that earns by itself. */
const byItself = (...past: readonly PointEvent[]) => points(...past).by(process('award'));
const hours = (minutes: number | undefined, on = '2026-03-02') => award({ rule: 'service', minutes, on });

test('[PTS-02] a rule earns each time, or by the hour in whole points', () => {
  points()
    .when(award())
    .then({ type: 'PointsAwarded', data: { points: 5, full: 5 } });
  byItself()
    .when(hours(90))
    .then({ type: 'PointsAwarded', data: { points: 15 } });
  byItself()
    .when(hours(5))
    .then({ type: 'PointsAwarded', data: { points: 0, full: 0 } });
  byItself()
    .when(hours(undefined))
    .refuses('deed-minutes-missing', { params: { rule: 'service' } });
  points()
    .when(award({ rule: 'nothing-such' }))
    .refuses('point-rule-unknown', { params: { rule: 'nothing-such' } });
});

test('[PTS-02] what earns by itself is not awarded by hand, so that the same service is not credited twice', () => {
  for (const rule of ['service', 'wish']) {
    points()
      .when(award({ rule, minutes: 120 }))
      .refuses('point-rule-automatic', { params: { rule } });
    byItself()
      .when(award({ rule, minutes: 120 }))
      .then({ type: 'PointsAwarded', data: { rule } });
  }
});

test('[PTS-02] an award is cut to the cap of its rule, or of all rules, and says to which', () => {
  const sameDay = byItself(awarded({ entry: 'e1', points: 35, rule: 'service' }));
  sameDay.when(hours(60)).then({ type: 'PointsAwarded', data: { points: 5, full: 10, cut: 'rule-day' } });
  const yearly = byItself(awarded({ entry: 'e1', points: 20, rule: 'wish', on: '2026-02-20' }));
  yearly
    .when(award({ rule: 'wish' }))
    .then({ type: 'PointsAwarded', data: { points: 10, full: 15, cut: 'rule-year' } });
  const both = points(
    awarded({ entry: 'e1', points: 35, rule: 'service' }),
    awarded({ entry: 'e2', points: 15, rule: 'wish' }),
  );
  both.when(award()).then({ type: 'PointsAwarded', data: { points: 0, full: 5, cut: 'day' } });
  const full = points(awarded({ entry: 'e1', points: 198, on: '2026-02-20' }));
  full.when(award()).then({ type: 'PointsAwarded', data: { points: 2, full: 5, cut: 'year' } });
});

test('[PTS-02] what another rule has credited does not count under a rule’s own cap', () => {
  const wish = awarded({ entry: 'e1', points: 5, rule: 'wish' });
  const service = awarded({ entry: 'e2', points: 20, rule: 'service' });
  const more = (...past: readonly PointEvent[]) => byItself(...past).when(hours(240));
  more(wish).then({ type: 'PointsAwarded', data: { points: 40, full: 40, cut: undefined } });
  for (const past of [
    [wish, service],
    [service, wish],
  ]) {
    more(...past).then({ type: 'PointsAwarded', data: { points: 20, cut: 'rule-day' } });
  }
});

test('[PTS-02] an account forgets the days and years that no deed can be credited to any more', () => {
  const past = ['2024-12-31', '2025-12-31', '2026-01-30', '2026-01-31'].map((on, n) =>
    awarded({ entry: `e${n}`, points: 5, on, rule: 'wish' }),
  );
  const kept = (keepFrom: string) =>
    account(...past, awarded({ entry: 'last', points: 5, keepFrom })).earned.map(({ rule, in: period }) => [
      rule,
      period,
    ]);
  const last = [
    ['good-deed', '2026-03-02'],
    ['good-deed', '2026'],
  ];
  assert.deepEqual(kept('2026-01-31'), [['wish', '2026-01-31'], ['wish', '2026'], ...last]);
  assert.deepEqual(kept('2025-12-31'), [
    ['wish', '2025-12-31'],
    ['wish', '2025'],
    ['wish', '2026-01-30'],
    ['wish', '2026-01-31'],
    ['wish', '2026'],
    ...last,
  ]);
});

test('[PTS-02] a cap counts the day of the deed: a late award falls under its own day and year', () => {
  const lastYear = points(awarded({ entry: 'e1', points: 198, on: '2025-12-30' })).at(morning('2026-01-10'));
  lastYear.when(award({ on: '2025-12-31' })).then({ type: 'PointsAwarded', data: { points: 2, cut: 'year' } });
  lastYear.when(award({ on: '2026-01-01' })).then({ type: 'PointsAwarded', data: { points: 5 } });
});

test('[PTS-02] the year turns at midnight of the district, not of UTC', () => {
  const midnight = morning('2026-01-01') - 9 * 3_600_000;
  const full = points(awarded({ entry: 'e1', points: 198, on: '2025-12-30' }));
  full
    .at(midnight - 1)
    .when(award())
    .then({ type: 'PointsAwarded', data: { points: 2, on: '2025-12-31' } });
  full
    .at(midnight)
    .when(award())
    .then({ type: 'PointsAwarded', data: { points: 5, on: '2026-01-01' } });
});

test('[PTS-02] a deed is credited within the days of the model, and not ahead', () => {
  points()
    .when(award({ on: '2026-01-31' }))
    .then({ type: 'PointsAwarded' });
  points()
    .when(award({ on: '2026-01-30' }))
    .refuses('deed-too-old', { params: { on: '2026-01-30', days: 30 } });
  points()
    .when(award({ on: '2026-03-03' }))
    .refuses('date-ahead', { params: { on: '2026-03-03', today: '2026-03-02' } });
});

test('[PTS-02] a reversed award leaves its room under the caps', () => {
  const reversed = {
    type: 'EntryReversed' as const,
    data: {
      entry: 'e2',
      legs: [
        { account: 'volunteer' as const, points: -35 },
        { account: 'issuer' as const, points: 35 },
      ],
      day: '2026-03-02',
      reverses: 'e1',
      rule: 'service',
      on: '2026-03-02',
      points: 35,
      short: 0,
      lots: [{ entry: 'e1', points: 35 }],
      reason: { content: 'c', commitment: '0'.repeat(64) },
    },
  };
  const past = [awarded({ entry: 'e1', points: 35, rule: 'service' }), reversed];
  assert.deepEqual(account(...past).earned, []);
  byItself(...past)
    .when(hours(240))
    .then({ type: 'PointsAwarded', data: { points: 40, full: 40 } });
});

test('[PTS-02] points expire at the end of the day that corresponds, or of the last of its month', () => {
  const on = (day: string) => points().at(morning(day)).when(award());
  on('2026-03-02').then({
    type: 'PointsAwarded',
    data: { expires: '2027-03-02', until: morning('2027-03-03') - 32_400_000 },
  });
  on('2028-02-29').then({ type: 'PointsAwarded', data: { expires: '2029-02-28' } });
  on('2025-12-31').then({ type: 'PointsAwarded', data: { expires: '2026-12-31' } });
});

test('[PTS-02] only lots whose last day is over expire', () => {
  const two = points(awarded({ entry: 'e1', points: 5, until: '2026-03-01' }), awarded({ entry: 'e2', points: 7 }));
  const expire = { type: 'ExpirePoints' as const, data: { person: anna } };
  const clock = two.by(process('clock'));
  const until = endOf('2026-03-01');
  const { state } = clock
    .at(until)
    .when(expire)
    .then({
      type: 'PointsExpired',
      data: {
        legs: [
          { account: 'volunteer', points: -5 },
          { account: 'expired', points: 5 },
        ],
        day: '2026-03-02',
        points: 5,
        lots: [{ entry: 'e1', points: 5, expires: '2026-03-01', until }],
      },
    });
  assert.ok(state.stage === 'account');
  assert.deepEqual(
    state.lots.map(({ entry, points: left }) => [entry, left]),
    [['e2', 7]],
  );
  assert.deepEqual(state.reserved, [], 'it was not set aside for anything');
  clock
    .at(until - 1)
    .when(expire)
    .refuses('nothing-expired', { ids: [anna] });
});

test('[PTS-02] lots expire by themselves at the end of their day, the oldest first', async () => {
  const desk = await shop(0);
  await desk.all(award());
  desk.today('2026-06-30');
  await desk.all(award({ evidence: 'list/2' }));
  const left = async () =>
    (await desk.view(pointLots, { where: { person: 'anna' } })).rows.map(({ expires }) => expires);
  desk.today('2027-03-02');
  await desk.settled();
  assert.deepEqual((await left()).sort(), ['2027-03-02', '2027-06-30']);
  desk.today('2027-03-03');
  await desk.settled();
  assert.deepEqual(await left(), ['2027-06-30']);
  const sums = await desk.sum(pointSums, { by: ['account'], of: ['points'] });
  assert.deepEqual(Object.fromEntries(sums.map((sum) => [sum['account'], sum['points']])), {
    issuer: -10,
    volunteer: 5,
    expired: 5,
  });
});

test('[PTS-02] a model whose caps let nothing happen, or whose stores are nowhere, is refused', () => {
  const faults = (change: Readonly<Record<string, unknown>>) => {
    const { points: section, ...rest } = sampleModel();
    const parsed = parseModel({ ...rest, points: { ...section, ...change } });
    return parsed.ok ? [] : parsed.faults.map(({ code, at }) => `${code} ${at}`);
  };
  const [service] = sampleModel().points?.rules ?? [];
  assert.deepEqual(faults({ rules: [{ ...service, perDay: 40, perYear: 30 }] }), ['empty-range service']);
  assert.deepEqual(faults({ rules: [service, service] }), ['duplicate-id service']);
  assert.deepEqual(faults({ redemption: { kinds: ['moon'], holdDays: 3, source: 'ours' } }), [
    'unknown-reference moon',
  ]);
  assert.equal(faults({ rules: [{ ...service, earns: { each: -5 } }] }).length, 1);
});
