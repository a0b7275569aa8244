import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { indexUnits } from '../../../packages/components/src/org-chart/hierarchy.ts';
import {
  blockHeight,
  blockMiddle,
  blockWidth,
  cornerOf,
  layOut,
  levelTop,
  type Layout,
} from '../../../packages/components/src/org-chart/layout.ts';
import { placeBlocks } from '../../../packages/components/src/org-chart/tidy-tree.ts';
import type { OrgChartUnit } from '../../../packages/components/src/org-chart/unit.ts';
import { allOpen, hierarchyOf, metrics, treeOf, unit } from './made.ts';
import { runs } from '../../support/runs.ts';

function laidOut(units?: readonly OrgChartUnit[]): {
  layout: Layout;
  corner: (id: string) => { x: number; y: number };
} {
  const tree = hierarchyOf(units);
  const layout = layOut(tree, allOpen(tree), metrics);
  const corner = (id: string): { x: number; y: number } => {
    const found = cornerOf(tree, layout, unit(tree, id));
    assert.ok(found, `${id} is laid out`);
    return found;
  };
  return { layout, corner };
}

const leaves = (count: number, parent: string, more: Partial<OrgChartUnit> = {}): OrgChartUnit[] =>
  Array.from({ length: count }, (_, n) => ({ id: `${parent}${n}`, parent, name: `Leaf ${n}`, ...more }));

test('a unit stands over the middle of those under it, a level lower each', () => {
  const { corner } = laidOut();
  assert.deepEqual(corner('b'), { x: (corner('d').x + corner('e').x) / 2, y: 90 });
  assert.equal(corner('a').x, (corner('b').x + corner('c').x) / 2);
  assert.equal(corner('d').y, 180);
  assert.equal(corner('e').x - corner('d').x, metrics.boxWidth + metrics.siblingGap);
});

test('what is closed is not laid out', () => {
  const tree = hierarchyOf();
  const layout = layOut(tree, Uint8Array.from([1, 0, 0, 0, 0]), metrics);
  assert.equal(cornerOf(tree, layout, unit(tree, 'd')), undefined);
  assert.equal(layout.blocks, 4);
});

test('more than six leaves hang in a list, six stand in a row', () => {
  const row = laidOut([{ id: 'a', name: 'A' }, ...leaves(6, 'a')]);
  assert.equal(row.corner('a5').y, row.corner('a0').y);
  const list = laidOut([{ id: 'a', name: 'A' }, ...leaves(7, 'a')]);
  assert.equal(list.corner('a6').x, list.corner('a0').x);
  assert.equal(list.corner('a6').y - list.corner('a0').y, 6 * (metrics.boxHeight + metrics.rowGap));
});

test('a long list hangs in several columns of equal length', () => {
  const { corner } = laidOut([{ id: 'a', name: 'A' }, ...leaves(30, 'a')]);
  const columns = new Set(Array.from({ length: 30 }, (_, n) => corner(`a${n}`).x));
  assert.equal(columns.size, 3);
  assert.equal(corner('a10').y, corner('a0').y);
});

test('[ORG-03] a pair shares one box of twice the width, and those under both hang under its middle', () => {
  const { corner } = laidOut([
    { id: 'p', name: 'Branch', party: true },
    { id: 'k', name: 'Council', pairedWith: 'p' },
    { id: 'under', parent: 'p', name: 'Group' },
    { id: 'beneath', parent: 'k', name: 'Team' },
  ]);
  assert.equal(corner('k').x - corner('p').x, metrics.boxWidth);
  assert.equal(corner('k').y, corner('p').y);
  assert.equal((corner('under').x + corner('beneath').x) / 2, corner('p').x + metrics.boxWidth / 2);
});

