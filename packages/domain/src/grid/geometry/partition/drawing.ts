import { sheetOver } from '../cells.ts';
import type { MultiPolygon } from '../grid-shape.ts';
import { crossingsOf, verticesOnSegments, type Crossing } from './meetings.ts';
import { ownedRings, type OwnedRing } from './rings.ts';
import { cutSegments, segmentsOf, type Segment } from './segments.ts';
import { vertexTable, type Vertices } from './vertices.ts';

/** The boundaries of all shapes, and of the outline where there is one, in one drawing, cut so that no vertex lies inside a segment. */
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

/** All boundaries together, cut where corners lie on edges. Owners are numbered in the order of the polygons. */
export function drawingOf(polygons: readonly MultiPolygon[]): Drawing {
  const rings: OwnedRing[] = polygons.flatMap((each, owner) => ownedRings(owner, each));
  const corners = rings.reduce((sum, { ring }) => sum + ring.length / 2, 0);
  const vertices = vertexTable(corners);
  const edges = segmentsOf(rings, vertices);
  const flats = rings.map(({ ring }) => ring);
  const sheet = sheetOver(flats, edges.length);
  const segments = cutSegments(edges, verticesOnSegments(edges, vertices, sheet), vertices);
  return { rings, vertices, segments, crossings: crossingsOf(segments, vertices, sheet) };
}
