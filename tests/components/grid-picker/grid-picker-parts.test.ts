import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { bordersOf } from '../../../packages/components/src/grid-picker/borders.ts';
import { fit, held, seen, zoomAt, zoomRange } from '../../../packages/components/src/grid-picker/camera.ts';
import { choropleth, legendOf } from '../../../packages/components/src/grid-picker/choropleth.ts';
import { readCoordinate } from '../../../packages/components/src/grid-picker/coordinate-text.ts';
import { codeText, fullName, shortName } from '../../../packages/components/src/grid-picker/grid.ts';
import { movedPlace } from '../../../packages/components/src/grid-picker/list-keys.ts';
import { listRows, rowWindow, scrollToShow } from '../../../packages/components/src/grid-picker/list-rows.ts';
import { mapIntent } from '../../../packages/components/src/grid-picker/map-keys.ts';
import { mapModel } from '../../../packages/components/src/grid-picker/map-model.ts';
import { nearest, neighbour, type Direction } from '../../../packages/components/src/grid-picker/neighbour.ts';
import { rampBounds, stepOf, stepText, STEPS } from '../../../packages/components/src/grid-picker/ramp.ts';
import { search, searchTexts } from '../../../packages/components/src/grid-picker/search.ts';
import { squareAt, squares } from './squares.ts';
import { runs } from '../../support/runs.ts';

const plainKey = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };

test('[GRID-04] a coordinate is read as people write it, longitude first unless it can only be the other way round', () => {
  const place = [121.38, 28.57];
  for (const typed of [
    '121.38, 28.57',
    '121.38,28.57',
    '121.38,28.57',
    '121.38 28.57',
    ' 121.38°;28.57° ',
    '28.57, 121.38',
    '121.38、28.57',
  ]) {
    assert.deepEqual(readCoordinate(typed), place, typed);
  }
  assert.deepEqual(readCoordinate('-0.5,+51'), [-0.5, 51]);
  for (const typed of ['', '121.38', '121.38, 28.57, 3', 'abc, 28', '121..3, 28', '１e5, 28']) {
    assert.equal(readCoordinate(typed), undefined, typed);
  }
});

test('[GRID-01] a name is told with its community, and once only', () => {
  const grid = { code: 'A', polygons: [] };
  assert.equal(fullName({ ...grid, name: '第 7 微格', community: '迎宾社区' }), '迎宾社区 · 第 7 微格');
  assert.equal(fullName({ ...grid, name: '方林社区第7微格', community: '方林社区居委会' }), '方林社区 · 第7微格');
  assert.equal(shortName({ ...grid, name: '方林社区第7微格', community: '方林社区居委会' }), '第7微格');
  assert.equal(fullName({ ...grid, name: '港区' }), '港区');
  assert.equal(fullName({ ...grid, name: '长埭村', community: '长埭村村委会' }), '长埭村 · 长埭村');
  assert.equal(fullName({ ...grid, name: '前洋潘村第7微格', community: '前洋潘村委会' }), '前洋潘村 · 第7微格');
});

test('[GRID-01] a code is shown as it is made: community, basic grid, micro-grid', () => {
  assert.equal(codeText('33100400100400107'), '331004001004-001-07');
  assert.equal(codeText('331004001004001'), '331004001004-001');
  assert.equal(codeText('odd'), 'odd');
});

