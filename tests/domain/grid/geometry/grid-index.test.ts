import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { gridIndex } from '../../../../packages/domain/src/grid/geometry/grid-index.ts';
import { codeOf, crookedCuts, holdsSlowly, positionOf, ringOf, shapesOf, type Cell, type Cut } from './partitions.ts';
import { runs } from '../../../support/runs.ts';

/** Points anywhere in and around a cut, and all the awkward ones: corners and middles of edges. */
const pointsOf = (cut: Cut): fc.Arbitrary<Cell> => {
  const [, , [width, height] = [0, 0]] = cut.outline;
  const corners = cut.pieces.flat();
  const anywhere = fc.tuple(fc.integer({ min: -50, max: width + 50 }), fc.integer({ min: -50, max: height + 50 }));
  return fc.oneof(anywhere, fc.constantFrom(...corners), fc.constantFrom(...middlesOf(cut)));
};

const middlesOf = ({ pieces }: Cut): Cell[] =>
  pieces.flatMap((piece) =>
    piece.flatMap(([x1, y1], i): Cell[] => {
      const [x2, y2] = piece[(i + 1) % piece.length] ?? [x1, y1];
      const middle: Cell = [(x1 + x2) / 2, (y1 + y2) / 2];
      return middle.every(Number.isInteger) ? [middle] : [];
    }),
  );

const cutAndPoints = crookedCuts.chain((cut) =>
  fc.record({ cut: fc.constant(cut), points: fc.array(pointsOf(cut), { minLength: 1, maxLength: 40 }) }),
);

const isInside = ({ outline }: Cut, [x, y]: Cell): boolean => {
  const [, , [width, height] = [0, 0]] = outline;
  return x >= 0 && x < width && y >= 0 && y < height;
};

test('[GRID-04] every place of a partition has exactly one grid, corners and borders included', () => {
  fc.assert(
    fc.property(cutAndPoints, ({ cut, points }) => {
      const index = gridIndex(shapesOf(cut));
      for (const point of points) {
        const owners = cut.pieces.flatMap((piece, i) => (holdsSlowly(piece, point) ? [codeOf(i)] : []));
        assert.equal(owners.length, isInside(cut, point) ? 1 : 0);
        assert.equal(index.at(positionOf(point)), owners[0]);
        assert.deepEqual(index.every(positionOf(point)), owners);
      }
    }),
    { numRuns: runs() },
  );
});

test('[GRID-04] a place on a border belongs to the grid east of it, or north of a border that runs due east', () => {
  const quarter = (x: number, y: number, code: string) => ({
    code,
    polygons: [
      [
        ringOf([
          [x, y],
          [x + 10, y],
          [x + 10, y + 10],
          [x, y + 10],
        ]),
      ],
    ],
  });
  const index = gridIndex([quarter(0, 0, 'SW'), quarter(10, 0, 'SE'), quarter(0, 10, 'NW'), quarter(10, 10, 'NE')]);
  assert.equal(index.at(positionOf([10, 5])), 'SE');
  assert.equal(index.at(positionOf([5, 10])), 'NW');
  assert.equal(index.at(positionOf([10, 10])), 'NE');
  assert.equal(index.at(positionOf([0, 0])), 'SW', 'western and southern edges of the district are inside');
  assert.equal(index.at(positionOf([20, 5])), undefined, 'the eastern edge is outside');
  assert.equal(index.at(positionOf([5, 20])), undefined, 'the northern edge is outside');
});

test('[GRID-04] moving the district and the place together changes no answer', () => {
  const shifts = fc.tuple(
    fc.integer({ min: -1_790_000_000, max: 1_780_000_000 }),
    fc.integer({ min: -890_000_000, max: 880_000_000 }),
  );
  fc.assert(
    fc.property(cutAndPoints, shifts, ({ cut, points }, shift) => {
      const here = gridIndex(shapesOf(cut));
      const there = gridIndex(shapesOf(cut, shift));
      for (const point of points) assert.equal(there.at(positionOf(point, shift)), here.at(positionOf(point)));
    }),
    { numRuns: runs() },
  );
});

test('[GRID-04] the order in which grids are given does not matter; where they overlap the smallest code wins', () => {
  const boxes = fc.array(
    fc.record({
      x: fc.integer({ min: 0, max: 40 }),
      y: fc.integer({ min: 0, max: 40 }),
      size: fc.integer({ min: 1, max: 60 }),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 })), { minLength: 1 });
  fc.assert(
    fc.property(boxes, points, (drawn, places) => {
      const rings = drawn.map(({ x, y, size }): Cell[] => [
        [x, y],
        [x + size, y],
        [x + size, y + size],
        [x, y + size],
      ]);
      const shapes = shapesOf({ outline: [], pieces: rings });
      const index = gridIndex([...shapes].reverse());
      for (const place of places) {
        const owners = rings.flatMap((ring, i) => (holdsSlowly(ring, place) ? [codeOf(i)] : []));
        assert.equal(index.at(positionOf(place)), owners[0]);
        assert.deepEqual(index.every(positionOf(place)), owners);
      }
    }),
    { numRuns: runs() },
  );
});

test('[GRID-04] a place in a hole is not in the grid, a place on an island in the hole is', () => {
  const square = (from: number, to: number): Cell[] => [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
  ];
  const index = gridIndex([
    { code: 'A', polygons: [[ringOf(square(0, 90)), ringOf(square(30, 60))], [ringOf(square(40, 50))]] },
  ]);
  assert.equal(index.at(positionOf([10, 10])), 'A');
  assert.equal(index.at(positionOf([35, 35])), undefined);
  assert.equal(index.at(positionOf([45, 45])), 'A');
});

test('[GRID-04] no grids hold no place, and nothing that is not a number is a place', () => {
  assert.equal(gridIndex([]).at([121.38, 28.57]), undefined);
  const index = gridIndex([
    {
      code: 'A',
      polygons: [
        [
          ringOf([
            [0, 0],
            [100, 0],
            [0, 100],
          ]),
        ],
      ],
    },
  ]);
  for (const odd of [Number.NaN, Infinity, -Infinity]) {
    assert.equal(index.at([odd, 28.5]), undefined);
    assert.equal(index.at([121.3, odd]), undefined);
    assert.deepEqual(index.every([odd, odd]), []);
  }
});

test('[GRID-04] a corner off the Earth or an edge across half a country is an error that names the grid', () => {
  assert.throws(
    () =>
      gridIndex([
        {
          code: 'A7',
          polygons: [
            [
              [
                [0, 0],
                [1, 0],
                [0, 91],
                [0, 0],
              ],
            ],
          ],
        },
      ]),
    /A7/,
  );
  assert.throws(
    () =>
      gridIndex([
        {
          code: 'A8',
          polygons: [
            [
              [
                [0, 0],
                [Number.NaN, 0],
                [0, 1],
                [0, 0],
              ],
            ],
          ],
        },
      ]),
    /A8/,
  );
  assert.throws(
    () =>
      gridIndex([
        {
          code: 'A9',
          polygons: [
            [
              [
                [0, 0],
                [7, 0],
                [0, 1],
                [0, 0],
              ],
            ],
          ],
        },
      ]),
    /A9/,
  );
});
