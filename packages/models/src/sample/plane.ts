/**
 * Geometry on whole numbers.
 *
 * Positions are `[longitude, latitude]` in millionths of a degree (about a tenth of a metre), whole numbers, so that whether two
 * segments cross is decided without rounding. Lengths and areas are measured with longitudes shortened to the latitude at hand;
 * they only ever choose between candidates, never decide what is inside.
 */
export type Point = readonly [number, number];

/** One millionth of a degree: what a whole number stands for. */
export const UNITS_PER_DEGREE = 1_000_000;

/** cos 28.54°, written out: cosines of engines may differ in the last bit, a constant does not. */
const LONGITUDE_SCALE = 0.8785;

/** A point in plane measure: the unit is a millionth of a degree of latitude, 0.111 m. */
export const flatten = ([longitude, latitude]: Point): Point => [longitude * LONGITUDE_SCALE, latitude];

/** Twice the signed area of the triangle a, b, c: positive when it turns left. Exact for whole numbers of this size. */
export function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
}

/** Distance between two points. */
export function distance(a: Point, b: Point): number {
  const x = b[0] - a[0];
  const y = b[1] - a[1];
  return Math.sqrt(x * x + y * y);
}

/** Twice the signed area of a ring given without its closing point: positive when it runs anticlockwise. */
export function doubleArea(ring: readonly Point[]): number {
  const first = ring[0];
  if (first === undefined) return 0;
  let sum = 0;
  let previous = first;
  for (const point of ring) {
    sum += turn(first, previous, point);
    previous = point;
  }
  return sum;
}

/** The centre of gravity of a ring's area. */
export function centroid(ring: readonly Point[]): Point {
  const origin = ring[0] ?? [0, 0];
  let [x, y, area] = [0, 0, 0];
  let previous = origin;
  for (const point of ring) {
    const piece = turn(origin, previous, point);
    x += piece * (previous[0] - origin[0] + point[0] - origin[0]);
    y += piece * (previous[1] - origin[1] + point[1] - origin[1]);
    area += piece;
    previous = point;
  }
  return area === 0 ? origin : [origin[0] + x / (3 * area), origin[1] + y / (3 * area)];
}

const isBetween = (a: number, b: number, value: number): boolean =>
  (a <= value && value <= b) || (b <= value && value <= a);

/** Whether a point that is in line with a and b lies on the segment between them, ends included. */
const spans = (a: Point, b: Point, point: Point): boolean =>
  isBetween(a[0], b[0], point[0]) && isBetween(a[1], b[1], point[1]);

const samePoint = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1];

/** Whether the segments ab and cd have a point in common, touching included. */
export function meet(a: Point, b: Point, c: Point, d: Point): boolean {
  if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0])) return false;
  if (Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1])) return false;
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (abc > 0 !== abd > 0 && cda > 0 !== cdb > 0 && abc !== 0 && abd !== 0 && cda !== 0 && cdb !== 0) return true;
  return (
    (abc === 0 && spans(a, b, c)) ||
    (abd === 0 && spans(a, b, d)) ||
    (cda === 0 && spans(c, d, a)) ||
    (cdb === 0 && spans(c, d, b))
  );
}

/** Whether two segments clash: they meet anywhere but in an end they share, or lie on top of each other. */
export function clash(a: Point, b: Point, c: Point, d: Point): boolean {
  if (!meet(a, b, c, d)) return false;
  if (samePoint(a, c)) return turn(a, b, d) === 0 && (spans(a, b, d) || spans(c, d, b));
  if (samePoint(a, d)) return turn(a, b, c) === 0 && (spans(a, b, c) || spans(c, d, b));
  if (samePoint(b, c)) return turn(b, a, d) === 0 && (spans(a, b, d) || spans(c, d, a));
  if (samePoint(b, d)) return turn(b, a, c) === 0 && (spans(a, b, c) || spans(c, d, a));
  return true;
}

/** Distance from a point to a segment, in plane measure of what is handed in. */
export function distanceToSegment(point: Point, a: Point, b: Point): number {
  const [x, y] = [b[0] - a[0], b[1] - a[1]];
  const square = x * x + y * y;
  if (square === 0) return distance(point, a);
  const along = ((point[0] - a[0]) * x + (point[1] - a[1]) * y) / square;
  const clamped = Math.max(0, Math.min(1, along));
  return distance(point, [a[0] + clamped * x, a[1] + clamped * y]);
}
