import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { divide } from '../../../packages/models/src/sample/divide.ts';
import { clash, doubleArea, type Point } from '../../../packages/models/src/sample/plane.ts';
import { randomFrom } from '../../../packages/models/src/sample/random.ts';
import { crossesItself, simplifyRing } from '../../../packages/models/src/sample/simplify.ts';
import {
  outlineOf,
  ringOf,
  splitEdge,
  splitFace,
  subdivide,
  halvesOf,
  type Subdivision,
} from '../../../packages/models/src/sample/subdivision.ts';
import { runs } from '../../support/runs.ts';

const SQUARE: readonly Point[] = [
  [0, 0],
  [40_000, 0],
  [40_000, 40_000],
  [0, 40_000],
];

/** A comb: deep bays that a straight cut can enter and leave several times. */
const COMB: readonly Point[] = [
  [0, 0],
  [90_000, 0],
  [90_000, 40_000],
  [75_000, 40_000],
  [70_000, 8_000],
  [60_000, 40_000],
  [45_000, 40_000],
  [42_000, 9_000],
  [30_000, 40_000],
  [15_000, 40_000],
  [14_000, 7_000],
  [0, 40_000],
];

const COURSE = { stray: 0.1, spacing: 1_200 };

const ringsOf = (plane: Subdivision): Point[][] => plane.start.map((_, face) => ringOf(plane, face));

/** Every side of every ring, as text, with how often it is walked. */
function sidesOf(rings: readonly (readonly Point[])[]): Map<string, number> {
  const sides = new Map<string, number>();
  for (const ring of rings) {
    ring.forEach((point, index) => {
      const side = `${point.join()} ${(ring[(index + 1) % ring.length] ?? point).join()}`;
      sides.set(side, (sides.get(side) ?? 0) + 1);
    });
  }
  return sides;
}

const reverse = (side: string): string => side.split(' ').reverse().join(' ');

/** The law of a partition: no side twice the same way, and what has no other side is the outline. */
function assertPartition(plane: Subdivision, area: number): void {
  const rings = ringsOf(plane);
  const sides = sidesOf(rings);
  const border = sidesOf(outlineOf(plane, rings.keys()));
  for (const [side, times] of sides) {
    assert.equal(times, 1, `${side} is walked ${times} times`);
    assert.equal(sides.has(reverse(side)), !border.has(side), `${side} has the wrong neighbour`);
  }
  assert.ok(rings.every((ring) => doubleArea(ring) > 0 && !crossesItself(ring)));
  const outline = outlineOf(plane, rings.keys()).reduce((sum, ring) => sum + doubleArea(ring), 0);
  assert.equal(
    rings.reduce((sum, ring) => sum + doubleArea(ring), 0),
    outline,
  );
  assert.ok(Math.abs(outline / area - 1) < 0.001, 'rounding ends of cuts to whole units moves the outline by a hair');
}

test('[GRID-01] however it is cut, a ground stays a partition: each side of a piece is one of its neighbour, or of the outline', () => {
  const weights = fc.array(fc.integer({ min: 5, max: 20 }), { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(fc.string(), weights, fc.constantFrom(SQUARE, COMB), (seed, shares, ground) => {
      const plane = subdivide([ground]);
      const faces = divide(plane, 0, { weights: shares, course: COURSE }, randomFrom(seed));
      assert.equal(new Set(faces).size, shares.length);
      assert.equal(plane.start.length, shares.length);
      assertPartition(plane, doubleArea(ground));
    }),
    { numRuns: runs() },
  );
});

test('[GRID-01] parts get about the share they ask for', () => {
  const weights = [1, 1, 1, 1, 2, 2, 4];
  const plane = subdivide([SQUARE]);
  const faces = divide(plane, 0, { weights, course: COURSE }, randomFrom('shares'));
  faces.forEach((face, index) => {
    const share = doubleArea(ringOf(plane, face)) / doubleArea(SQUARE);
    const asked = (weights[index] ?? 0) / 12;
    assert.ok(share > asked / 2 && share < asked * 2, `${share} for ${asked}`);
  });
});

test('[GRID-01] the first parts lie nearest to the centre given', () => {
  const plane = subdivide([SQUARE]);
  const division = { weights: Array.from({ length: 16 }, () => 1), centre: [40_000, 40_000] as const, course: COURSE };
  const faces = divide(plane, 0, division, randomFrom('centre'));
  const corner = (face: number): boolean => ringOf(plane, face).some(([x, y]) => x === 40_000 && y === 40_000);
  assert.ok(faces.slice(0, 2).some(corner));
});

test('[GRID-01] a point on a shared side is a corner of both neighbours', () => {
  const plane = subdivide([SQUARE]);
  const [south, , north] = halvesOf(plane, 0);
  assert.ok(south !== undefined && north !== undefined);
  const other = splitFace(plane, south, north, [[20_000, 18_000]]);
  const cut = halvesOf(plane, other).find((half) => halvesOf(plane, 0).includes(half ^ 1));
  assert.ok(cut !== undefined);
  splitEdge(plane, cut, [30_000, 29_000]);
  for (const face of [0, other]) {
    assert.ok(ringOf(plane, face).some(([x, y]) => x === 30_000 && y === 29_000));
  }
});

test('[GRID-01] a ground too small for its parts is a mistake, not an endless search', () => {
  const weights = Array.from({ length: 50 }, () => 1);
  const speck: Point[] = [
    [0, 0],
    [3, 0],
    [3, 3],
    [0, 3],
  ];
  assert.throws(() => divide(subdivide([speck]), 0, { weights, course: COURSE }, randomFrom('speck')), RangeError);
});

test('[GRID-01] sides that share an end clash only when they lie on one another', () => {
  const [a, b, c] = [
    [0, 0],
    [10, 0],
    [10, 10],
  ] as const;
  assert.equal(clash(a, b, b, c), false);
  assert.equal(clash(a, b, a, [5, 0]), true);
  assert.equal(clash(a, b, [5, 0], [5, 9]), true, 'a side that ends on another touches it');
  assert.equal(clash(a, c, b, [0, 10]), true);
});

test('[GRID-01] a simplified outline has no repeated corner, no spur and no crossing', () => {
  const drawn: Point[] = [
    [0, 0],
    [0, 0],
    [5_000, 10],
    [10_000, 0],
    [10_000, 10_000],
    [14_000, 10_000],
    [10_000, 10_000],
    [0, 10_000],
    [0, 0],
  ];
  assert.deepEqual(simplifyRing(drawn, 50), [
    [0, 0],
    [10_000, 0],
    [10_000, 10_000],
    [0, 10_000],
  ]);
  assert.equal(crossesItself([...drawn.slice(1, 3), [2_000, -900], [3_000, 900]]), true);
});
