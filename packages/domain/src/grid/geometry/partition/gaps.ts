import type { Point } from './drawing.ts';
import type { Segment } from './segments.ts';

/** A piece of boundary with uncovered ground of the outline on one side, and the shapes on its other side. */
export interface GapPiece {
  readonly segment: Segment;
  readonly at: Point;
  readonly beside: readonly number[];
}

/** One gap: the shapes around it and a point on its edge. */
export interface Gap {
  readonly shapes: Set<number>;
  readonly at: Point;
}

/** Joins pieces that share a vertex: the pieces around one hole in the partition are one gap, not many. */
export function gapsOf(pieces: readonly GapPiece[]): Gap[] {
  const parent = new Map<number, number>();
  const root = (vertex: number): number => {
    let at = vertex;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
    if (at !== vertex) parent.set(vertex, at);
    return at;
  };
  for (const { segment } of pieces) {
    const [a, b] = [root(segment.from), root(segment.to)];
    if (a !== b) parent.set(a, b);
  }
  const gaps = new Map<number, Gap>();
  for (const { segment, at, beside } of pieces) {
    const key = root(segment.from);
    const gap = gaps.get(key) ?? { shapes: new Set(), at };
    gaps.set(key, gap);
    for (const shape of beside) gap.shapes.add(shape);
  }
  return [...gaps.values()];
}
