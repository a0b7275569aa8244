import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { layOut } from '../../../packages/components/src/org-chart/layout.ts';
import {
  bringIntoSight,
  centreBelow,
  centreOn,
  eachParentIn,
  eachUnitIn,
  firstLook,
  fit,
  keepInSight,
  lookedAt,
  scrollBy,
  spanOf,
  unitAt,
  zoomAt,
  zoomLimits,
  type Rect,
} from '../../../packages/components/src/org-chart/viewport.ts';
import { cornerOf } from '../../../packages/components/src/org-chart/layout.ts';
import { levelTop } from '../../../packages/components/src/org-chart/layout.ts';
import { allOpen, hierarchyOf, metrics, treeOf, unit } from './made.ts';
import { runs } from '../../support/runs.ts';

const shapes = fc.array(fc.oneof(fc.nat(), fc.integer({ min: 0, max: 3 })), { maxLength: 120 });
const areas = fc.record({
  x: fc.integer({ min: -200, max: 3000 }),
  y: fc.integer({ min: -100, max: 1500 }),
  width: fc.integer({ min: 0, max: 900 }),
  height: fc.integer({ min: 0, max: 500 }),
});
const stage = { width: 800, height: 500 };

const touches = (area: Rect, box: Rect): boolean =>
  box.x <= area.x + area.width &&
  box.x + box.width >= area.x &&
  box.y <= area.y + area.height &&
  box.y + box.height >= area.y;

test('what is looked at holds exactly the boxes that touch it', () => {
  fc.assert(
    fc.property(shapes, areas, (choices, area) => {
      const tree = hierarchyOf(treeOf(choices));
      const layout = layOut(tree, allOpen(tree), metrics);
      const found = new Set<number>();
      eachUnitIn(tree, layout, area, (index) => found.add(index));
      tree.units.forEach((_, index) => {
        const corner = cornerOf(tree, layout, index);
        assert.ok(corner);
        const box = { ...corner, width: metrics.boxWidth, height: metrics.boxHeight };
        assert.equal(found.has(index), touches(area, box), `unit ${index}`);
      });
    }),
    { numRuns: runs() },
  );
});

test('a line is found wherever it crosses the area, though its box may stand outside', () => {
  fc.assert(
    fc.property(shapes, areas, (choices, area) => {
      const tree = hierarchyOf(treeOf(choices));
      const layout = layOut(tree, allOpen(tree), metrics);
      const found = new Set<number>();
      eachParentIn(layout, area, (block) => found.add(block));
      for (let block = 1; block < layout.blocks; block++) {
        if (!layout.childBlocks[block]) continue;
        const [left, right] = spanOf(layout, block);
        const bar = levelTop(metrics, layout.level[block] ?? 0) + metrics.boxHeight + metrics.levelGap / 2;
        const crosses = touches(area, { x: left, y: bar, width: right - left, height: 0 });
        assert.ok(!crosses || found.has(block), `line of block ${block}`);
        assert.ok(
          !found.has(block) || (left <= area.x + area.width && right >= area.x),
          `no other than block ${block}`,
        );
      }
    }),
    { numRuns: runs() },
  );
});

test('a line is found under a block without children that it runs on under', () => {
  const choices = [0, 0, 1, 1, 160_879_916, 208_722_361];
  const tree = hierarchyOf(treeOf(choices));
  const layout = layOut(tree, allOpen(tree), metrics);
  const found: number[] = [];
  eachParentIn(layout, { x: 351, y: 98, width: 0, height: 62 }, (block) => found.push(block));
  assert.ok(found.includes(2), found.join());
});

test('a point in a box names its unit, one beside it none', () => {
  const tree = hierarchyOf();
  const layout = layOut(tree, allOpen(tree), metrics);
  const corner = cornerOf(tree, layout, unit(tree, 'd'));
  assert.ok(corner);
  assert.equal(unitAt(tree, layout, { x: corner.x + 5, y: corner.y + 5 }), unit(tree, 'd'));
  assert.equal(unitAt(tree, layout, { x: corner.x - 5, y: corner.y + 5 }), -1);
});

test('zooming keeps the point under the pointer and stays within its limits', () => {
  const camera = { x: 30, y: -20, zoom: 0.5 };
  const point = { x: 200, y: 100 };
  const nearer = zoomAt(camera, 2, point);
  const under = ({ x, y, zoom }: typeof camera): number[] => [(point.x - x) / zoom, (point.y - y) / zoom];
  assert.deepEqual(under(nearer), under(camera));
  assert.equal(zoomAt(camera, 1000, point).zoom, zoomLimits.most);
  assert.equal(zoomAt(camera, 0, point).zoom, zoomLimits.least);
});

