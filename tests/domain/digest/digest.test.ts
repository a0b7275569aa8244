import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digestOf, digestQueries, digestRecords, monthOf, weekOf } from '@keting/domain';
import { sampleModel } from '@keting/domain/testing';
import * as fc from 'fast-check';
import { runs } from '../../support/runs.ts';

const model = sampleModel();
const week = weekOf('2026-03-04');
const scope = { territories: ['990101001001'], period: week };

test('[GRID-07] a week (一周一碰头) goes from Monday to Sunday, a month (一月一盘点) from its first day to its last', () => {
  for (const day of ['2026-03-02', '2026-03-04', '2026-03-08']) {
    assert.deepEqual(weekOf(day), { from: '2026-03-02', to: '2026-03-08' });
  }
  assert.deepEqual(weekOf('2026-01-01'), { from: '2025-12-29', to: '2026-01-04' });
  assert.deepEqual(monthOf('2026-02-28'), { from: '2026-02-01', to: '2026-02-28' });
  assert.deepEqual(monthOf('2028-02-01'), { from: '2028-02-01', to: '2028-02-29' });
  assert.deepEqual(monthOf('2026-12-31'), { from: '2026-12-01', to: '2026-12-31' });
});

test('[GRID-07] every day lies in its week and its month, and whole weeks follow one another', () => {
  const day = fc
    .integer({ min: -20_000, max: 40_000 })
    .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, (date) => {
      for (const { from, to } of [weekOf(date), monthOf(date)]) assert.ok(from <= date && date <= to);
      const { from, to } = weekOf(date);
      assert.equal(new Date(`${from}T00:00:00Z`).getUTCDay(), 1);
      assert.equal(Date.parse(to) - Date.parse(from), 6 * 86_400_000);
      assert.equal(monthOf(date).to.slice(0, 7), date.slice(0, 7));
    }),
    { numRuns: runs() },
  );
});

test('[GRID-07] a digest asks for the sums of its days and territories, nothing twice where one lies in another', () => {
  const queries = digestQueries({ ...scope, territories: ['990101001001', '990101001', '990102', '990102'] });
  assert.deepEqual(
    queries.map(({ part, query }) => [part, query.where?.['grid']]),
    (['cases', 'patrols', 'occasions'] as const).flatMap((part) => [
      [part, { prefix: '990101001' }],
      [part, { prefix: '990102' }],
    ]),
  );
  assert.deepEqual(queries[0]?.query.where?.['day'], { from: '2026-03-02', to: '2026-03-09' });
});

test('[GRID-07] sums of a class, a grid or a kind are added up, classes in the order of the model', () => {
  const [first, second] = model.cases.classes.map(({ id }) => id);
  assert.ok(first !== undefined && second !== undefined);
  const told = digestOf(model, scope, {
    cases: [
      { class: 'of-old', reported: 1, open: 1 },
      { class: second, reported: 2, open: 1, closed: 1 },
      { class: first, reported: 3 },
      { class: second, reported: 4, overdue: 2 },
    ],
    patrols: [
      { grid: 'b', patrols: 1, due: 7, missed: 6 },
      { grid: 'a', patrols: 7, due: 7, missed: 0, visits: 3 },
    ],
    occasions: [{ kind: 'fire', called: 2, met: 1, missed: 1 }],
  });
  assert.deepEqual(
    told.cases.classes.map((one) => [one.class, one.reported, one.overdue]),
    [
      [first, 3, 0],
      [second, 6, 2],
      ['of-old', 1, 0],
    ],
  );
  assert.deepEqual(told.cases.total, { reported: 10, open: 2, dispatched: 0, closed: 1, replied: 0, overdue: 2 });
  assert.deepEqual(told.patrols, {
    ...{ patrols: 8, lapsed: 0, done: 0, visits: 3, cases: 0, due: 14, missed: 6 },
    gridsMissed: ['b'],
  });
  assert.deepEqual(told.occasions.kinds, [{ kind: 'fire', called: 2, met: 1, missed: 1 }]);
});

test('[GRID-07] classes are told with the class at the top that they belong to', () => {
  const below = model.cases.classes.find(({ parent }) => parent !== undefined);
  const classes = below === undefined ? [] : [below];
  const told = digestOf(model, scope, {
    cases: classes.map(({ id }) => ({ class: id, reported: 1 })),
    patrols: [],
    occasions: [],
  });
  assert.deepEqual(
    told.cases.classes.map(({ group }) => group),
    classes.map(({ parent }) => parent),
  );
});

test('[GRID-07] a digest is exported as a flat list of figures that loses none of them', () => {
  const told = digestOf(model, scope, {
    cases: [{ class: 'dispute', reported: 3, open: 2 }],
    patrols: [{ grid: 'a', due: 7, missed: 2 }],
    occasions: [{ kind: 'fire', called: 2, missed: 1 }],
  });
  const records = digestRecords(told);
  const value = (part: string, of: string, figure: string) =>
    records.find((one) => one.part === part && one.of === of && one.figure === figure)?.value;
  assert.equal(value('cases', '', 'reported'), 3);
  assert.equal(value('cases', 'dispute', 'open'), 2);
  assert.equal(value('patrols', '', 'missed'), 2);
  assert.equal(value('occasions', 'fire', 'called'), 2);
  assert.equal(records.length, 6 * 2 + 7 + 3 * 2);
  assert.ok(records.every((one) => Number.isInteger(one.value)));
  assert.deepEqual(JSON.parse(JSON.stringify(told)), told);
});
