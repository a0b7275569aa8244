import type { Point } from '../../sample/plane.ts';

/**
 * Where the streets and towns lie, roughly: a plan of cuts through the district. Each cut runs on a straight line between two places and
 * parts an area into what is on the left of the way and what is on the right.
 *
 * Invented. It follows the lie of the land (the town in the west, villages east of it, reclaimed coast), not any survey.
 */
export type Layout =
  | string
  | { readonly line: readonly [Point, Point]; readonly left: Layout; readonly right: Layout };

/** A place by its longitude and latitude in degrees. */
const place = (longitude: number, latitude: number): Point => [
  Math.round(longitude * 1_000_000),
  Math.round(latitude * 1_000_000),
];

/** Ends of a cut, from south or west to north or east, so that left is west or north. */
const line = (from: Point, to: Point): readonly [Point, Point] => [from, to];

const central: Layout = {
  line: line(place(121.349, 28.545), place(121.342, 28.61)),
  left: '331004001',
  right: {
    line: line(place(121.34, 28.569), place(121.44, 28.5655)),
    left: '331004003',
    right: '331004002',
  },
};

const west: Layout = {
  line: line(place(121.28, 28.588), place(121.37, 28.603)),
  left: '331004005',
  right: {
    line: line(place(121.29, 28.549), place(121.43, 28.542)),
    left: central,
    right: { line: line(place(121.355, 28.5), place(121.366, 28.56)), left: '331004004', right: '331004006' },
  },
};

const east: Layout = {
  line: line(place(121.47, 28.533), place(121.66, 28.522)),
  left: {
    line: line(place(121.586, 28.51), place(121.572, 28.6)),
    left: '331004107',
    right: { line: line(place(121.57, 28.556), place(121.65, 28.55)), left: '331004400', right: '331004401' },
  },
  right: '331004106',
};

/** The twelve streets, towns and zones, by the nine digits of their codes. */
export const luqiaoLayout: Layout = {
  line: line(place(121.416, 28.49), place(121.441, 28.6)),
  left: west,
  right: {
    line: line(place(121.468, 28.47), place(121.478, 28.6)),
    left: { line: line(place(121.41, 28.539), place(121.48, 28.536)), left: '331004104', right: '331004103' },
    right: east,
  },
};

/** The middle of each street or town: its most urban communities are laid around it. */
export const luqiaoCentres: ReadonlyMap<string, Point> = new Map([
  ['331004001', place(121.345, 28.567)],
  ['331004002', place(121.376, 28.563)],
  ['331004003', place(121.385, 28.577)],
  ['331004004', place(121.344, 28.541)],
  ['331004005', place(121.335, 28.61)],
  ['331004006', place(121.388, 28.533)],
  ['331004103', place(121.445, 28.525)],
  ['331004104', place(121.45, 28.553)],
  ['331004106', place(121.51, 28.512)],
  ['331004107', place(121.515, 28.56)],
  ['331004400', place(121.59, 28.565)],
  ['331004401', place(121.59, 28.54)],
]);