test('a chart that fits is shown whole, never larger than itself', () => {
  const area = lookedAt(fit({ width: 1500, height: 400 }, stage, { x: 0, y: 0 }), stage);
  assert.ok(area.x <= 0 && area.x + area.width >= 1500 && area.y <= 0 && area.y + area.height >= 400);
  assert.equal(fit({ width: 100, height: 50 }, stage, { x: 0, y: 0 }).zoom, 1);
});

test('a chart too large to show keeps the least zoom around what matters', () => {
  const camera = fit({ width: 1_000_000, height: 400 }, stage, { x: 500_000, y: 0 });
  assert.equal(camera.zoom, zoomLimits.least);
  const area = lookedAt(camera, stage);
  assert.ok(area.x < 500_000 && area.x + area.width > 500_000);
});

test('the first look shows all that can be read, or else the top in the middle', () => {
  assert.equal(firstLook({ width: 600, height: 300 }, stage, undefined).zoom, 1);
  const top = { x: 5000, y: 0, width: 100, height: 50 };
  const camera = firstLook({ width: 10_000, height: 300 }, stage, top);
  assert.equal(camera.zoom, 1);
  assert.equal(camera.x + 5050, stage.width / 2);
});

test('however far one pans, a part of the chart stays on the stage', () => {
  const chart = { width: 2000, height: 900 };
  fc.assert(
    fc.property(fc.integer(), fc.integer(), fc.double({ min: 0.08, max: 2, noNaN: true }), (x, y, zoom) => {
      const area = lookedAt(keepInSight({ x, y, zoom }, chart, stage), stage);
      assert.ok(touches(area, { x: 0, y: 0, ...chart }));
    }),
    { numRuns: runs() },
  );
});

test('a box outside is brought whole on the stage, one inside moves nothing', () => {
  const camera = { x: 0, y: 0, zoom: 1 };
  assert.deepEqual(bringIntoSight(camera, { x: 100, y: 100, width: 100, height: 50 }, stage), camera);
  const moved = bringIntoSight(camera, { x: 1500, y: -300, width: 100, height: 50 }, stage);
  const area = lookedAt(moved, stage);
  assert.ok(area.x <= 1500 && area.x + area.width >= 1600 && area.y <= -300);
  const centred = lookedAt(centreOn(camera, { x: 1500, y: -300, width: 100, height: 50 }, stage), stage);
  assert.equal(centred.x + stage.width / 2, 1550);
});

test('a chart scrolls while something is out of sight that way, and then leaves the way to the page', () => {
  const chart = { width: 2000, height: 400 };
  const camera = { x: 0, y: 20, zoom: 1 };
  assert.equal(scrollBy(camera, 0, 100, chart, stage), camera, 'its whole height is shown');
  assert.equal(scrollBy(camera, -50, 0, chart, stage), camera, 'its left end is shown');
  assert.equal(scrollBy(camera, 30, 100, chart, stage), camera, 'a hand that slips aside still goes down');
  assert.deepEqual(scrollBy(camera, 100, 30, chart, stage), { x: -100, y: 20, zoom: 1 });
  const end = scrollBy(camera, 1e6, 0, chart, stage);
  assert.ok(lookedAt(end, stage).x + stage.width >= chart.width);
  assert.equal(scrollBy(end, 10, 0, chart, stage), end);
});

test('a box is brought to the middle with those of its superiors in sight that there is room for', () => {
  const box = { x: 1000, y: 400, width: 100, height: 50 };
  const parent = { x: 1550, y: 300, width: 100, height: 50 };
  const far = { x: 4000, y: 0, width: 100, height: 50 };
  const shown = (rect: Rect, above: readonly Rect[]): [boolean, boolean] => {
    const area = lookedAt(centreBelow({ x: 0, y: 0, zoom: 1 }, box, above, stage), stage);
    const across = area.x <= rect.x && rect.x + rect.width <= area.x + area.width;
    return [across, area.y <= rect.y && rect.y + rect.height <= area.y + area.height];
  };
  assert.deepEqual(shown(parent, []), [false, true]);
  assert.deepEqual(shown(parent, [parent, far]), [true, true]);
  assert.deepEqual(shown(far, [parent, far]), [false, true], 'its row is in sight');
  assert.deepEqual(shown(box, [parent, far]), [true, true]);
});
