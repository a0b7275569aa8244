import type { Position } from '../../kernel/place.ts';
import type { GridShape } from './grid-shape.ts';
import { hasExactEdges, isOnEarth, latticeRings, toLattice } from './lattice.ts';
import { latticeIndex } from './lattice-index.ts';

/**
 * Which grid a place lies in.
 *
 * The boundary rule: places and corners are taken to the nearest 1e-7 degree (about 1 cm), and a place on a boundary belongs
 * to the grid just east of it; where the boundary runs due east, to the grid just north of it. So a grid holds its western
 * and southern edges and not its eastern and northern ones, a corner belongs to exactly one grid, and in a partition every
 * place has exactly one owner. The district's own western and southern edges are inside, its eastern and northern edges
 * outside. Where shapes overlap, the smallest code (by character) wins.
 */
export interface GridIndex {
  /** The grid's code, or undefined where no grid is. Positions are WGS-84. Allocates nothing. */
  readonly at: (position: Readonly<Position>) => string | undefined;
  /** All grids that hold the place, by code: for functional micro-grids, which lie over one another. */
  readonly every: (position: Readonly<Position>) => string[];
}

function assertUsable({ code, polygons }: GridShape): void {
  const sound = polygons.every((rings) => rings.every((ring) => ring.every(isOnEarth)));
  if (!sound) throw new RangeError(`grid ${code}: a corner is not on Earth`);
}

/**
 * Builds the index, some milliseconds for a thousand grids. Rings must be closed; holes are what an even number of rings
 * surrounds, whichever way they run. Throws a RangeError for a corner off the Earth and an edge longer than 6.7 degrees:
 * `checkPartition` reports such shapes as values.
 */
export function gridIndex(shapes: readonly GridShape[]): GridIndex {
  const ranked = [...shapes].sort((a, b) => (a.code < b.code ? -1 : 1));
  ranked.forEach(assertUsable);
  const rings = ranked.map(({ polygons }) => latticeRings(polygons));
  const tooLong = rings.findIndex((shape) => !shape.every(hasExactEdges));
  if (tooLong >= 0) throw new RangeError(`grid ${ranked[tooLong]?.code ?? ''}: an edge is longer than 6.7 degrees`);

  const index = latticeIndex(rings);
  const codes = ranked.map(({ code }) => code);
  return {
    at(position) {
      const shape = index.first(toLattice(position[0]), toLattice(position[1]));
      return shape < 0 ? undefined : codes[shape];
    },
    every: (position) => index.every(toLattice(position[0]), toLattice(position[1])).map((shape) => codes[shape] ?? ''),
  };
}
