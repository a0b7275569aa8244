import type { Position } from '../../kernel/place.ts';
import type { MultiPolygon } from './grid-shape.ts';

/**
 * All geometry is done on whole multiples of 1e-7 degree, about one centimetre. Sums and products of such numbers are exact
 * in a double as long as no single edge is longer than `LONGEST_EDGE`, so "left of this edge" has one answer, the same on
 * every machine, also for a point on the edge.
 */
export const UNITS_PER_DEGREE = 1e7;

/** 6.7 degrees, some 700 km: longer than any grid, district or prefecture has an edge. */
export const LONGEST_EDGE = 2 ** 26;

/** The nearest lattice line to a longitude or latitude in degrees. */
export const toLattice = (degrees: number): number => Math.round(degrees * UNITS_PER_DEGREE);

/** The position in degrees of a lattice point. */
export const fromLattice = (x: number, y: number): Position => [x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE];

/** A coordinate that can be on Earth: finite, longitude within 180 degrees, latitude within 90. */
export const isOnEarth = ([longitude, latitude]: Readonly<Position>): boolean =>
  Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;

/** A closed ring on the lattice, flat: x0, y0, x1, y1, ..., x0, y0. Neighbouring positions differ. */
export type LatticeRing = Int32Array;

/**
 * Reads an element whose index is in range by construction. The fallback never happens: it only tells the compiler what
 * the loops around it guarantee, and costs nothing once compiled.
 */
export const read = (array: Int32Array, index: number): number => array[index] ?? 0;

/** Adds one to a count and returns what it was. */
export function bump(counts: Int32Array, index: number): number {
  const was = read(counts, index);
  counts[index] = was + 1;
  return was;
}

/** A ring on the lattice, without positions that fall together with the one before. */
export function latticeRing(ring: readonly Readonly<Position>[]): LatticeRing {
  const flat = new Int32Array(ring.length * 2);
  let used = 0;
  for (const position of ring) {
    const x = toLattice(position[0]);
    const y = toLattice(position[1]);
    if (used > 0 && read(flat, used - 2) === x && read(flat, used - 1) === y) continue;
    flat[used] = x;
    flat[used + 1] = y;
    used += 2;
  }
  return flat.subarray(0, used);
}

/** All rings of a MultiPolygon on the lattice, outer rings and holes alike. */
export const latticeRings = (polygons: MultiPolygon): LatticeRing[] =>
  polygons.flatMap((rings) => rings.map(latticeRing));

/** Twice the area a ring encloses, in square units; positive when it runs counter-clockwise. */
export function doubleArea(ring: LatticeRing): number {
  const originX = read(ring, 0);
  const originY = read(ring, 1);
  let sum = 0;
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const x = read(ring, i) - originX;
    const y = read(ring, i + 1) - originY;
    sum += x * (read(ring, i + 3) - originY) - (read(ring, i + 2) - originX) * y;
  }
  return sum;
}

/** Whether no edge of a ring is too long for exact arithmetic. */
export function hasExactEdges(ring: LatticeRing): boolean {
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const dx = Math.abs(read(ring, i + 2) - read(ring, i));
    const dy = Math.abs(read(ring, i + 3) - read(ring, i + 1));
    if (dx > LONGEST_EDGE || dy > LONGEST_EDGE) return false;
  }
  return true;
}
