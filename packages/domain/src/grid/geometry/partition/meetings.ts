import { cellsAlong, columnOf, rowOf, type Sheet } from '../cells.ts';
import { bump, read } from '../lattice.ts';
import { startsOf } from '../strips.ts';
import type { Segment } from './segments.ts';
import type { Vertices } from './vertices.ts';

/** Segments filed under every cell of a sheet that they touch. */
interface Filed {
  readonly start: Int32Array;
  readonly segments: Int32Array;
}

function fileSegments(segments: readonly Segment[], vertices: Vertices, sheet: Sheet): Filed {
  const each = (visit: (cell: number, segment: number) => void): void => {
    segments.forEach(({ from, to }, number) => {
      const ends = [vertices.x(from), vertices.y(from), vertices.x(to), vertices.y(to)] as const;
      cellsAlong(sheet, ...ends, (cell) => visit(cell, number));
    });
  };
  const counts = new Int32Array(sheet.columns * sheet.rows);
  each((cell) => bump(counts, cell));
  const start = startsOf(counts);
  const next = start.slice();
  const filed = new Int32Array(read(start, counts.length));
  each((cell, segment) => {
    filed[bump(next, cell)] = segment;
  });
  return { start, segments: filed };
}

/** Positive when vertex c lies left of the way from a to b, 0 when on its line. */
function turn(vertices: Vertices, a: number, b: number, c: number): number {
  const [ax, ay] = [vertices.x(a), vertices.y(a)];
  return (vertices.x(b) - ax) * (vertices.y(c) - ay) - (vertices.x(c) - ax) * (vertices.y(b) - ay);
}

function isBetween(vertices: Vertices, { from, to }: Segment, id: number): boolean {
  if (id === from || id === to || turn(vertices, from, to, id) !== 0) return false;
  const between = (a: number, b: number, c: number): boolean => Math.min(a, b) <= c && c <= Math.max(a, b);
  return (
    between(vertices.x(from), vertices.x(to), vertices.x(id)) &&
    between(vertices.y(from), vertices.y(to), vertices.y(id))
  );
}

/** For each segment by number, the vertices that lie on it between its ends. */
export function verticesOnSegments(
  segments: readonly Segment[],
  vertices: Vertices,
  sheet: Sheet,
): Map<number, number[]> {
  const filed = fileSegments(segments, vertices, sheet);
  const found = new Map<number, number[]>();
  for (let id = 0; id < vertices.size(); id++) {
    const cell = rowOf(sheet, vertices.y(id)) * sheet.columns + columnOf(sheet, vertices.x(id));
    for (const number of filed.segments.subarray(read(filed.start, cell), read(filed.start, cell + 1))) {
      const segment = segments[number];
      if (!segment || !isBetween(vertices, segment, id)) continue;
      found.set(number, [...(found.get(number) ?? []), id]);
    }
  }
  return found;
}

/** Two segments that cross between their ends, and how far along each they do, from 0 to 1. */
export interface Crossing {
  readonly segments: readonly [number, number];
  readonly along: readonly [number, number];
}

function crossingOf(vertices: Vertices, a: Segment, b: Segment): readonly [number, number] | undefined {
  const a1 = turn(vertices, b.from, b.to, a.from);
  const a2 = turn(vertices, b.from, b.to, a.to);
  if (Math.sign(a1) * Math.sign(a2) !== -1) return undefined;
  const b1 = turn(vertices, a.from, a.to, b.from);
  const b2 = turn(vertices, a.from, a.to, b.to);
  if (Math.sign(b1) * Math.sign(b2) !== -1) return undefined;
  return [a1 / (a1 - a2), b1 / (b1 - b2)];
}

/** Every crossing once, by looking at the segments that share a cell. */
export function crossingsOf(segments: readonly Segment[], vertices: Vertices, sheet: Sheet): Crossing[] {
  const filed = fileSegments(segments, vertices, sheet);
  const seen = new Set<number>();
  const crossings: Crossing[] = [];
  for (let cell = 0; cell + 1 < filed.start.length; cell++) {
    const here = filed.segments.subarray(read(filed.start, cell), read(filed.start, cell + 1));
    for (let i = 0; i < here.length; i++) {
      for (let j = i + 1; j < here.length; j++) {
        const pair = [read(here, i), read(here, j)] as const;
        const [a, b] = [segments[pair[0]], segments[pair[1]]];
        const along = a && b && crossingOf(vertices, a, b);
        const key = pair[0] * segments.length + pair[1];
        if (!along || seen.has(key)) continue;
        seen.add(key);
        crossings.push({ segments: pair, along });
      }
    }
  }
  return crossings;
}
