import { everything, type Order, type Where } from '@keting/domain';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IndexedRows } from '../../../packages/runtime/src/memory-store/indexed-rows.ts';
import { conditionsOf, inOrder, narrowest } from '../../../packages/runtime/src/store-parts/plan.ts';
import type { Sorted } from '../../../packages/runtime/src/store-parts/row.ts';
import { tightPlans } from '../../../packages/runtime/src/store-parts/search.ts';
import { tasks } from '../../../packages/runtime/src/testing/samples.ts';

const index = (...columns: readonly string[]): Sorted => ({ columns });

const indexes = [index(), index('handler', 'due'), index('stage', 'grade', 'due'), index('territory'), index('due')];

const served = (where: Where, ...order: readonly Order[]) => inOrder(indexes, conditionsOf([where]), order);
const columnsFor = (where: Where, ...order: readonly Order[]) => served(where, ...order)?.index.columns.join();
const narrowedBy = (...wheres: readonly Where[]) => narrowest(indexes, conditionsOf(wheres))?.index.columns.join();

test('a list by deadline of one handler is one walk along one index', () => {
  assert.equal(columnsFor({ handler: 'lin' }, { by: 'due' }), 'handler,due');
  assert.equal(columnsFor({ handler: 'lin' }, { by: 'due', down: true }), 'handler,due');
  assert.equal(served({ handler: 'lin' }, { by: 'due' })?.ranges.length, 1);
});

test('a list by deadline of several handlers is one merge of a walk for each', () => {
  const plan = served({ handler: { in: ['lin', 'chen', 'lin'] } }, { by: 'due' });
  assert.deepEqual(plan?.index.columns, ['handler', 'due']);
  assert.equal(plan.ranges.length, 2);
});

test('several values of several columns are walked in every combination', () => {
  const plan = served({ stage: { in: ['a', 'b'] }, grade: { in: [1, 2, 3] } }, { by: 'due' });
  assert.equal(plan?.ranges.length, 6);
});

test('so many values that the walks would outweigh the rows are left to the filter', () => {
  const several = { in: Array.from({ length: 70 }, (_, n) => n) };
  const plan = narrowest(indexes, conditionsOf([{ stage: several, grade: several }]));
  assert.equal(plan?.depth, 1);
  assert.equal(plan.ranges.length, 70);
});

test('a column in the order may be fixed to one value without breaking it', () => {
  assert.equal(columnsFor({ handler: 'lin' }, { by: 'handler' }, { by: 'due' }), 'handler,due');
  assert.equal(columnsFor({ stage: 'a', due: 5 }, { by: 'grade' }), 'stage,grade,due');
});

test('an order that no index has is served by none', () => {
  assert.equal(columnsFor({}, { by: 'handler' }), undefined, 'the rest of the index would break ties before the key');
  assert.equal(columnsFor({ stage: 'a' }, { by: 'grade' }, { by: 'due', down: true }), undefined);
  assert.equal(columnsFor({ handler: 'lin' }, { by: 'grade' }), undefined);
});

test('several values of a column are not walked apart where the order runs along it', () => {
  assert.equal(served({ handler: { in: ['a', 'b'] } }, { by: 'handler' }, { by: 'due' })?.ranges.length, 1);
});

test('without an order, rows are walked by key', () => {
  assert.equal(columnsFor({ handler: 'lin' }), '');
});

test('a range narrows the column that it is on', () => {
  const plan = served({ handler: 'lin', due: { from: 5, to: 9 } }, { by: 'due' });
  assert.equal(plan?.tightness, 3);
  assert.equal(narrowedBy({ territory: { prefix: '331004' } }), 'territory');
});

test('of query and scope together, the tightest condition of each column counts', () => {
  assert.equal(narrowedBy({ due: { from: 5 } }, { handler: 'lin' }), 'handler,due');
  const plan = narrowest(indexes, conditionsOf([{ handler: { in: ['lin', 'chen'] } }, { handler: 'lin' }]));
  assert.equal(plan?.ranges.length, 1);
});

test('a scope of several alternatives is walked one by one, but only where that leaves out more than one walk for all', () => {
  const rows = new IndexedRows(tasks);
  const scope = { any: [{ handler: 'lin' }, { place: { prefix: '331004' } }] };
  assert.equal(tightPlans(rows, {}, scope).length, 2);
  assert.equal(tightPlans(rows, {}, { any: [...scope.any, { grade: 1 }] }).length, 1);
  assert.equal(tightPlans(rows, {}, everything).length, 1);
});
