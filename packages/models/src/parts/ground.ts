import type { Course } from '../sample/cut.ts';
import { divide } from '../sample/divide.ts';
import { centroid, distance, doubleArea, UNITS_PER_DEGREE, type Point } from '../sample/plane.ts';
import type { Random } from '../sample/random.ts';
import { readingOrder } from '../sample/reading-order.ts';
import { simplifyTogether } from '../sample/simplify.ts';
import { outlineOf, ringOf, subdivide, type Subdivision } from '../sample/subdivision.ts';

/** Polygons as in a GeoJSON MultiPolygon, in degrees, WGS-84: rings closed, outer ones anticlockwise, no holes. */
export type GroundPolygons = readonly (readonly (readonly (readonly [number, number])[])[])[];

/** A community before anything is cut. */
export interface GroundPlan {
  /** Twelve digits. */
  readonly code: string;
  /** Its share of its county's area, in any unit. */
  readonly weight: number;
  /** How many grids it is cut into. */
  readonly grids: number;
  /** Six digits of the county on whose outline it lies, where its own is a zone without one. */
  readonly county?: string;
}

/** A community on the ground. */
export interface CommunityGround {
  readonly code: string;
  readonly outline: GroundPolygons;
  /** Each grid, in the order in which they are numbered: rows from north to south, each from west to east. */
  readonly grids: readonly GroundPolygons[];
}

/** Borders stray the less the smaller the areas are that they part. */
const courses = {
  township: { stray: 0.06, spacing: 1_700 },
  community: { stray: 0.1, spacing: 1_400 },
  grid: { stray: 0.07, spacing: 1_100 },
} as const satisfies Readonly<Record<string, Course>>;

/** The positions of a carried ring, in millionths of a degree: each that differs from the one before, not closed. */
function positionsOf(steps: readonly number[]): Point[] {
  const points: Point[] = [];
  let [x, y] = [0, 0];
  for (let index = 0; index + 1 < steps.length; index += 2) {
    const [east, north] = [steps[index] ?? 0, steps[index + 1] ?? 0];
    x += east * 10;
    y += north * 10;
    if (east !== 0 || north !== 0) points.push([x, y]);
  }
  const [first, last] = [points[0], points[points.length - 1]];
  return first?.join() === last?.join() ? points.slice(0, -1) : points;
}

/** Rings of whole numbers as closed polygons in degrees. */
const polygonsOf = (rings: readonly (readonly Point[])[]): GroundPolygons =>
  rings.map((ring) => [
    [...ring, ...ring.slice(0, 1)].map(([x, y]) => [x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE] as const),
  ]);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const countyOf = ({ code, county }: GroundPlan): string => county ?? code.slice(0, 6);
const townshipOf = ({ code }: GroundPlan): string => code.slice(0, 9);

/** Communities by a key, in the order in which each is met first. */
function groupBy(plans: readonly GroundPlan[], keyOf: (plan: GroundPlan) => string) {
  const groups = new Map<string, GroundPlan[]>();
  for (const plan of plans) {
    const group = groups.get(keyOf(plan));
    if (group === undefined) groups.set(keyOf(plan), [plan]);
    else group.push(plan);
  }
  return groups;
}

/** How far an outline used may lie from the published one: 70 m, less than its own error. */
const tolerance = 1000;

type Outlines = Readonly<Record<string, readonly (readonly number[])[]>>;

/** The largest area of each county; islands are too small to be cut, and hold no community of the sample. */
function mainlandsOf(outlines: Outlines): ReadonlyMap<string, readonly Point[]> {
  const areaOf = (ring: readonly Point[]): number => Math.abs(doubleArea(ring));
  const largest = Object.values(outlines).map((areas) => {
    const [first = []] = areas.map(positionsOf).sort((one, other) => areaOf(other) - areaOf(one));
    return first;
  });
  const simple = simplifyTogether(largest, tolerance).map(inset);
  return new Map(Object.keys(outlines).map((county, i) => [county, simple[i] ?? []]));
}

/** How far a mainland keeps off its published border: 0.4 m. */
const margin = 4;

/**
 * An anticlockwise ring a little within itself. Two counties are cut by themselves, and where a cut ends on the border between them its end
 * is rounded: without a margin the two would overlap by a hand's breadth.
 */
function inset(ring: readonly Point[]): Point[] {
  return ring.map((point, index) => {
    const before = ring[(index + ring.length - 1) % ring.length] ?? point;
    const after = ring[(index + 1) % ring.length] ?? point;
    const [x, y] = sumOf(inward(before, point), inward(point, after));
    const length = distance([0, 0], [x, y]);
    if (length === 0) return point;
    return [Math.round(point[0] + (x / length) * margin), Math.round(point[1] + (y / length) * margin)];
  });
}

const sumOf = (one: Point, other: Point): Point => [one[0] + other[0], one[1] + other[1]];

/** The way to the left of a side, of length 1. */
function inward(from: Point, to: Point): Point {
  const length = distance(from, to);
  return [(from[1] - to[1]) / length, (to[0] - from[0]) / length];
}

/** A face in as many parts as there are things on it, each about as large as it weighs. */
function share<Thing>(
  plane: Subdivision,
  face: number,
  things: readonly Thing[],
  weight: (thing: Thing) => number,
  course: Course,
  random: Random,
): readonly (readonly [Thing, number])[] {
  const faces = divide(plane, face, { weights: things.map(weight), course }, random);
  return things.map((thing, i) => [thing, faces[i] ?? face] as const);
}

/** The faces of a community's grids. */
function cutCommunity(plane: Subdivision, face: number, { grids }: GroundPlan, random: Random): readonly number[] {
  const weights = Array.from({ length: grids }, () => 1);
  return divide(plane, face, { weights, course: courses.grid }, random);
}

function groundOn(plane: Subdivision, { code }: GroundPlan, faces: readonly number[]): CommunityGround {
  const rings = faces.map((face) => ringOf(plane, face));
  const order = readingOrder(rings.map(centroid));
  return {
    code,
    outline: polygonsOf(outlineOf(plane, faces)),
    grids: order.map((position) => polygonsOf(rings.slice(position, position + 1))),
  };
}

function cutCounty(mainland: readonly Point[], plans: readonly GroundPlan[], random: Random) {
  const plane = subdivide([mainland]);
  const townships = [...groupBy(plans, townshipOf).values()];
  const weighing = (town: readonly GroundPlan[]): number => sum(town.map(({ weight }) => weight));
  const communities = share(plane, 0, townships, weighing, courses.township, random).flatMap(([town, face]) =>
    share(plane, face, town, ({ weight }) => weight, courses.community, random.fork(town[0]?.code ?? '')),
  );
  const cut = communities.map(([plan, face]) => ({
    plan,
    faces: cutCommunity(plane, face, plan, random.fork(plan.code)),
  }));
  // Read when all is cut: a cut puts points on the borders of neighbours too.
  return cut.map(({ plan, faces }) => groundOn(plane, plan, faces));
}

/**
 * Lays communities and their grids on the ground of their counties: the outline of a county is real, every border within it is
 * invented. The same plans and random numbers give the same ground in every engine.
 */
export function cutGround(
  outlines: Outlines,
  plans: readonly GroundPlan[],
  random: Random,
): readonly CommunityGround[] {
  const mainlands = mainlandsOf(outlines);
  return [...groupBy(plans, countyOf)].flatMap(([county, own]) => {
    const mainland = mainlands.get(county);
    if (mainland === undefined) throw new RangeError(`the county ${county} has no outline`);
    return cutCounty(mainland, own, random.fork(county));
  });
}