test('[ORG-03] many pairs hang in a list of pairs', () => {
  const pairs = Array.from({ length: 8 }, (_, n): OrgChartUnit[] => [
    { id: `p${n}`, parent: 'a', name: 'Branch', party: true },
    { id: `k${n}`, parent: 'a', name: 'Council', pairedWith: `p${n}` },
  ]).flat();
  const { corner } = laidOut([{ id: 'a', name: 'A' }, ...pairs]);
  assert.equal(corner('p7').x, corner('p0').x);
  assert.equal(corner('k7').x - corner('p7').x, metrics.boxWidth);
});

test('an empty list has no extent', () => {
  const { layout } = laidOut([]);
  assert.deepEqual([layout.width, layout.height, layout.blocks], [0, 0, 1]);
});

function boxesOf(layout: Layout): { x: number; y: number; right: number; bottom: number }[] {
  return Array.from({ length: layout.blocks - 1 }, (_, n) => {
    const x = layout.x[n + 1] ?? NaN;
    const y = levelTop(metrics, layout.level[n + 1] ?? NaN);
    return { x, y, right: x + blockWidth(layout, n + 1), bottom: y + blockHeight(layout, n + 1) };
  });
}

/** Trees with long runs of leaves, so that hanging lists stand beside deeper branches. */
const shapes = fc.array(fc.oneof(fc.nat(), fc.integer({ min: 0, max: 3 })), { maxLength: 90 });

test('no two boxes overlap, and neighbours keep their gap', () => {
  fc.assert(
    fc.property(shapes, (choices) => {
      const tree = indexUnits(treeOf(choices));
      const boxes = boxesOf(layOut(tree, allOpen(tree), metrics));
      boxes.forEach((a, index) => {
        for (const b of boxes.slice(index + 1)) {
          const apart = a.right + metrics.siblingGap <= b.x + 1e-6 || b.right + metrics.siblingGap <= a.x + 1e-6;
          const over = a.bottom <= b.y || b.bottom <= a.y;
          assert.ok(apart || over, `${JSON.stringify(a)} overlaps ${JSON.stringify(b)}`);
        }
      });
    }),
    { numRuns: runs() },
  );
});

test('blocks of a level stand from left to right, parents over the middle of their children', () => {
  fc.assert(
    fc.property(shapes, (choices) => {
      const tree = indexUnits(treeOf(choices));
      const layout = layOut(tree, allOpen(tree), metrics);
      for (let block = 1; block < layout.blocks; block++) {
        const next = layout.level[block + 1] === layout.level[block] ? layout.x[block + 1] : undefined;
        assert.ok(next === undefined || next >= (layout.x[block] ?? 0) + blockWidth(layout, block));
        const count = layout.childBlocks[block] ?? 0;
        if (count === 0) continue;
        const first = layout.childFirst[block] ?? 0;
        const right = (layout.x[first + count - 1] ?? 0) + blockWidth(layout, first + count - 1);
        assert.ok(Math.abs(blockMiddle(layout, block) - ((layout.x[first] ?? 0) + right) / 2) < 1e-6);
      }
    }),
    { numRuns: runs() },
  );
});

test('a long chain of units, one under the other, is laid out as well', () => {
  const chain = treeOf(Array.from({ length: 20_000 }, (_, n) => n));
  const { layout } = laidOut(chain);
  assert.equal(layout.levelStart.length, 20_003);
});

test('subtrees stand no farther apart than the widest of their levels asks for', () => {
  // A root over two narrow blocks, each over one that is wider than itself.
  const x = placeBlocks({
    blocks: 5,
    childFirst: Int32Array.from([1, 3, 4, 5, 5]),
    childBlocks: Int32Array.from([2, 1, 1, 0, 0]),
    parentBlock: Int32Array.from([-1, 0, 0, 1, 2]),
    widths: Float64Array.from([50, 50, 50, 70, 70]),
    bottoms: Float64Array.from([10, 20, 20, 30, 30]),
  });
  assert.deepEqual([...x], [45, 10, 80, 0, 70]);
});
