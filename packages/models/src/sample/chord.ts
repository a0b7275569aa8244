import { distance, flatten, turn, type Point } from './plane.ts';

/** Where a chord meets a ring: on the edge that starts at corner `edge`, the share `along` of the way to the next corner. */
export interface Crossing {
  readonly edge: number;
  readonly along: number;
  readonly at: Point;
}

/** A straight way through the inside of a ring, from border to border, with the sizes of the two pieces it would leave. */
export interface Chord {
  readonly from: Crossing;
  readonly to: Crossing;
  readonly length: number;
  /** The piece on the left of the way from `from` to `to`. */
  readonly left: Piece;
  readonly right: Piece;
}

/** The size of a piece, in plane measure: area, and length of its border. */
export interface Piece {
  readonly area: number;
  readonly border: number;
}

/** A ring made ready for many chords: flat corners with running sums of area and length, so that a piece costs a subtraction. */
export interface Measured {
  readonly corners: readonly Point[];
  readonly area: number;
  readonly border: number;
  /** Twice the area swept, and the length walked, from the first corner to each corner and back to the first. */
  readonly swept: readonly number[];
  readonly walked: readonly number[];
}

/** Measures a ring that is anticlockwise and not closed. */
export function measure(ring: readonly Point[]): Measured {
  const corners = ring.map(flatten);
  const origin = corners[0] ?? [0, 0];
  const [swept, walked] = [[0], [0]];
  let [area, border] = [0, 0];
  corners.forEach((corner, index) => {
    const following = cornerAt(corners, index + 1);
    area += turn(origin, corner, following);
    border += distance(corner, following);
    swept.push(area);
    walked.push(border);
  });
  return { corners, area: area / 2, border, swept, walked };
}

/** The corner of a number, counted round and round. */
export function cornerAt(corners: readonly Point[], index: number): Point {
  const corner = corners[index % corners.length];
  if (corner === undefined) throw new RangeError('a ring has at least one corner');
  return corner;
}

/** All chords on the line through `through` in the direction `heading`; both in plane measure. */
export function chordsOn(ring: Measured, through: Point, heading: Point): Chord[] {
  const crossings = crossingsOf(ring.corners, through, heading);
  const chords: Chord[] = [];
  // Along a line that comes from outside, every odd crossing enters the ring and the next one leaves it.
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const [from, to] = [crossings[index], crossings[index + 1]];
    if (from !== undefined && to !== undefined) chords.push(chordBetween(ring, from, to));
  }
  return chords;
}

/** The crossings of a line with a ring, in the order of its heading. */
function crossingsOf(corners: readonly Point[], through: Point, heading: Point): Crossing[] {
  const side = (corner: Point): number => heading[0] * (corner[1] - through[1]) - heading[1] * (corner[0] - through[0]);
  const progress = (point: Point): number => point[0] * heading[0] + point[1] * heading[1];
  const crossings: Crossing[] = [];
  corners.forEach((corner, edge) => {
    const following = cornerAt(corners, edge + 1);
    const [here, there] = [side(corner), side(following)];
    if (here > 0 === there > 0) return;
    const along = here / (here - there);
    const at: Point = [corner[0] + along * (following[0] - corner[0]), corner[1] + along * (following[1] - corner[1])];
    crossings.push({ edge, along, at });
  });
  return crossings.sort((one, other) => progress(one.at) - progress(other.at));
}

function chordBetween(ring: Measured, from: Crossing, to: Crossing): Chord {
  const length = distance(from.at, to.at);
  const leftWalk = walkedBetween(ring, to, from);
  const leftArea = (sweptBetween(ring, to, from) + turn(originOf(ring), from.at, to.at)) / 2;
  return {
    from,
    to,
    length,
    left: { area: leftArea, border: leftWalk + length },
    right: { area: ring.area - leftArea, border: ring.border - leftWalk + length },
  };
}

const originOf = (ring: Measured): Point => cornerAt(ring.corners, 0);

/** A running sum at a crossing, and how far two crossings are apart on it when one walks on round the ring. */
function gap(total: number, start: number, end: number, wraps: boolean): number {
  return wraps ? total - start + end : end - start;
}

const wraps = (from: Crossing, to: Crossing): boolean =>
  to.edge < from.edge || (to.edge === from.edge && to.along < from.along);

function walkedBetween(ring: Measured, from: Crossing, to: Crossing): number {
  const walkedAt = ({ edge, along }: Crossing): number => {
    const start = ring.walked[edge] ?? 0;
    return start + along * ((ring.walked[edge + 1] ?? ring.border) - start);
  };
  return gap(ring.border, walkedAt(from), walkedAt(to), wraps(from, to));
}

function sweptBetween(ring: Measured, from: Crossing, to: Crossing): number {
  const sweptAt = ({ edge, at }: Crossing): number =>
    (ring.swept[edge] ?? 0) + turn(originOf(ring), cornerAt(ring.corners, edge), at);
  return gap(2 * ring.area, sweptAt(from), sweptAt(to), wraps(from, to));
}
