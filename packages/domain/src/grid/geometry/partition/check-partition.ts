import type { GridShape, MultiPolygon } from '../grid-shape.ts';
import { brokenRings } from './broken-rings.ts';
import { drawingOf } from './drawing.ts';
import { judgeSides } from './judge-sides.ts';
import type { PartitionProblem } from './problem.ts';
import { areRingsSound } from './rings.ts';

/**
 * Checks that the shapes cover the outline once: no gap, no overlap, nothing outside. Empty when they do.
 *
 * All corners are first taken to the nearest 1e-7 degree; from then on the answer is exact. Edges are cut where a corner
 * lies on them; then on both sides of every piece the shapes are counted: there must be one inside the outline and none
 * outside it. (Counting at the boundaries is enough: between them nothing changes.) So a shared border may be cut into
 * different edges on its two sides, as long as the corners lie exactly on the line; a corner off it by 1 cm is a gap or an
 * overlap and is named. Time grows as n log n in the number of edges.
 *
 * While a ring is invalid only such rings are reported: nothing else can be said yet.
 */
export function checkPartition(outline: MultiPolygon, shapes: readonly GridShape[]): PartitionProblem[] {
  const unreadable = unreadableRings(outline, shapes);
  if (unreadable.length > 0) return unreadable;
  const codes = shapes.map(({ code }) => code);
  const drawing = drawingOf([...shapes.map(({ polygons }) => polygons), outline]);
  const broken = brokenRings(drawing, codes);
  return broken.length > 0 ? broken : judgeSides(drawing, codes);
}

function unreadableRings(outline: MultiPolygon, shapes: readonly GridShape[]): PartitionProblem[] {
  const problems: PartitionProblem[] = [];
  if (!areRingsSound(outline)) problems.push(ringInvalid([], outline));
  for (const { code, polygons } of shapes) {
    if (!areRingsSound(polygons)) problems.push(ringInvalid([code], polygons));
  }
  return problems;
}

function ringInvalid(grids: readonly string[], polygons: MultiPolygon): PartitionProblem {
  const near = polygons[0]?.[0]?.[0];
  return near?.every(Number.isFinite) ? { code: 'ring-invalid', grids, near } : { code: 'ring-invalid', grids };
}
