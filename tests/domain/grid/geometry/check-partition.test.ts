import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { GridShape } from '../../../../packages/domain/src/grid/geometry/grid-shape.ts';
import { checkPartition } from '../../../../packages/domain/src/grid/geometry/partition/check-partition.ts';
import type { PartitionProblem } from '../../../../packages/domain/src/grid/geometry/partition/problem.ts';
import { codeOf, crookedCut, crookedCuts, outlineOf, ringOf, shapesOf, type Cell, type Cut } from './partitions.ts';
import { runs } from '../../../support/runs.ts';

const codesOf = (problems: readonly PartitionProblem[]): string[] =>
  [...new Set(problems.map(({ code }) => code))].sort();
const gridsOf = (problems: readonly PartitionProblem[], code: PartitionProblem['code']): string[] =>
  [...new Set(problems.filter((problem) => problem.code === code).flatMap(({ grids }) => grids))].sort();

const cutAndPiece = crookedCuts.chain((cut) =>
  fc.record({ cut: fc.constant(cut), piece: fc.nat({ max: cut.pieces.length - 1 }) }),
);

/** Pieces that share a border (more than a corner) with one piece of a crooked cut, by their place in the rows. */
function neighboursOf(cut: Cut, piece: number): string[] {
  const width = cut.outline[1]?.[0] ?? 0;
  const columns = width / 1000;
  const [i, j] = [piece % columns, Math.floor(piece / columns)];
  const around = [
    [i - 1, j],
    [i + 1, j],
    [i, j - 1],
    [i, j + 1],
  ] as const;
  return around
    .filter(([x, y]) => x >= 0 && x < columns && y >= 0 && y * columns + x < cut.pieces.length)
    .map(([x, y]) => codeOf(y * columns + x))
    .sort();
}

test('[GRID-01] a region cut into pieces passes, also where neighbours cut a shared border differently', () => {
  fc.assert(
    fc.property(crookedCuts, (cut) => assert.deepEqual(checkPartition(outlineOf(cut), shapesOf(cut)), [])),
    { numRuns: runs() },
  );
});

test('[GRID-01] the order of grids and the turning of rings do not matter', () => {
  fc.assert(
    fc.property(crookedCuts, (cut) => {
      const turned = [...shapesOf(cut)].reverse().map(({ code, polygons }) => ({
        code,
        polygons: polygons.map((rings) => rings.map((ring) => [...ring].reverse())),
      }));
      assert.deepEqual(checkPartition(outlineOf(cut), turned), []);
    }),
    { numRuns: runs() },
  );
});

test('[GRID-01] a grid left out is one gap that names the grids around it', () => {
  fc.assert(
    fc.property(cutAndPiece, ({ cut, piece }) => {
      const problems = checkPartition(
        outlineOf(cut),
        shapesOf(cut).filter((_shape, i) => i !== piece),
      );
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['partition-gap'],
      );
      assert.deepEqual(problems[0]?.grids, neighboursOf(cut, piece));
    }),
    { numRuns: runs() },
  );
});

test('[GRID-01] a grid stated twice is an overlap that names both', () => {
  fc.assert(
    fc.property(cutAndPiece, ({ cut, piece }) => {
      const shapes = shapesOf(cut);
      const twin: GridShape = { code: 'TWIN', polygons: shapes[piece]?.polygons ?? [] };
      const problems = checkPartition(outlineOf(cut), [...shapes, twin]);
      assert.deepEqual(
        problems.map(({ code, grids }) => ({ code, grids })),
        [{ code: 'partition-overlap', grids: [codeOf(piece), 'TWIN'] }],
      );
    }),
    { numRuns: runs() },
  );
});

test('[GRID-01] a corner moved in one grid alone is found, by a centimetre or by ten metres, and the grid is named', () => {
  const moves = fc.tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: -100, max: 100 }));
  fc.assert(
    fc.property(cutAndPiece, fc.nat({ max: 3 }), moves, ({ cut, piece }, corner, [dx, dy]) => {
      const moved = cut.pieces.map((cells, i) => (i === piece ? movedCorner(cells, corner, dx, dy) : cells));
      fc.pre(doubleArea(moved[piece] ?? []) !== doubleArea(cut.pieces[piece] ?? []));
      const problems = checkPartition(outlineOf(cut), shapesOf({ ...cut, pieces: moved }));
      assert.ok(problems.length > 0);
      for (const problem of problems) assert.notEqual(problem.code, 'ring-invalid');
      assert.ok(problems.some(({ grids }) => grids.includes(codeOf(piece))));
    }),
    { numRuns: runs() },
  );
});

