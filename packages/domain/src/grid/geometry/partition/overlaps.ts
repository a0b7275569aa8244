import { sheetOver } from '../cells.ts';
import type { GridShape } from '../grid-shape.ts';
import { drawingOf, type Drawing } from './drawing.ts';
import { judgeSides } from './judge-sides.ts';
import type { PartitionProblem } from './problem.ts';
import type { Segment } from './segments.ts';

/** Tells which segments reach into the box round the first shapes: an overlap with one of them shows there. */
function nearFirst({ rings, vertices }: Drawing, count: number): (segment: Segment) => boolean {
  const own = rings.filter(({ owner }) => owner < count).map(({ ring }) => ring);
  const { minX, minY, maxX, maxY } = sheetOver(own, 1);
  const meets = (a: number, b: number, min: number, max: number): boolean =>
    Math.max(a, b) >= min && Math.min(a, b) <= max;
  return ({ from, to }) =>
    meets(vertices.x(from), vertices.x(to), minX, maxX) && meets(vertices.y(from), vertices.y(to), minY, maxY);
}

/**
 * Ground that shapes hold together with one of `own`, each set of shapes once: exact, as `checkPartition` is, but with no
 * outline to cover. Boundaries that touch or run along each other hold nothing in common. The rings must be sound:
 * `checkPartition` tells.
 */
export function overlapsOf(own: readonly GridShape[], others: readonly GridShape[]): PartitionProblem[] {
  const shapes = [...own, ...others];
  const codes = shapes.map(({ code }) => code);
  const mine = new Set(codes.slice(0, own.length));
  const drawing = drawingOf(shapes.map(({ polygons }) => polygons));
  return judgeSides(drawing, codes, nearFirst(drawing, own.length)).filter(
    ({ code, grids }) => code === 'partition-overlap' && grids.some((grid) => mine.has(grid)),
  );
}
