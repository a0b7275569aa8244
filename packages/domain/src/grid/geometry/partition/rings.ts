import type { Position } from '../../../kernel/place.ts';
import type { MultiPolygon } from '../grid-shape.ts';
import { doubleArea, hasExactEdges, isOnEarth, latticeRing, type LatticeRing } from '../lattice.ts';

/** A ring of a shape (or of the outline), turned so that the shape lies on its left. */
export interface OwnedRing {
  /** Number of the shape; the outline's is the number of shapes. */
  readonly owner: number;
  readonly ring: LatticeRing;
}

const isClosed = (ring: readonly Readonly<Position>[]): boolean => {
  const [first, last] = [ring[0], ring[ring.length - 1]];
  return first !== undefined && first[0] === last?.[0] && first[1] === last[1];
};

/** Four positions or more, closed, on Earth, around an area, no edge beyond exact arithmetic. */
function isSound(ring: readonly Readonly<Position>[]): boolean {
  if (ring.length < 4 || !ring.every(isOnEarth) || !isClosed(ring)) return false;
  const flat = latticeRing(ring);
  return doubleArea(flat) !== 0 && hasExactEdges(flat);
}

/** Whether every ring of a MultiPolygon can be read at all, and there is one. */
export const areRingsSound = (polygons: MultiPolygon): boolean =>
  polygons.length > 0 && polygons.every((rings) => rings.length > 0 && rings.every(isSound));

function reversed(ring: LatticeRing): LatticeRing {
  const back = ring.slice().reverse();
  for (let i = 0; i < back.length; i += 2) back.subarray(i, i + 2).reverse();
  return back;
}

/** The rings of a sound MultiPolygon, outer ones counter-clockwise and holes clockwise whichever way they came. */
export function ownedRings(owner: number, polygons: MultiPolygon): OwnedRing[] {
  return polygons.flatMap((rings) =>
    rings.map((positions, i) => {
      const ring = latticeRing(positions);
      const isHole = i > 0;
      return { owner, ring: doubleArea(ring) > 0 === isHole ? reversed(ring) : ring };
    }),
  );
}
