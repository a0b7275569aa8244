import type { Position } from '../../kernel/place.ts';

/**
 * The coordinates of a MultiPolygon as RFC 7946 has them, WGS-84: polygons, each an outer ring and then its holes, each ring
 * closed (its last position repeats its first).
 */
export type MultiPolygon = readonly (readonly (readonly Readonly<Position>[])[])[];

/** The ground that a grid covers. `code` is the grid's code; shapes are told apart by it. */
export interface GridShape {
  readonly code: string;
  readonly polygons: MultiPolygon;
}
