import { read } from '../lattice.ts';
import type { OwnedRing } from './rings.ts';
import type { Vertices } from './vertices.ts';

/** A straight piece of boundary between two vertices, `from` below `to`, with every ring that runs along it. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  /** Rings that run from `from` to `to`, by number; `~ring` for those that run back. */
  readonly uses: number[];
}

/** The number of the ring behind a use. */
export const ringOf = (use: number): number => (use < 0 ? ~use : use);

/** More vertices than a table can have, so that two vertex numbers make one key. */
const KEY_BASE = 2 ** 26;

function addUse(segments: Map<number, Segment>, start: number, end: number, ring: number): void {
  const [from, to, use] = start < end ? [start, end, ring] : [end, start, ~ring];
  const key = from * KEY_BASE + to;
  const segment = segments.get(key);
  if (segment) segment.uses.push(use);
  else segments.set(key, { from, to, uses: [use] });
}

/** All edges of the rings, those between the same two vertices as one segment. */
export function segmentsOf(rings: readonly OwnedRing[], vertices: Vertices): Segment[] {
  const segments = new Map<number, Segment>();
  rings.forEach(({ ring }, number) => {
    let start = vertices.idOf(read(ring, 0), read(ring, 1));
    for (let i = 2; i + 1 < ring.length; i += 2) {
      const end = vertices.idOf(read(ring, i), read(ring, i + 1));
      addUse(segments, start, end, number);
      start = end;
    }
  });
  return [...segments.values()];
}

/** Cuts segments at the vertices that lie on them (given in no order), and merges pieces that fall together. */
export function cutSegments(
  segments: readonly Segment[],
  cuts: ReadonlyMap<number, readonly number[]>,
  vertices: Vertices,
): Segment[] {
  const pieces = new Map<number, Segment>();
  segments.forEach((segment, number) => {
    const stops = stopsAlong(segment, cuts.get(number) ?? [], vertices);
    for (const use of segment.uses) {
      stops.slice(1).forEach((stop, i) => {
        const before = stops[i] ?? stop;
        if (use >= 0) addUse(pieces, before, stop, use);
        else addUse(pieces, stop, before, ~use);
      });
    }
  });
  return [...pieces.values()];
}

function stopsAlong({ from, to }: Segment, cuts: readonly number[], vertices: Vertices): number[] {
  const dx = vertices.x(to) - vertices.x(from);
  const dy = vertices.y(to) - vertices.y(from);
  const along = (id: number): number => vertices.x(id) * dx + vertices.y(id) * dy;
  return [from, ...[...cuts].sort((a, b) => along(a) - along(b)), to];
}