test('[GRID-04] a grid is found by name, community, code or initials, in any width, with every word counting', () => {
  const texts = searchTexts(squares());
  assert.deepEqual(search(texts, ''), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
  assert.deepEqual(search(texts, '第8微格'), [7]);
  assert.deepEqual(search(texts, '方林'), [6, 7, 8]);
  assert.deepEqual(search(texts, 'FLSQ'), [6, 7, 8]);
  assert.deepEqual(
    search(texts, '迎宾 2'),
    [0, 1, 2, 3, 4, 5].filter((i) => i === 1 || squares()[i]!.code.includes('2')),
  );
  assert.deepEqual(search(texts, '331004001004-001-05'), [4]);
  assert.deepEqual(search(texts, '第 8 微格'), [7]);
  assert.deepEqual(search(texts, '没有'), []);
});

test('[GRID-01] the list puts grids under their communities and counts each place once', () => {
  const grids = squares();
  const rows = listRows(grids, [0, 6, 1]);
  assert.deepEqual(rows, [
    { kind: 'heading', text: '迎宾社区', count: 2 },
    { kind: 'grid', grid: 0, place: 0 },
    { kind: 'grid', grid: 1, place: 1 },
    { kind: 'heading', text: '方林社区', count: 1 },
    { kind: 'grid', grid: 6, place: 2 },
  ]);
});

test('[GRID-04] the rows drawn always hold the rows seen, and never many more', () => {
  const numbers = fc.record({
    count: fc.nat(30_000),
    rowHeight: fc.integer({ min: 20, max: 80 }),
    scroll: fc.nat(2_000_000),
    height: fc.nat(1200),
  });
  fc.assert(
    fc.property(numbers, ({ count, rowHeight, scroll, height }) => {
      const top = Math.min(scroll, Math.max(0, count * rowHeight - height));
      const { first, end } = rowWindow(count, rowHeight, top, height);
      assert.ok(first * rowHeight <= top || first === 0);
      assert.ok(end === count || end * rowHeight >= top + height);
      assert.ok(end - first <= height / rowHeight + 14);
    }),
    { numRuns: runs() },
  );
});

test('[GRID-04] a row scrolled to is seen, and one that is seen does not move the list', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(200_000), (row, scroll) => {
      const top = scrollToShow(row, 40, scroll, 400);
      assert.ok(top <= row * 40 && (row + 1) * 40 <= top + 400);
      assert.equal(scrollToShow(row, 40, top, 400), top);
    }),
    { numRuns: runs() },
  );
});

test('[ALL-05] list keys stay among what is found', () => {
  assert.equal(movedPlace('ArrowDown', -1, 5, 3), 0);
  assert.equal(movedPlace('ArrowDown', 4, 5, 3), 4);
  assert.equal(movedPlace('ArrowUp', -1, 5, 3), 4);
  assert.equal(movedPlace('ArrowUp', 0, 5, 3), 0);
  assert.equal(movedPlace('PageDown', 1, 5, 3), 4);
  assert.equal(movedPlace('PageUp', 4, 5, 3), 1);
  assert.equal(movedPlace('ArrowDown', -1, 0, 3), undefined);
  assert.equal(movedPlace('a', 1, 5, 3), undefined);
});

test("[ALL-05] map keys go, move, zoom, show all and pick; the rest are the page's", () => {
  assert.deepEqual(mapIntent({ ...plainKey, key: 'ArrowLeft' }), { kind: 'go', direction: 'left' });
  assert.deepEqual(mapIntent({ ...plainKey, key: 'ArrowLeft', shiftKey: true }), { kind: 'pan', dx: 64, dy: 0 });
  assert.equal(mapIntent({ ...plainKey, key: '+' })?.kind, 'zoom');
  assert.equal(mapIntent({ ...plainKey, key: '-' })?.kind, 'zoom');
  assert.equal(mapIntent({ ...plainKey, key: '0' })?.kind, 'fit');
  assert.equal(mapIntent({ ...plainKey, key: ' ' })?.kind, 'pick');
  assert.equal(mapIntent({ ...plainKey, key: 'Tab' }), undefined);
  assert.equal(mapIntent({ ...plainKey, key: '+', ctrlKey: true }), undefined);
});

test('[ALL-05] arrows reach every grid of a sheet, and the way back leads back', () => {
  const model = mapModel(squares(5, 4));
  const back: Record<Direction, Direction> = { up: 'down', down: 'up', left: 'right', right: 'left' };
  const directions: Direction[] = ['up', 'down', 'left', 'right'];
  const reached = new Set([0]);
  for (const grid of reached) {
    for (const direction of directions) {
      const next = neighbour(model, grid, direction);
      if (next !== grid) assert.equal(neighbour(model, next, back[direction]), grid);
      reached.add(next);
    }
  }
  assert.equal(reached.size, 20);
  assert.equal(neighbour(model, 0, 'right'), 1);
  assert.equal(neighbour(model, 0, 'up'), 5);
  assert.equal(neighbour(model, 0, 'left'), 0);
  assert.equal(nearest(mapModel([]), [0, 0]), -1);
  assert.equal(nearest(model, [model.centres[14]!, model.centres[15]!]), 7);
});

test('[ALL-05] an arrow goes straight ahead, far if need be, before it goes aside', () => {
  const at = (code: string, column: number, row: number) => ({ code, name: code, polygons: [[squareAt(column, row)]] });
  const model = mapModel([at('here', 0, 0), at('aside', 1, 3), at('ahead', 10, 0)]);
  assert.equal(neighbour(model, 0, 'right'), 2);
  assert.equal(neighbour(model, 0, 'up'), 1);
});

