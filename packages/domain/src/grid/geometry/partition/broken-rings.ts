import { fromLattice, type LatticeRing } from '../lattice.ts';
import { latticeIndex } from '../lattice-index.ts';
import { pointAlong, type Drawing, type Point } from './drawing.ts';
import type { PartitionProblem } from './problem.ts';
import { ringOf, type Segment } from './segments.ts';

/** Owners whose rings do not bound a clear inside, each once, with a point where it shows. */
type Broken = Map<number, Point>;

const note = (broken: Broken, owner: number, at: Point): void => {
  if (!broken.has(owner)) broken.set(owner, at);
};

/**
 * Shapes that cross or repeat their own boundary, or whose rings are nested wrongly. `codes` are the shapes' in order; the
 * outline has none.
 */
export function brokenRings(drawing: Drawing, codes: readonly string[]): PartitionProblem[] {
  const broken: Broken = new Map();
  noteCrossings(drawing, broken);
  noteRepeats(drawing, broken);
  noteNesting(drawing, broken);
  return [...broken].map(([owner, at]) => {
    const code = codes[owner];
    return { code: 'ring-invalid', grids: code === undefined ? [] : [code], near: fromLattice(...at) };
  });
}

const ownersOf = ({ rings }: Drawing, { uses }: Segment): number[] =>
  uses.map((use) => rings[ringOf(use)]?.owner ?? -1);

function noteCrossings(drawing: Drawing, broken: Broken): void {
  for (const { segments, along } of drawing.crossings) {
    const [a, b] = [drawing.segments[segments[0]], drawing.segments[segments[1]]];
    if (!a || !b) continue;
    const others = new Set(ownersOf(drawing, b));
    for (const owner of ownersOf(drawing, a)) {
      if (others.has(owner)) note(broken, owner, pointAlong(drawing, a, along[0]));
    }
  }
}

function noteRepeats(drawing: Drawing, broken: Broken): void {
  for (const segment of drawing.segments) {
    if (segment.uses.length < 2) continue;
    const owners = ownersOf(drawing, segment);
    owners.forEach((owner, i) => {
      if (owners.indexOf(owner) !== i) note(broken, owner, pointAlong(drawing, segment, 0.5));
    });
  }
}

/** A hole outside its outer ring, an outer ring inside another: the inside is not on the left of every ring. */
function noteNesting(drawing: Drawing, broken: Broken): void {
  const insides = insidesOfSeveralRings(drawing);
  const checked = new Set<number>();
  for (const segment of drawing.segments) {
    for (const use of segment.uses) {
      const ring = ringOf(use);
      const owner = drawing.rings[ring]?.owner ?? -1;
      const inside = insides.get(owner);
      if (!inside || checked.has(ring)) continue;
      checked.add(ring);
      const at = pointAlong(drawing, segment, 0.5);
      if (inside(at) !== fallsLeft(drawing, segment, use)) note(broken, owner, at);
    }
  }
}

/** By the boundary rule a point on a segment counts as just east (then north) of it: left of the way, or right of it? */
function fallsLeft({ vertices }: Drawing, { from, to }: Segment, use: number): boolean {
  const forward = use < 0 ? -1 : 1;
  const dx = (vertices.x(to) - vertices.x(from)) * forward;
  const dy = (vertices.y(to) - vertices.y(from)) * forward;
  return dy < 0 || (dy === 0 && dx > 0);
}

function insidesOfSeveralRings({ rings }: Drawing): Map<number, (point: Point) => boolean> {
  const byOwner = new Map<number, LatticeRing[]>();
  for (const { owner, ring } of rings) byOwner.set(owner, [...(byOwner.get(owner) ?? []), ring]);
  const several = [...byOwner].filter(([, own]) => own.length > 1);
  return new Map(
    several.map(([owner, own]) => {
      const index = latticeIndex([own]);
      return [owner, (point: Point) => index.first(...point) === 0];
    }),
  );
}
