import assert from 'node:assert/strict';
import { test } from 'node:test';
import { governanceMap, type Sum } from '@keting/domain';
import * as fc from 'fast-check';
import { runs } from '../../support/runs.ts';

const day = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
const row = (rest: Readonly<Record<string, string | number>>): Sum => ({
  grid: 'g1',
  class: 'fire',
  day: '2026-03-02',
  reported: 0,
  open: 0,
  closed: 0,
  ...rest,
});

test('[CASE-10] a week begins on Monday, also over the turn of the year', () => {
  const week = (of: string) => governanceMap([row({ day: of, reported: 1 })], 'staff')[0]?.week;
  assert.equal(week('2026-03-02'), '2026-03-02');
  assert.equal(week('2026-03-08'), '2026-03-02');
  assert.equal(week('2026-01-01'), '2025-12-29');
});

test('[CASE-10] counts and rates by grid, class and week', () => {
  const sums = [
    row({ reported: 6, open: 1, closed: 5, rated: 5, satisfied: 4 }),
    row({ day: '2026-03-08', reported: 4, open: 4 }),
    row({ day: '2026-03-09', reported: 1, closed: 1 }),
    row({ grid: 'g2', reported: 2, open: 2 }),
  ];
  const cells = governanceMap(sums, 'staff').map(
    ({ grid, week, reported, open, closed, closingRate, satisfactionRate }) => [
      grid,
      week,
      reported,
      open,
      closed,
      closingRate,
      satisfactionRate,
    ],
  );
  assert.deepEqual(cells, [
    ['g1', '2026-03-02', 10, 5, 5, 0.5, 0.8],
    ['g2', '2026-03-02', 2, 2, 0, 0, undefined],
    ['g1', '2026-03-09', 1, 0, 1, 1, undefined],
  ]);
});

test('[CASE-10] the public is told no count under five, no part that gives it away, and no rate of it', () => {
  const [few, part, many] = governanceMap(
    [
      row({ reported: 4, open: 4 }),
      row({ class: 'noise', reported: 10, open: 3, closed: 7 }),
      row({ class: 'waste', reported: 11, open: 6, closed: 5 }),
    ],
    'public',
  );
  assert.deepEqual(
    [few?.reported, few?.open, few?.closed, few?.closingRate],
    [undefined, undefined, undefined, undefined],
  );
  assert.deepEqual(
    [part?.reported, part?.open, part?.closed, part?.closingRate],
    [10, undefined, undefined, undefined],
  );
  assert.deepEqual([many?.reported, many?.open, many?.closed, many?.closingRate], [11, 6, 5, 5 / 11]);
});

test('[CASE-10] the public is told no rate over fewer than five, nor one whose part or rest is fewer', () => {
  const of = (counts: Readonly<Record<string, number>>) =>
    governanceMap([row({ reported: 10, open: 5, closed: 5, ...counts })], 'public')[0];
  const betraying = of({ rated: 1, overdue: 1, asked: 9, resolved: 8, dispatched: 10, reachable: 10, contacted: 10 });
  assert.deepEqual(
    [betraying?.satisfactionRate, betraying?.overdueRate, betraying?.resolutionRate, betraying?.responseRate],
    [undefined, undefined, undefined, 1],
  );
  const told = of({ rated: 10, satisfied: 5, overdue: 0 });
  assert.deepEqual([told?.satisfactionRate, told?.overdueRate, told?.closingRate], [0.5, 0, 0.5]);
});

test('[CASE-10] however counts come in, the cells add up to them, and the public never sees one to four', () => {
  const sum = fc.record({
    grid: fc.constantFrom('g1', 'g2'),
    class: fc.constantFrom('fire', 'noise'),
    day: fc.nat(20).map(day),
    open: fc.nat(4),
    closed: fc.nat(4),
  });
  fc.assert(
    fc.property(fc.array(sum, { maxLength: 40 }), (rows) => {
      const sums = rows.map((one) => ({ ...one, reported: one.open + one.closed }));
      const total = (of: readonly { readonly reported?: number | undefined }[]) =>
        of.reduce((all, { reported = 0 }) => all + reported, 0);
      assert.equal(total(governanceMap(sums, 'staff')), total(sums));
      for (const cell of governanceMap(sums, 'public')) {
        for (const count of [cell.reported, cell.open, cell.closed])
          assert.ok(count === undefined || count === 0 || count >= 5);
      }
    }),
    { numRuns: runs() },
  );
});