test('[GRID-04] the map shows the whole district, zooms around a point and never loses it', () => {
  const { bounds, typicalSide } = mapModel(squares(4, 2));
  const stages = fc.record({ width: fc.integer({ min: 200, max: 2000 }), height: fc.integer({ min: 200, max: 1200 }) });
  fc.assert(
    fc.property(
      stages,
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      fc.nat(200),
      fc.nat(200),
      (stage, factor, px, py) => {
        const whole = fit(bounds, stage);
        const area = seen(whole, stage);
        assert.ok(
          area.west < bounds.west && area.east > bounds.east && area.north < bounds.north && area.south > bounds.south,
        );
        const range = zoomRange(bounds, typicalSide, stage);
        const near = zoomAt(whole, factor, [px, py], range);
        assert.ok(near.zoom >= range.least && near.zoom <= range.most);
        assert.ok(Math.abs((px - near.x) / near.zoom - (px - whole.x) / whole.zoom) < 1e-3);
        const lost = held({ ...near, x: 1e7, y: -1e7 }, bounds, stage);
        const left = lost.x + bounds.west * lost.zoom;
        const below = lost.y + bounds.south * lost.zoom;
        assert.ok(left <= stage.width / 2 + 1e-3 && below >= stage.height / 2 - 1e-3);
      },
    ),
    { numRuns: runs() },
  );
});

test('[GRID-04] a place goes to metres and back unchanged', () => {
  const { projection } = mapModel(squares());
  const [longitude, latitude] = projection.toDegrees(...projection.toMetres([121.3123, 28.5321]));
  assert.ok(Math.abs(longitude - 121.3123) < 1e-9 && Math.abs(latitude - 28.5321) < 1e-9);
});

test('[GRID-01] borders are the outline and the lines between communities; grids on one ground have none between them', () => {
  const lines = (array: Float32Array): number => array.length / 4;
  const grids = squares(3, 2);
  const plain = bordersOf(mapModel(grids), grids);
  assert.equal(lines(plain.outline), 10);
  assert.equal(lines(plain.communities), 3);
  const doubled = [...grids, { ...grids[0]!, code: 'TWIN', community: '另一个社区' }];
  const shared = bordersOf(mapModel(doubled), doubled);
  assert.equal(lines(shared.outline), 10);
});

test('[GRID-01] the model keeps holes and islands, and the middle of the largest part', () => {
  const model = mapModel([{ code: 'A', name: 'A', polygons: [[squareAt(0, 0)], [squareAt(5, 5), squareAt(5, 5)]] }]);
  assert.deepEqual([...model.gridStart], [0, 3]);
  assert.deepEqual([...model.ringStart], [0, 4, 8, 12]);
  assert.ok(model.typicalSide > 900 && model.typicalSide < 1200);
});

test('[CASE-10] a ramp has at most six steps, keeps nothing apart from one, and every value has a step', () => {
  assert.deepEqual(rampBounds([]), []);
  assert.deepEqual(rampBounds([Number.NaN]), []);
  assert.deepEqual(rampBounds([4, 4]), [4]);
  assert.equal(stepOf(rampBounds([0, 0, 0, 1]), 0), 0);
  assert.equal(stepOf(rampBounds([0, 0, 0, 1]), 1), 1);
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 1 }), (values) => {
      const bounds = rampBounds(values);
      assert.ok(bounds.length <= STEPS && bounds.every((bound, i) => i === 0 || bound > bounds[i - 1]!));
      for (const value of values) {
        const step = stepOf(bounds, value);
        assert.ok(value >= bounds[step]! && value < (bounds[step + 1] ?? Infinity));
      }
    }),
    { numRuns: runs() },
  );
});

test('[CASE-10] the legend tells what each step holds', () => {
  assert.deepEqual(
    [0, 1, 2].map((step) => stepText([0, 1, 4], step)),
    ['0', '1–3', '≥ 4'],
  );
  assert.equal(stepText([0.5, 1.5], 0), '0.5–1.5');
  assert.equal(stepText([3], 0), '3');
  const grids = squares();
  const { bounds, fills } = choropleth(grids, { [grids[0]!.code]: 0, [grids[1]!.code]: 9 });
  assert.deepEqual(legendOf(bounds), [
    { colour: 0, text: '0–8' },
    { colour: 5, text: '≥ 9' },
  ]);
  assert.deepEqual([...fills], [1, 6, 0, 0, 0, 0, 0, 0, 0]);
});
