import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { fromWgs84, toWgs84 } from '../../../../packages/domain/src/grid/geometry/coordinate-system.ts';
import {
  basicGridOfCode,
  communityOfGridCode,
  isBasicGridCode,
  isGridCode,
  isMicroGridCode,
  microGridNumber,
} from '../../../../packages/domain/src/grid/geometry/grid-code.ts';
import { gridIndex } from '../../../../packages/domain/src/grid/geometry/grid-index.ts';
import { locate } from '../../../../packages/domain/src/grid/geometry/locate.ts';
import { checkStalls, gridOfStall } from '../../../../packages/domain/src/grid/geometry/stalls.ts';
import { runs } from '../../../support/runs.ts';

const inChina = fc.tuple(fc.double({ min: 98, max: 122, noNaN: true }), fc.double({ min: 22, max: 42, noNaN: true }));
const shifted = fc.constantFrom('GCJ-02' as const, 'BD-09' as const);

/** 1e-8 degree is a millimetre. */
const isNear = ([x1, y1]: readonly number[], [x2, y2]: readonly number[]): boolean =>
  Math.abs((x1 ?? 0) - (x2 ?? 0)) < 1e-8 && Math.abs((y1 ?? 0) - (y2 ?? 0)) < 1e-8;

test('[GRID-04] a position shifted to GCJ-02 or BD-09 comes back to WGS-84 within a millimetre', () => {
  fc.assert(
    fc.property(inChina, shifted, (position, system) => {
      const back = fromWgs84(toWgs84(position, system), system);
      assert.ok(isNear(back, position), `${back.join()} for ${position.join()}`);
    }),
    { numRuns: runs() },
  );
});

test("[GRID-04] a position at the edge of China's bounding box, where the shift begins, has an answer", () => {
  for (let step = 0; step < 200; step++) {
    const [longitude] = toWgs84([72.004 + step * 0.00005, 30], 'GCJ-02');
    assert.ok(Math.abs(longitude - 72.004) < 0.03);
  }
});

test('[GRID-04] GCJ-02 and BD-09 shift a place by hundreds of metres, WGS-84 not at all', () => {
  const place: [number, number] = [121.38, 28.57];
  assert.deepEqual(toWgs84(place, 'WGS-84'), place);
  assert.deepEqual(fromWgs84(place, 'WGS-84'), place);
  assert.ok(Math.abs(toWgs84(place, 'GCJ-02')[0] - place[0]) > 0.003);
  assert.ok(Math.abs(toWgs84(place, 'BD-09')[0] - place[0]) > 0.009);
});

test('[GRID-04] the same place in three systems lies in the same grid', () => {
  const index = gridIndex([
    {
      code: 'A',
      polygons: [
        [
          [
            [121.379, 28.569],
            [121.381, 28.569],
            [121.381, 28.571],
            [121.379, 28.571],
            [121.379, 28.569],
          ],
        ],
      ],
    },
  ]);
  for (const system of ['WGS-84', 'GCJ-02', 'BD-09'] as const) {
    const position = fromWgs84([121.38, 28.57], system);
    assert.deepEqual(locate(index, { position, system }), { ok: true, grid: 'A' });
  }
  assert.deepEqual(locate(index, { position: [121.38, 28.57] }), { ok: true, grid: 'A' }, 'WGS-84 when not stated');
});

test('[GRID-04] a coordinate outside the district says so, one that is none says that', () => {
  const index = gridIndex([
    {
      code: 'A',
      polygons: [
        [
          [
            [121, 28],
            [122, 28],
            [122, 29],
            [121, 28],
          ],
        ],
      ],
    },
  ]);
  const codeOf = (position: [number, number]) => {
    const located = locate(index, { position, system: 'GCJ-02' });
    return located.ok ? located.grid : located.refusal.code;
  };
  assert.equal(codeOf([116.4, 39.9]), 'place-outside');
  for (const position of [
    [Number.NaN, 28],
    [121, Infinity],
    [181, 28],
    [121, -91],
  ] as [number, number][]) {
    assert.equal(codeOf(position), 'coordinate-invalid');
  }
  assert.deepEqual(locate(index, { position: [116.4, 39.9], system: 'BD-09' }), {
    ok: false,
    refusal: {
      code: 'place-outside',
      rule: 'GRID-04',
      ids: [],
      params: { longitude: 116.4, latitude: 39.9, system: 'BD-09' },
    },
  });
});

test('[GRID-01] a basic grid has fifteen characters, a micro-grid its grid and two digits from 01', () => {
  assert.ok(isBasicGridCode('331004001004001'));
  assert.ok(isBasicGridCode('33100400100400A'));
  assert.ok(isMicroGridCode('33100400100400107'));
  assert.ok(isGridCode('331004001004001') && isGridCode('33100400100400107'));
  const wrong = [
    '',
    '33100400100400',
    '3310040010040011',
    '33100400100400a',
    '331004001004001\n',
    '3310040010040010A',
    '33100400100400100',
  ];
  for (const code of wrong) assert.ok(!isGridCode(code), code);
  assert.ok(!isBasicGridCode('33100400100400107') && !isMicroGridCode('331004001004001'));
});

test('[GRID-01] territory is a prefix of a code', () => {
  assert.equal(communityOfGridCode('33100400100400107'), '331004001004');
  assert.equal(basicGridOfCode('33100400100400107'), '331004001004001');
  assert.equal(microGridNumber('33100400100400107'), 7);
  assert.equal(microGridNumber('331004001004001'), undefined);
});

const market = {
  market: 'M',
  stalls: ['A-01', 'A-02', 'B-01'],
  trades: [
    { code: 'M01', stalls: ['A-01', 'A-02'] },
    { code: 'M02', stalls: ['B-01'] },
  ],
};

test('[GRID-01] a stall finds its micro-grid by trade, a stall the market does not have finds none', () => {
  assert.deepEqual(checkStalls(market), []);
  assert.equal(gridOfStall(market, 'A-02'), 'M01');
  assert.equal(gridOfStall(market, 'B-01'), 'M02');
  assert.equal(gridOfStall(market, 'C-01'), undefined);
});

test('[GRID-01] a stall in no micro-grid, in two, or unknown to the market is named', () => {
  const problems = checkStalls({
    ...market,
    trades: [
      { code: 'M01', stalls: ['A-01', 'A-01'] },
      { code: 'M02', stalls: ['B-01', 'Z-99'] },
      { code: 'M03', stalls: ['B-01'] },
    ],
  });
  assert.deepEqual(
    problems.map(({ code, ids, params }) => [code, params['stall'], ...ids]),
    [
      ['stall-unassigned', 'A-02', 'M'],
      ['stall-assigned-twice', 'B-01', 'M02', 'M03'],
      ['stall-unknown', 'Z-99', 'M02'],
    ],
  );
});
