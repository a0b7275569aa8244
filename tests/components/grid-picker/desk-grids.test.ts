import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GridRow } from '@keting/domain';
import { luqiao } from '@keting/models/luqiao';
import { pickable, staffText } from '../../../packages/components/src/grid-picker/desk-grids.ts';
import { squareAt } from './squares.ts';

const ground = (column: number): [number, number][][][] => [[squareAt(column, 0).map(([x, y]) => [x, y])]];
const community = '331004001004';

test('[GRID-01] one picks micro-grids, and basic grids that are not parted; trade micro-grids stand on their market', () => {
  const rows: GridRow[] = [
    { code: `${community}001`, kind: 'basic', name: '第一网格', community, polygons: ground(0) },
    { code: `${community}00101`, kind: 'micro', name: '第 1 微格', community, households: 61, polygons: ground(0) },
    { code: `${community}002`, kind: 'basic', name: '第二网格', community, polygons: ground(1) },
    { code: `${community}003`, kind: 'dedicated', name: '小商品市场', community, polygons: ground(2) },
    { code: `${community}00301`, kind: 'micro', name: '百货微格', community, stalls: [{ from: 1, to: 9 }] },
    { code: `${community}N0001`, kind: 'functional', name: '新居民微格', community },
  ];
  assert.deepEqual(pickable(rows, new Map([[community, '迎宾社区居委会']])), [
    { code: `${community}00101`, name: '第 1 微格', community: '迎宾社区居委会', households: 61, polygons: ground(0) },
    { code: `${community}002`, name: '第二网格', community: '迎宾社区居委会', polygons: ground(1) },
    { code: `${community}00301`, name: '百货微格', community: '迎宾社区居委会', polygons: ground(2) },
  ]);
  assert.equal(pickable(rows, new Map())[0]?.community, undefined);
});

test('[GRID-03] staff is told by post, in the language and order of the model', () => {
  const counts = new Map([
    ['resident-micro-grid-member', 2],
    ['party-micro-grid-member', 1],
  ]);
  assert.equal(staffText(luqiao, counts, 'zh-Hans'), '党员微格员 1 · 群众兼职微格员 2');
  assert.equal(staffText(luqiao, counts, 'en'), 'Party micro-grid member 1 · Part-time resident micro-grid member 2');
  assert.equal(staffText(luqiao, new Map(), 'en'), '');
});
