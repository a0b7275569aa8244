import { rowOf, type Sheet } from './cells.ts';
import { bump, read, type LatticeRing } from './lattice.ts';

/**
 * The edges of every shape, filed by shape and row of the sheet: to tell whether a point lies in a shape it is enough to
 * look at the edges of that shape in the point's row. One "strip" is one shape in one row.
 */
export interface Strips {
  /** The strip of a shape in row r is `base[shape] + r`. */
  readonly base: Int32Array;
  /** First and last row of a shape; last is below first when the shape has no edge. */
  readonly firstRow: Int32Array;
  readonly lastRow: Int32Array;
  /** Which shape a strip belongs to. */
  readonly shapeOf: Int32Array;
  /** Edges of strip s are `start[s]` to before `start[s + 1]`. */
  readonly start: Int32Array;
  /** Four numbers an edge, its southern end first: x, y, x, y. Level edges are left out: no rule asks for them. */
  readonly edges: Int32Array;
}

type EdgeVisitor = (xSouth: number, ySouth: number, xNorth: number, yNorth: number) => void;

function eachRisingEdge(rings: readonly LatticeRing[], visit: EdgeVisitor): void {
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [x1, y1, x2, y2] = [read(ring, i), read(ring, i + 1), read(ring, i + 2), read(ring, i + 3)];
      if (y1 < y2) visit(x1, y1, x2, y2);
      else if (y2 < y1) visit(x2, y2, x1, y1);
    }
  }
}

function rowsOfShapes(shapes: readonly (readonly LatticeRing[])[], sheet: Sheet): Pick<Strips, 'firstRow' | 'lastRow'> {
  const firstRow = new Int32Array(shapes.length).fill(sheet.rows);
  const lastRow = new Int32Array(shapes.length).fill(-1);
  shapes.forEach((rings, shape) => {
    eachRisingEdge(rings, (_x1, y1, _x2, y2) => {
      firstRow[shape] = Math.min(read(firstRow, shape), rowOf(sheet, y1));
      lastRow[shape] = Math.max(read(lastRow, shape), rowOf(sheet, y2));
    });
  });
  return { firstRow, lastRow };
}

function eachEdgeOfStrip(
  shapes: readonly (readonly LatticeRing[])[],
  sheet: Sheet,
  base: Int32Array,
  visit: (strip: number, ...edge: Parameters<EdgeVisitor>) => void,
): void {
  shapes.forEach((rings, shape) => {
    const stripBase = read(base, shape);
    eachRisingEdge(rings, (x1, y1, x2, y2) => {
      const lastRow = rowOf(sheet, y2);
      for (let row = rowOf(sheet, y1); row <= lastRow; row++) visit(stripBase + row, x1, y1, x2, y2);
    });
  });
}

/** Turns counts into starts: `starts[i]` is the sum of all counts before i, with the whole sum at the end. */
export function startsOf(counts: Int32Array): Int32Array {
  const starts = new Int32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) starts[i + 1] = read(starts, i) + read(counts, i);
  return starts;
}

/** Files the edges of all shapes, a shape being its rings; the rule inside a shape is even-odd. */
export function stripsOf(shapes: readonly (readonly LatticeRing[])[], sheet: Sheet): Strips {
  const { firstRow, lastRow } = rowsOfShapes(shapes, sheet);
  const heights = lastRow.map((last, shape) => Math.max(0, last - read(firstRow, shape) + 1));
  const firstStrip = startsOf(heights);
  const base = heights.map((_height, shape) => read(firstStrip, shape) - read(firstRow, shape));
  const count = read(firstStrip, shapes.length);

  const shapeOf = new Int32Array(count);
  heights.forEach((height, shape) => shapeOf.fill(shape, read(firstStrip, shape), read(firstStrip, shape) + height));
  const counts = new Int32Array(count);
  eachEdgeOfStrip(shapes, sheet, base, (strip) => bump(counts, strip));
  const start = startsOf(counts);
  const edges = new Int32Array(read(start, count) * 4);
  const next = start.slice();
  eachEdgeOfStrip(shapes, sheet, base, (strip, x1, y1, x2, y2) => {
    const at = bump(next, strip) * 4;
    edges[at] = x1;
    edges[at + 1] = y1;
    edges[at + 2] = x2;
    edges[at + 3] = y2;
  });
  return { base, firstRow, lastRow, shapeOf, start, edges };
}

/**
 * Whether a point lies in a strip's shape, in the strip's row: whether a ray due east from it crosses the shape's boundary
 * an odd number of times. An edge counts from its southern end to before its northern end, and only strictly east of the
 * point. Every edge is worked from its southern end, so both its owners get the same answer from it.
 */
export function isInStrip({ start, edges }: Strips, strip: number, x: number, y: number): boolean {
  const end = read(start, strip + 1) * 4;
  let odd = false;
  for (let at = read(start, strip) * 4; at < end; at += 4) {
    const y1 = read(edges, at + 1);
    const y2 = read(edges, at + 3);
    if (y1 > y || y2 <= y) continue;
    const x1 = read(edges, at);
    if ((read(edges, at + 2) - x1) * (y - y1) > (x - x1) * (y2 - y1)) odd = !odd;
  }
  return odd;
}
