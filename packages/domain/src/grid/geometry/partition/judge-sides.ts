import { fromLattice, type LatticeRing } from '../lattice.ts';
import { latticeIndex, type LatticeIndex } from '../lattice-index.ts';
import { pointAlong, type Drawing, type Point } from './drawing.ts';
import { gapsOf, type GapPiece } from './gaps.ts';
import type { PartitionProblem } from './problem.ts';
import { ringOf, type Segment } from './segments.ts';

/** What lies along one side of a piece of boundary: the shapes there, and whether it is inside the outline. */
interface Side {
  readonly shapes: readonly number[];
  readonly inside: boolean;
}

/** Shapes and outline that end on a segment, by the side on which they lie. */
interface Ends {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly outline: 'left' | 'right' | undefined;
}

/**
 * Counts the shapes on both sides of every piece of boundary and tells where there is not one inside the outline and none
 * outside it. `codes` are the shapes' in order; the outline comes after them. Without one, all is outside.
 * Only segments that concern the question are looked at.
 */
export function judgeSides(
  drawing: Drawing,
  codes: readonly string[],
  concerns: (segment: Segment) => boolean = () => true,
): PartitionProblem[] {
  const outline = codes.length;
  const suspects = drawing.segments
    .map((segment, number) => ({ segment, number, ends: endsOn(drawing, segment, outline) }))
    .filter(({ segment, ends }) => !isSettled(ends) && concerns(segment));
  if (suspects.length === 0) return [];

  const ground = groundOf(drawing, outline);
  const cuts = cutsBySegment(drawing);
  const found: Findings = { overlaps: new Map(), beyond: new Map(), gaps: [] };
  for (const { segment, number, ends } of suspects) {
    for (const share of middles(cuts.get(number) ?? [])) {
      const at = pointAlong(drawing, segment, share);
      const [left, right] = sidesAt(ends, ground, at);
      judge(found, segment, at, left, right);
      judge(found, segment, at, right, left);
    }
  }
  return problemsOf(found, codes);
}

function endsOn({ rings }: Drawing, { uses }: Segment, outline: number): Ends {
  const left: number[] = [];
  const right: number[] = [];
  let side: Ends['outline'];
  for (const use of uses) {
    const owner = rings[ringOf(use)]?.owner ?? -1;
    if (owner === outline) side = use < 0 ? 'right' : 'left';
    else (use < 0 ? right : left).push(owner);
  }
  return { left, right, outline: side };
}

/** A border between two shapes, or of one shape with the outside along the outline: nothing to ask. */
function isSettled({ left, right, outline }: Ends): boolean {
  if (outline === undefined) return left.length === 1 && right.length === 1;
  return left.length === (outline === 'left' ? 1 : 0) && right.length === (outline === 'right' ? 1 : 0);
}

interface Ground {
  readonly shapes: LatticeIndex;
  readonly outline: LatticeIndex;
}

function groundOf({ rings }: Drawing, outline: number): Ground {
  const shapes: LatticeRing[][] = Array.from({ length: outline + 1 }, () => []);
  for (const { owner, ring } of rings) shapes[owner]?.push(ring);
  return { shapes: latticeIndex(shapes.slice(0, outline)), outline: latticeIndex(shapes.slice(outline)) };
}

function sidesAt(ends: Ends, ground: Ground, at: Point): [Side, Side] {
  const ending = new Set([...ends.left, ...ends.right]);
  const passing = ground.shapes.every(...at).filter((shape) => !ending.has(shape));
  const around = ends.outline === undefined && ground.outline.first(...at) === 0;
  return [
    { shapes: [...ends.left, ...passing], inside: around || ends.outline === 'left' },
    { shapes: [...ends.right, ...passing], inside: around || ends.outline === 'right' },
  ];
}

function cutsBySegment({ crossings }: Drawing): Map<number, number[]> {
  const cuts = new Map<number, number[]>();
  for (const { segments, along } of crossings) {
    segments.forEach((segment, i) => cuts.set(segment, [...(cuts.get(segment) ?? []), along[i] ?? 0]));
  }
  return cuts;
}

/** The middles of the pieces into which cuts (shares of 0 to 1) part a segment. */
function middles(cuts: readonly number[]): number[] {
  const stops = [0, ...[...cuts].sort((a, b) => a - b), 1];
  return stops.slice(1).map((stop, i) => (stop + (stops[i] ?? 0)) / 2);
}

interface Findings {
  /** By the shapes concerned, the first point found. */
  readonly overlaps: Map<string, { readonly shapes: readonly number[]; readonly at: Point }>;
  readonly beyond: Map<number, Point>;
  readonly gaps: GapPiece[];
}

function judge(found: Findings, segment: Segment, at: Point, side: Side, other: Side): void {
  if (side.shapes.length > 1) {
    const shapes = [...side.shapes].sort((a, b) => a - b);
    const key = shapes.join(' ');
    if (!found.overlaps.has(key)) found.overlaps.set(key, { shapes, at });
  }
  if (side.shapes.length === 0 && side.inside) found.gaps.push({ segment, at, beside: other.shapes });
  if (!side.inside) {
    for (const shape of side.shapes) if (!found.beyond.has(shape)) found.beyond.set(shape, at);
  }
}

function problemsOf(found: Findings, codes: readonly string[]): PartitionProblem[] {
  const named = (shapes: Iterable<number>): string[] => [...shapes].map((shape) => codes[shape] ?? '').sort();
  const problem = (code: PartitionProblem['code'], shapes: Iterable<number>, at: Point): PartitionProblem => ({
    code,
    grids: named(shapes),
    near: fromLattice(...at),
  });
  return [
    ...gapsOf(found.gaps).map(({ shapes, at }) => problem('partition-gap', shapes, at)),
    ...[...found.overlaps.values()].map(({ shapes, at }) => problem('partition-overlap', shapes, at)),
    ...[...found.beyond].map(([shape, at]) => problem('outline-mismatch', [shape], at)),
  ];
}
