import { clash, distanceToSegment, doubleArea, flatten, type Point } from './plane.ts';

/**
 * A ring with fewer corners: repeated points go, loops and spurs that touch the ring again go, and then every corner that lies
 * within `tolerance` of the straight line that replaces it (Douglas and Peucker), in plane measure. Returned anticlockwise and
 * not closed.
 *
 * A ring that would cross itself after that throws a RangeError: ask for less.
 */
export function simplifyRing(ring: readonly Point[], tolerance: number): Point[] {
  const distinct = withoutLoops(ring);
  // A closed line has no ends to keep: the two corners farthest apart in longitude serve.
  const west = indexOfLeast(distinct, (point) => point[0]);
  const turned = [...distinct.slice(west), ...distinct.slice(0, west)];
  const east = indexOfLeast(turned, (point) => -point[0]);
  const outward = thin(turned.slice(0, east + 1), tolerance);
  const homeward = thin([...turned.slice(east), ...turned.slice(0, 1)], tolerance);
  const simple = [...outward.slice(0, -1), ...homeward.slice(0, -1)];
  if (crossesItself(simple)) throw new RangeError('the simplified ring crosses itself');
  return doubleArea(simple) > 0 ? simple : simple.reverse();
}

/**
 * Rings that share borders with fewer corners, so that they still share them: a border is thinned by itself, between the places where
 * it begins and ends, and so comes out the same in both rings. Else as {@link simplifyRing}.
 */
export function simplifyTogether(rings: readonly (readonly Point[])[], tolerance: number): Point[][] {
  const distinct = rings.map(withoutLoops);
  const holders = new Map<string, string>();
  distinct.forEach((ring, index) => {
    for (const point of ring) holders.set(point.join(), `${holders.get(point.join()) ?? ''} ${index}`);
  });
  const holdersOf = (point: Point): string => holders.get(point.join()) ?? '';
  return distinct.map((ring) => thinBetween(ring, holdersOf, tolerance));
}

/** A ring, thinned on each stretch along which the same rings lie. */
function thinBetween(ring: readonly Point[], holdersOf: (point: Point) => string, tolerance: number): Point[] {
  const before = (index: number): Point => ring[(index + ring.length - 1) % ring.length] ?? [0, 0];
  const ends = ring.flatMap((point, index) => (holdersOf(point) === holdersOf(before(index)) ? [] : [index]));
  const [first] = ends;
  if (first === undefined) return simplifyRing(ring, tolerance);
  const turned = [...ring.slice(first), ...ring.slice(0, first)];
  const starts = [...ends.map((index) => index - first), turned.length];
  const simple = starts.slice(0, -1).flatMap((start, n) => {
    // A stretch is thinned in one direction, whichever way its ring runs.
    const stretch = turned.slice(start, starts[n + 1]);
    return isForward(stretch) ? thin(stretch, tolerance) : thin([...stretch].reverse(), tolerance).reverse();
  });
  if (crossesItself(simple)) throw new RangeError('the simplified ring crosses itself');
  return doubleArea(simple) > 0 ? simple : simple.reverse();
}

function isForward(line: readonly Point[]): boolean {
  const [[x, y] = [0, 0], [toX, toY] = [0, 0]] = [line[0], line[line.length - 1]];
  return x < toX || (x === toX && y <= toY);
}

/**
 * The ring with every position once: of two ways between two visits to a place, the one with fewer points is dropped. Outlines drawn
 * from a coarse raster have many such spurs, none of them wider than the raster.
 */
function withoutLoops(ring: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of ring) {
    const before = kept.findIndex((visited) => visited[0] === point[0] && visited[1] === point[1]);
    if (before < 0) kept.push(point);
    else if (kept.length - before <= ring.length / 2) kept.length = before + 1;
    // The longer way round is the ring itself, closing: nothing to add.
  }
  return kept;
}

function indexOfLeast(points: readonly Point[], value: (point: Point) => number): number {
  let best = 0;
  points.forEach((point, index) => {
    const champion = points[best];
    if (champion !== undefined && value(point) < value(champion)) best = index;
  });
  return best;
}

function thin(line: readonly Point[], tolerance: number): Point[] {
  const [first, last] = [line[0], line[line.length - 1]];
  if (first === undefined || last === undefined || line.length < 3) return [...line];
  let [farthest, most] = [0, tolerance];
  line.forEach((point, index) => {
    const away = distanceToSegment(flatten(point), flatten(first), flatten(last));
    if (away > most) [farthest, most] = [index, away];
  });
  if (farthest === 0) return [first, last];
  return [...thin(line.slice(0, farthest + 1), tolerance).slice(0, -1), ...thin(line.slice(farthest), tolerance)];
}

/** Whether any two sides of a ring meet other than in the corner between them. */
export function crossesItself(ring: readonly Point[]): boolean {
  const sides = ring.map((point, index): [Point, Point] => [point, ring[(index + 1) % ring.length] ?? point]);
  return sides.some(([a, b], index) => sides.slice(index + 1).some(([c, d]) => clash(a, b, c, d)));
}
