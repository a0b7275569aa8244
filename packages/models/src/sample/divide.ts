import { chordsOn, cornerAt, measure, type Chord, type Measured, type Piece } from './chord.ts';
import { cutFace, type Course } from './cut.ts';
import { centroid, distance, flatten, type Point } from './plane.ts';
import type { Random } from './random.ts';
import { ringOf, type Subdivision } from './subdivision.ts';

/** How a face is divided. */
export interface Division {
  /** The share of the face that each part is to get, in any unit, largest claim on the centre first. */
  readonly weights: readonly number[];
  /** Earlier parts are laid nearer to this place, where one is given; else they are laid as chance has it. */
  readonly centre?: Point;
  readonly course: Course;
}

/** A way to cut: the chord, and how many of the parts, counted from the front, go to the piece that is nearer to the centre. */
interface Plan {
  readonly chord: Chord;
  readonly leftFirst: boolean;
  readonly front: number;
  readonly cost: number;
}

/** A ring is combed by one line less than this in each direction. */
const STEPS = 16;

/**
 * Divides a face into as many parts as there are weights, each about as large as its weight asks and as round as can be had, and
 * returns the faces in the order of the weights.
 *
 * It cuts the face in two and then each piece again. Which cut is best is weighed among many: even pieces, short borders, areas true to weights.
 */
export function divide(plane: Subdivision, face: number, division: Division, random: Random): number[] {
  if (division.weights.length <= 1) return [face];
  const ring = measure(ringOf(plane, face));
  for (const plan of plansFor(ring, division, random)) {
    const left = cutFace(plane, face, plan.chord, division.course, random);
    if (left === undefined) continue;
    const pieces = plan.leftFirst ? [left, face] : [face, left];
    const weights = [division.weights.slice(0, plan.front), division.weights.slice(plan.front)];
    return pieces.flatMap((piece, index) =>
      divide(plane, piece, { ...division, weights: weights[index] ?? [] }, random),
    );
  }
  throw new RangeError(`a face of ${division.weights.length} parts could not be cut`);
}

/** All cuts worth a try, best first. */
function plansFor(ring: Measured, division: Division, random: Random): Plan[] {
  const centre = centroid(ring.corners);
  const plans = headings(ring, centre, random).flatMap((heading) =>
    linesAcross(ring, heading, random).flatMap((through) => chordsOn(ring, through, heading)),
  );
  return plans.map((chord) => planFor(ring, chord, division, random)).sort((one, other) => one.cost - other.cost);
}

/** Directions to cut in: across the long axis of the ring, give or take a little, and along and square to its longest side. */
function headings(ring: Measured, centre: Point, random: Random): Point[] {
  const [x, y] = shortAxis(ring.corners, centre);
  const [along, up] = longestSide(ring.corners);
  const jitter = random.between(-0.08, 0.08);
  return [unit([x - jitter * y, y + jitter * x]), unit([along, up]), unit([-up, along])];
}

/** The way from end to end of the longest side of a ring. */
function longestSide(corners: readonly Point[]): Point {
  let longest: Point = [1, 0];
  let length = 0;
  corners.forEach((corner, index) => {
    const following = cornerAt(corners, index + 1);
    const reach = distance(corner, following);
    if (reach > length) [longest, length] = [[following[0] - corner[0], following[1] - corner[1]], reach];
  });
  return longest;
}

const unit = ([x, y]: Point): Point => {
  const length = Math.sqrt(x * x + y * y);
  return [x / length, y / length];
};

/** The direction in which the corners spread least: the minor axis of their covariance, by square roots alone. */
function shortAxis(corners: readonly Point[], centre: Point): Point {
  let [xx, xy, yy] = [0, 0, 0];
  for (const corner of corners) {
    const [x, y] = [corner[0] - centre[0], corner[1] - centre[1]];
    xx += x * x;
    xy += x * y;
    yy += y * y;
  }
  const half = (xx - yy) / 2;
  const root = Math.sqrt(half * half + xy * xy);
  // The eigenvector of the smaller eigenvalue, written in the form that does not lose its length to cancellation.
  if (root === 0) return [1, 0];
  return half > 0 ? unit([-xy, half + root]) : unit([half - root, xy]);
}

/** Points on evenly spaced lines in one direction that together comb the ring. */
function linesAcross(ring: Measured, heading: Point, random: Random): Point[] {
  const normal: Point = [-heading[1], heading[0]];
  const offsets = ring.corners.map((corner) => corner[0] * normal[0] + corner[1] * normal[1]);
  const [low, high] = [Math.min(...offsets), Math.max(...offsets)];
  const shift = random.between(-0.3, 0.3);
  return Array.from({ length: STEPS - 1 }, (_, step) => {
    const offset = low + ((step + 1 + shift) / STEPS) * (high - low);
    return [offset * normal[0], offset * normal[1]];
  });
}

function planFor(ring: Measured, chord: Chord, division: Division, random: Random): Plan {
  const leftFirst = isLeftNearer(chord, division.centre);
  const near = leftFirst ? chord.left : chord.right;
  const { front, want } = bestFront(division.weights, near.area / ring.area);
  const smaller = Math.min(want, 1 - want);
  const miss = Math.abs(near.area / ring.area - want) / smaller;
  const shape = Math.max(roundness(chord.left), roundness(chord.right));
  const cost = shape + 3 * miss + 12 * miss * miss + 1.2 * (0.5 - smaller) + random.between(0, 0.15);
  return { chord, leftFirst, front, cost };
}

/** How long the border of a piece is for its area: a square is 1, a strip much more. */
const roundness = ({ area, border }: Piece): number => (area <= 0 ? 1e9 : (border * border) / (16 * area));

function isLeftNearer({ from, to }: Chord, centre: Point | undefined): boolean {
  if (centre === undefined) return to.at[1] < from.at[1];
  const [x, y] = flatten(centre);
  return (to.at[0] - from.at[0]) * (y - from.at[1]) - (to.at[1] - from.at[1]) * (x - from.at[0]) > 0;
}

/** How many weights from the front come closest to a share of the whole, and the share they are to have. */
function bestFront(weights: readonly number[], share: number): { front: number; want: number } {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let best = { front: 1, want: (weights[0] ?? 0) / total };
  let running = 0;
  weights.slice(0, -1).forEach((weight, index) => {
    running += weight;
    const want = running / total;
    if (Math.abs(want - share) < Math.abs(best.want - share)) best = { front: index + 1, want };
  });
  return best;
}

/** Cuts a face on the line through two given places, where that line crosses it nearest to their middle; returns the piece on the left. */
export function divideAlong(
  plane: Subdivision,
  face: number,
  [from, to]: readonly [Point, Point],
  course: Course,
  random: Random,
): number {
  const [a, b] = [flatten(from), flatten(to)];
  const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const away = (chord: Chord): number =>
    distance(middle, [(chord.from.at[0] + chord.to.at[0]) / 2, (chord.from.at[1] + chord.to.at[1]) / 2]);
  const chords = chordsOn(measure(ringOf(plane, face)), a, unit([b[0] - a[0], b[1] - a[1]]));
  const nearest = chords.sort((one, other) => away(one) - away(other))[0];
  const left = nearest && cutFace(plane, face, nearest, course, random);
  if (left === undefined) throw new RangeError('the line given does not cut the face');
  return left;
}
