import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeChart, withToggled } from '../../../packages/components/src/org-chart/chart.ts';
import {
  levelsWithin,
  nearestVisible,
  openLevels,
  openPath,
  visibleRows,
} from '../../../packages/components/src/org-chart/rows.ts';
import { allOpen, hierarchyOf, ids, metrics, small, unit } from './made.ts';

test('rows are read in order, entering open units only', () => {
  const tree = hierarchyOf();
  assert.equal(ids(tree, visibleRows(tree, allOpen(tree)).units), 'a b d e c');
  const closed = visibleRows(tree, Uint8Array.from([1, 0, 0, 0, 0]));
  assert.equal(ids(tree, closed.units), 'a b c');
  assert.equal(closed.rowOf[unit(tree, 'd')], -1);
  assert.equal(closed.rowOf[unit(tree, 'c')], 2);
});

test('levels open from the top; leaves are never open', () => {
  const tree = hierarchyOf();
  assert.deepEqual([...openLevels(tree, 1)], [0, 0, 0, 0, 0]);
  assert.deepEqual([...openLevels(tree, 2)], [1, 0, 0, 0, 0]);
  assert.deepEqual([...openLevels(tree, Infinity)], [1, 1, 0, 0, 0]);
});

test('as many levels open at first as stay readable, and at least one', () => {
  const tree = hierarchyOf();
  assert.deepEqual(
    [1, 2, 3, 5, 99].map((most) => levelsWithin(tree, most)),
    [1, 1, 2, 3, 3],
  );
});

test('the way to a unit is opened, and nothing when it is open already', () => {
  const tree = hierarchyOf();
  const closed = openLevels(tree, 1);
  assert.deepEqual([...openPath(tree, closed, unit(tree, 'e'))], [1, 1, 0, 0, 0]);
  assert.deepEqual([...closed], [0, 0, 0, 0, 0]);
  assert.equal(openPath(tree, closed, unit(tree, 'a')), closed);
});

test('of a hidden unit the nearest above that can be seen stands in', () => {
  const tree = hierarchyOf();
  const rows = visibleRows(tree, openLevels(tree, 1));
  assert.equal(nearestVisible(tree, rows, unit(tree, 'e')), unit(tree, 'a'));
});

test('a new list of the same tree keeps open what was open, by id', () => {
  const before = makeChart(small, metrics, 1);
  const opened = withToggled(before, [0], true);
  const after = makeChart([...small, { id: 'f', parent: 'a', name: 'F' }], metrics, 1, opened);
  assert.equal(ids(after.hierarchy, after.rows.units), 'a b c f');
  const other = makeChart(
    [
      { id: 'z', name: 'Z' },
      { id: 'y', parent: 'z', name: 'Y' },
    ],
    metrics,
    1,
    opened,
  );
  assert.equal(ids(other.hierarchy, other.rows.units), 'z');
});
