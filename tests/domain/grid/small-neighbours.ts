import type { DrawnGrid, GridCommand, MultiPolygon, Position } from '@keting/domain';
import * as fc from 'fast-check';
import { crookedCut, ringOf, type Cell } from './geometry/partitions.ts';
import { draw } from './small-community.ts';

type Polygons = Position[][][];

/** Code of the community of that number. */
export const communityOf = (number: number): string => `9901010010${String(number).padStart(2, '0')}`;

/** Code of the only grid of a community of one grid. */
export const gridIn = (number: number): string => `${communityOf(number)}001`;

/** Draws a community of one grid over this ground. */
export function drawWhole(number: number, outline: Polygons): GridCommand {
  const whole: DrawnGrid = { code: gridIn(number), kind: 'basic', name: `Grid ${number}`, polygons: outline };
  return draw([whole], { community: communityOf(number), outline });
}

/** A ring through these positions, closed. */
export const ring = (...corners: readonly Position[]): Position[] => [...corners, ...corners.slice(0, 1)];

/** Some 230 m between crossroads: a community reaches into one to four cells of the lattice. */
const scale = 20;

/** A region cut into communities, and what is special about it. */
export interface Town {
  /** The ground of each community, by its number. */
  readonly grounds: readonly Polygons[];
  /** The corners of all of them: the places where borders meet, bends included. */
  readonly corners: readonly Position[];
  /** A community and its ground with a corner moved into its neighbours. */
  readonly intruder: { readonly number: number; readonly ground: Polygons };
}

const grown = ([x, y]: Cell): Cell => [x * scale, y * scale];
const asGround = (cells: readonly Cell[]): Polygons => [[ringOf(cells.map(grown))]];

/** A ring whose corner furthest to the north-east is moved on to the north-east by 5 m. */
function pushed(cells: readonly Cell[], corner: number): Cell[] {
  return cells.map(([x, y], i): Cell => (i === corner ? [x + 25, y + 25] : [x, y]));
}

/** Random cuts into 4 to 12 communities; a border is often cut into different edges on its two sides. */
export const towns: fc.Arbitrary<Town> = fc
  .record({
    columns: fc.integer({ min: 2, max: 4 }),
    rows: fc.integer({ min: 2, max: 3 }),
    jitter: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 24 }),
    bends: fc.array(fc.boolean(), { minLength: 3, maxLength: 12 }),
    at: fc.tuple(fc.nat(), fc.nat()),
  })
  .map(({ columns, rows, jitter, bends, at }) => {
    const { pieces } = crookedCut(columns, rows, jitter, bends);
    const number = (at[1] % (rows - 1)) * columns + (at[0] % (columns - 1));
    const piece = pieces[number] ?? [];
    // The pieces begin at the south-west and run counter-clockwise; a bend may come before the north-eastern corner.
    const corner = bends[number % bends.length] === true ? 3 : 2;
    return {
      grounds: pieces.map(asGround),
      corners: pieces.flatMap((cells) => ringOf(cells.map(grown)).slice(1)),
      intruder: { number, ground: asGround(pushed(piece, corner)) },
    };
  });

/** The shapes of all communities of one grid. */
export const shapesIn = (grounds: readonly MultiPolygon[]) =>
  grounds.map((polygons, number) => ({ code: gridIn(number), polygons }));