function movedCorner(cells: readonly Cell[], corner: number, dx: number, dy: number): Cell[] {
  return cells.map(([x, y], i) => (i === corner ? [x + dx, y + dy] : [x, y]));
}

function doubleArea(cells: readonly Cell[]): number {
  return cells.reduce((sum, [x1, y1], i) => {
    const [x2, y2] = cells[(i + 1) % cells.length] ?? [x1, y1];
    return sum + x1 * y2 - x2 * y1;
  }, 0);
}

test('[GRID-01] a wedge between two grids is a gap, the same wedge doubled is an overlap', () => {
  const outline = {
    outline: [
      [0, 0],
      [200, 0],
      [200, 100],
      [0, 100],
    ] as Cell[],
    pieces: [],
  };
  const west = (top: number): Cell[] => [
    [0, 0],
    [100, 0],
    [top, 100],
    [0, 100],
  ];
  const east: Cell[] = [
    [100, 0],
    [200, 0],
    [200, 100],
    [100, 100],
  ];
  const check = (top: number) =>
    checkPartition(outlineOf(outline), shapesOf({ ...outline, pieces: [west(top), east] }));
  assert.deepEqual(check(100), []);
  assert.deepEqual(
    check(99).map(({ code, grids }) => [code, ...grids]),
    [['partition-gap', 'G0000', 'G0001']],
  );
  assert.deepEqual(
    check(101).map(({ code, grids }) => [code, ...grids]),
    [['partition-overlap', 'G0000', 'G0001']],
  );
});

test('[GRID-01] where borders cross, both the gap and the overlap are found', () => {
  const outline = {
    outline: [
      [0, 0],
      [200, 0],
      [200, 100],
      [0, 100],
    ] as Cell[],
    pieces: [],
  };
  const west: Cell[] = [
    [0, 0],
    [90, 0],
    [110, 100],
    [0, 100],
  ];
  const east: Cell[] = [
    [110, 0],
    [200, 0],
    [200, 100],
    [90, 100],
  ];
  const problems = checkPartition(outlineOf(outline), shapesOf({ ...outline, pieces: [west, east] }));
  assert.deepEqual(codesOf(problems), ['partition-gap', 'partition-overlap']);
  assert.deepEqual(gridsOf(problems, 'partition-overlap'), ['G0000', 'G0001']);
});

test('[GRID-01] borders that cross away from their middles still name the grids on both sides of the gap', () => {
  const outline = {
    outline: [
      [0, 0],
      [200, 0],
      [200, 100],
      [0, 100],
    ] as Cell[],
    pieces: [],
  };
  const west: Cell[] = [
    [0, 0],
    [90, 0],
    [120, 100],
    [0, 100],
  ];
  const east: Cell[] = [
    [100, 0],
    [200, 0],
    [200, 100],
    [100, 100],
  ];
  const problems = checkPartition(outlineOf(outline), shapesOf({ ...outline, pieces: [west, east] }));
  assert.deepEqual(gridsOf(problems, 'partition-gap'), ['G0000', 'G0001']);
  assert.deepEqual(gridsOf(problems, 'partition-overlap'), ['G0000', 'G0001']);
});

test('[GRID-01] a grid inside another is an overlap although no border crosses', () => {
  const cut = crookedCut(2, 2, [0], [false]);
  const inner: GridShape = {
    code: 'IN',
    polygons: [
      [
        ringOf([
          [100, 100],
          [200, 100],
          [200, 200],
          [100, 200],
        ]),
      ],
    ],
  };
  const problems = checkPartition(outlineOf(cut), [...shapesOf(cut), inner]);
  assert.deepEqual(
    problems.map(({ code, grids }) => [code, ...grids]),
    [['partition-overlap', 'G0000', 'IN']],
  );
});

test('[GRID-01] a grid with a hole and a grid that fills it are a partition; without the filling the hole is a gap', () => {
  const outer = ringOf([
    [0, 0],
    [90, 0],
    [90, 90],
    [0, 90],
  ]);
  const hole = ringOf([
    [30, 30],
    [60, 30],
    [60, 60],
    [30, 60],
  ]);
  const ring: GridShape = { code: 'RING', polygons: [[outer, hole]] };
  const disc: GridShape = { code: 'DISC', polygons: [[hole]] };
  assert.deepEqual(checkPartition([[outer]], [ring, disc]), []);
  assert.deepEqual(
    checkPartition([[outer]], [ring]).map(({ code, grids }) => [code, ...grids]),
    [['partition-gap', 'RING']],
  );
});

