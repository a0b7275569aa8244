import type { Crossing } from './meetings.ts';
import type { OwnedRing } from './rings.ts';
import type { Segment } from './segments.ts';
import type { Vertices } from './vertices.ts';

/** The boundaries of all shapes and of the outline in one drawing, cut so that no vertex lies inside a segment. */
export interface Drawing {
  readonly rings: readonly OwnedRing[];
  readonly vertices: Vertices;
  readonly segments: readonly Segment[];
  readonly crossings: readonly Crossing[];
}

/** A point on the lattice plane. */
export type Point = readonly [x: number, y: number];

/** The point a share (0 to 1) of the way along a segment. */
export function pointAlong({ vertices }: Drawing, { from, to }: Segment, share: number): Point {
  const [x, y] = [vertices.x(from), vertices.y(from)];
  return [x + (vertices.x(to) - x) * share, y + (vertices.y(to) - y) * share];
}
