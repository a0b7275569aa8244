import * as fc from 'fast-check';
import type { GridShape, MultiPolygon } from '../../../../packages/domain/src/grid/geometry/grid-shape.ts';

/** A point in whole lattice units of 1e-7 degree. */
export type Cell = readonly [x: number, y: number];

/** A region and the shapes that it is cut into, in lattice units. */
export interface Cut {
  readonly outline: readonly Cell[];
  readonly pieces: readonly (readonly Cell[])[];
}

const origin: Cell = [1_213_000_000, 285_000_000];
const degrees = (value: number): number => value / 1e7;

/** A ring of lattice points as closed positions in degrees, moved by `shift`. */
export const ringOf = (cells: readonly Cell[], shift: Cell = origin): [number, number][] =>
  [...cells, ...cells.slice(0, 1)].map(([x, y]) => [degrees(x + shift[0]), degrees(y + shift[1])]);

export const positionOf = ([x, y]: Cell, shift: Cell = origin): [number, number] => [
  degrees(x + shift[0]),
  degrees(y + shift[1]),
];

/** Codes whose order is the order of the pieces. */
export const codeOf = (piece: number): string => `G${String(piece).padStart(4, '0')}`;

export const shapesOf = ({ pieces }: Cut, shift: Cell = origin): GridShape[] =>
  pieces.map((piece, i) => ({ code: codeOf(i), polygons: [[ringOf(piece, shift)]] }));

export const outlineOf = ({ outline }: Cut, shift: Cell = origin): MultiPolygon => [[ringOf(outline, shift)]];

/** Spacing of the crossroads; even, so that the middle of an edge is a lattice point. */
const SPACING = 1000;

/**
 * A rectangle cut into crooked quadrilaterals whose corners lie up to three tenths of the spacing from their place, so each
 * stays simple. Edges marked by `bends` have a corner in the middle, exactly on the line, which only the shape to the south
 * or west of it states: so neighbours cut a shared border differently.
 */
export function crookedCut(columns: number, rows: number, jitter: readonly number[], bends: readonly boolean[]): Cut {
  let drawn = 0;
  const off = (): number => 2 * Math.round((jitter[drawn++ % jitter.length] ?? 0) * 0.15 * SPACING);
  const corners = Array.from({ length: rows + 1 }, (_row, j) =>
    Array.from({ length: columns + 1 }, (_column, i): Cell => {
      const dx = i === 0 || i === columns ? 0 : off();
      const dy = j === 0 || j === rows ? 0 : off();
      return [i * SPACING + dx, j * SPACING + dy];
    }),
  );
  const corner = (i: number, j: number): Cell => corners[j]?.[i] ?? [0, 0];
  const middle = (a: Cell, b: Cell): Cell => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const pieces = Array.from({ length: columns * rows }, (_piece, n) => {
    const [i, j] = [n % columns, Math.floor(n / columns)];
    const [a, b, c, d] = [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)];
    const bend = (from: Cell, to: Cell, k: number): Cell[] =>
      bends[(n + k) % bends.length] === true ? [middle(from, to)] : [];
    return [a, b, ...bend(b, c, 0), c, ...bend(c, d, 1), d];
  });
  const [w, h] = [columns * SPACING, rows * SPACING];
  return {
    outline: [
      [0, 0],
      [w, 0],
      [w, h],
      [0, h],
    ],
    pieces,
  };
}

/** Random crooked cuts of 2 to 30 pieces. */
export const crookedCuts: fc.Arbitrary<Cut> = fc
  .tuple(
    fc.integer({ min: 2, max: 6 }),
    fc.integer({ min: 1, max: 5 }),
    fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 40 }),
    fc.array(fc.boolean(), { minLength: 3, maxLength: 12 }),
  )
  .map(([columns, rows, jitter, bends]) => crookedCut(columns, rows, jitter, bends));

/**
 * Whether a ring holds a point, told slowly and by another road than the code under test: in whole numbers of any size, the
 * ray leaves from the point moved east by a little and north by a little of that.
 */
export function holdsSlowly(ring: readonly Cell[], [px, py]: Cell): boolean {
  let inside = false;
  ring.forEach(([x1, y1], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1];
    if (y1 <= py === y2 <= py) return;
    // The line is at x1 + (py - y1)(x2 - x1)/(y2 - y1): does it pass east of px? All multiplied by (y2 - y1).
    const rise = BigInt(y2 - y1);
    const ahead = BigInt(x1 - px) * rise + BigInt(py - y1) * BigInt(x2 - x1);
    if (rise > 0n ? ahead > 0n : ahead < 0n) inside = !inside;
  });
  return inside;
}
