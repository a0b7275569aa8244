import { cornerAt, type Chord, type Crossing } from './chord.ts';
import { clash, distance, distanceToSegment, doubleArea, flatten, type Point } from './plane.ts';
import type { Random } from './random.ts';
import { halvesOf, originOf, splitEdge, splitFace, type Subdivision } from './subdivision.ts';

/** How a border between two pieces may run. */
export interface Course {
  /** How far it strays from the straight line, as a share of its length. */
  readonly stray: number;
  /** How far apart its bends are, in millionths of a degree. */
  readonly spacing: number;
}

/** Where a cut starts or ends: at a corner of the ring that is there already, or at a new point on the edge that starts at a corner. */
interface End {
  readonly corner: number;
  readonly point: Point;
  readonly isNew: boolean;
}

/** A cut nearer to a corner than this share of its length, and this far at most, ends in the corner: borders meet there, as streets do. */
const SNAP = { share: 0.12, most: 500 };

/** How near, as a share of its length and at most, a border may come to a corner that it does not touch. */
const CLEARANCE = { share: 0.08, most: 250 };

const reachOf = (length: number, { share, most }: typeof SNAP): number => Math.min(length * share, most);

/**
 * Cuts a face along a chord, with a border that strays a little, and returns the new face (on the chord's left), or `undefined` when
 * every border tried would touch another or leave a sliver.
 */
export function cutFace(
  plane: Subdivision,
  face: number,
  chord: Chord,
  course: Course,
  random: Random,
): number | undefined {
  const halves = halvesOf(plane, face);
  const ring = halves.map((half) => originOf(plane, half));
  const [from, to] = [endAt(ring, chord.from, chord.length), endAt(ring, chord.to, chord.length)];
  if (from.corner === to.corner) return undefined;
  for (const stray of [course.stray, course.stray / 2, course.stray / 4, 0]) {
    const between = path(from.point, to.point, { ...course, stray }, random);
    if (isClear(ring, from, to, between)) return commit(plane, halves, from, to, between);
  }
  return undefined;
}

/** Rounds a crossing to whole units, or to a corner close by. */
function endAt(ring: readonly Point[], crossing: Crossing, length: number): End {
  const [corner, following] = [cornerAt(ring, crossing.edge), cornerAt(ring, crossing.edge + 1)];
  const [toCorner, toFollowing] = [corner, following].map((end) => distance(flatten(end), crossing.at));
  const reach = reachOf(length, SNAP);
  if (toCorner !== undefined && toCorner < reach && toCorner <= (toFollowing ?? 0)) {
    return { corner: crossing.edge, point: corner, isNew: false };
  }
  if (toFollowing !== undefined && toFollowing < reach) {
    return { corner: (crossing.edge + 1) % ring.length, point: following, isNew: false };
  }
  return { corner: crossing.edge, point: partOfTheWay(corner, following, crossing.along), isNew: true };
}

const partOfTheWay = (a: Point, b: Point, share: number): Point => [
  Math.round(a[0] + share * (b[0] - a[0])),
  Math.round(a[1] + share * (b[1] - a[1])),
];

/** The bends between two points: each half of the way is bent at its middle by less than the whole was. */
function path(from: Point, to: Point, course: Course, random: Random): Point[] {
  const length = distance(from, to);
  if (length < 2 * course.spacing) return [];
  const sideways = random.between(-course.stray, course.stray);
  const middle: Point = [
    Math.round((from[0] + to[0]) / 2 - sideways * (to[1] - from[1])),
    Math.round((from[1] + to[1]) / 2 + sideways * (to[0] - from[0])),
  ];
  return [...path(from, middle, course, random), middle, ...path(middle, to, course, random)];
}

/** Whether a border runs inside the ring all the way, keeps off what it does not touch, and leaves two pieces of some width. */
function isClear(ring: readonly Point[], from: End, to: End, between: readonly Point[]): boolean {
  const border = [from.point, ...between, to.point];
  const clearance = reachOf(distance(from.point, to.point), CLEARANCE);
  const sides = segments(withEnds(ring, from, to), true);
  for (const [a, b] of segments(border, false)) {
    for (const [c, d] of sides) if (clash(a, b, c, d)) return false;
    for (const corner of ring) {
      if (corner !== from.point && corner !== to.point && distanceToSegment(corner, a, b) < clearance) return false;
    }
  }
  return piecesOf(ring, from, to, between).every((piece) => doubleArea(piece) > 0);
}

/** The sides of a ring or path, one by one. */
function segments(points: readonly Point[], closed: boolean): (readonly [Point, Point])[] {
  const sides = points.map((point, index): readonly [Point, Point] => [point, cornerAt(points, index + 1)]);
  return closed ? sides : sides.slice(0, -1);
}

/** The ring with the new ends of a cut among its corners. */
function withEnds(ring: readonly Point[], from: End, to: End): Point[] {
  return ring.flatMap((point, corner) => {
    const added = [from, to].filter((end) => end.isNew && end.corner === corner).map((end) => end.point);
    return [point, ...added];
  });
}

/** The two pieces a border would leave, left one first. A border outside the ring leaves one of them inside out. */
function piecesOf(ring: readonly Point[], from: End, to: End, between: readonly Point[]): [Point[], Point[]] {
  return [
    [from.point, ...between, ...walk(ring, to, from)],
    [to.point, ...[...between].reverse(), ...walk(ring, from, to)],
  ];
}

/** The corners from one end on to the other, without the latter. */
function walk(ring: readonly Point[], start: End, end: End): Point[] {
  const corners: Point[] = [start.point];
  let index = (start.corner + 1) % ring.length;
  const last = end.isNew ? (end.corner + 1) % ring.length : end.corner;
  for (; index !== last; index = (index + 1) % ring.length) corners.push(cornerAt(ring, index));
  return corners;
}

function commit(plane: Subdivision, halves: readonly number[], from: End, to: End, between: readonly Point[]): number {
  return splitFace(plane, halfAt(plane, halves, from), halfAt(plane, halves, to), between);
}

/** The half-edge of the face that starts at an end, made by splitting its edge where the end is new. */
function halfAt(plane: Subdivision, halves: readonly number[], end: End): number {
  const half = halves[end.corner];
  if (half === undefined) throw new RangeError(`no edge ${end.corner}`);
  return end.isNew ? splitEdge(plane, half, end.point) : half;
}