test('[GRID-01] a grid that reaches beyond the outline is named, and so is one wholly outside', () => {
  const cut = crookedCut(2, 1, [0], [false]);
  const reaching = cut.pieces.map((cells, i) => (i === 1 ? movedCorner(cells, 1, 50, 0) : cells));
  const beyond = checkPartition(outlineOf(cut), shapesOf({ ...cut, pieces: reaching }));
  assert.deepEqual(
    beyond.map(({ code, grids }) => [code, ...grids]),
    [['outline-mismatch', 'G0001']],
  );
  const far: GridShape = {
    code: 'FAR',
    polygons: [
      [
        ringOf([
          [9000, 0],
          [9100, 0],
          [9100, 100],
        ]),
      ],
    ],
  };
  const outside = checkPartition(outlineOf(cut), [...shapesOf(cut), far]);
  assert.deepEqual(
    outside.map(({ code, grids }) => [code, ...grids]),
    [['outline-mismatch', 'FAR']],
  );
});

test('[GRID-01] an outline without any grid is one gap with no neighbours', () => {
  const cut = crookedCut(2, 1, [0], [false]);
  const problems = checkPartition(outlineOf(cut), []);
  assert.deepEqual(
    problems.map(({ code, grids }) => ({ code, grids })),
    [{ code: 'partition-gap', grids: [] }],
  );
});

test('[GRID-01] a fault is reported with a place on it', () => {
  const cut = crookedCut(3, 3, [0], [false]);
  const [gap] = checkPartition(
    outlineOf(cut),
    shapesOf(cut).filter((_shape, i) => i !== 4),
  );
  const [longitude = 0, latitude = 0] = gap?.near ?? [];
  assert.ok(longitude >= 121.3001 && longitude <= 121.3002 && latitude >= 28.5001 && latitude <= 28.5002);
});

test('[GRID-01] a ring that cannot be a boundary is reported with its grid and nothing else', () => {
  const cut = crookedCut(2, 1, [0], [false]);
  const [sound] = shapesOf(cut);
  const square = ringOf([
    [0, 0],
    [1000, 0],
    [1000, 1000],
    [0, 1000],
  ]);
  const rings: Record<string, GridShape['polygons']> = {
    'no polygon': [],
    'a polygon without a ring': [[]],
    'not closed': [[square.slice(0, 4)]],
    'three positions': [[[...square.slice(0, 2), ...square.slice(0, 1)]]],
    'no area': [
      [
        ringOf([
          [0, 0],
          [500, 0],
          [1000, 0],
          [500, 0],
        ]),
      ],
    ],
    'off the Earth': [[[...square.slice(0, 3), [200, 0], ...square.slice(0, 1)]]],
    'not a number': [[[[Number.NaN, 0], ...square.slice(1, 4), [Number.NaN, 0]]]],
    'a bow tie': [
      [
        ringOf([
          [0, 0],
          [1000, 1000],
          [1000, 0],
          [0, 1500],
        ]),
      ],
    ],
    'a spike': [
      [
        ringOf([
          [0, 0],
          [1000, 0],
          [1500, 0],
          [1000, 0],
          [1000, 1000],
          [0, 1000],
        ]),
      ],
    ],
    'a hole outside': [
      [
        square,
        ringOf([
          [3000, 0],
          [3100, 0],
          [3100, 100],
        ]),
      ],
    ],
    'a ring in a ring': [
      [square],
      [
        ringOf([
          [100, 100],
          [200, 100],
          [200, 200],
        ]),
      ],
    ],
  };
  for (const [name, polygons] of Object.entries(rings)) {
    const shapes = sound ? [sound, { code: 'ODD', polygons }] : [];
    const problems = checkPartition(outlineOf(cut), shapes);
    assert.deepEqual(
      problems.map(({ code, grids }) => [code, ...grids]),
      [['ring-invalid', 'ODD']],
      name,
    );
  }
});

test('[GRID-01] an outline that is no boundary is reported without a grid', () => {
  const cut = crookedCut(2, 1, [0], [false]);
  const problems = checkPartition(
    [
      [
        [
          [0, 0],
          [1, 1],
        ],
      ],
    ],
    shapesOf(cut),
  );
  assert.deepEqual(
    problems.map(({ code, grids }) => ({ code, grids })),
    [{ code: 'ring-invalid', grids: [] }],
  );
});
