import type { Position } from '../kernel/place.ts';
import type { DrawnGrid, Partition, StallRange } from './grid.ts';
import { basicGridOfCode } from './geometry/grid-code.ts';
import { gridIndex, type GridIndex } from './geometry/grid-index.ts';
import type { GridShape, MultiPolygon } from './geometry/grid-shape.ts';
import { toLattice } from './geometry/lattice.ts';
import { gridOfStall, type MarketStalls } from './geometry/stalls.ts';

/** Side of a cell: 0.005 degrees, some 500 m. Most micro-grids touch one to four cells, and a cell some ten of them. */
const side = 50_000;

const column = (degrees: number): number => Math.floor(toLattice(degrees) / side);

const cellName = (x: number, y: number): string => `${x}:${y}`;

/** The cell that a WGS-84 position lies in. */
export const cellOf = ([longitude, latitude]: Readonly<Position>): string =>
  cellName(column(longitude), column(latitude));

/** The first and the last column and row of cells that a ring touches. */
function boxOf(ring: readonly Readonly<Position>[]): { west: number; east: number; south: number; north: number } {
  const xs = ring.map(([longitude]) => column(longitude));
  const ys = ring.map(([, latitude]) => column(latitude));
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
  return { west: least(xs), east: most(xs), south: least(ys), north: most(ys) };
}

const outersOf = (polygons: MultiPolygon) =>
  polygons.flatMap(([outer]) => (outer === undefined || outer.length === 0 ? [] : [outer]));

/** How many cells the boxes round some polygons touch, told before any is listed. */
export const cellCount = (polygons: MultiPolygon): number =>
  outersOf(polygons)
    .map(boxOf)
    .reduce((sum, { west, east, south, north }) => sum + (east - west + 1) * (north - south + 1), 0);

function cellsOfRing(ring: readonly Readonly<Position>[]): string[] {
  const { west, east, south, north } = boxOf(ring);
  const cells: string[] = [];
  for (let x = west; x <= east; x += 1) {
    for (let y = south; y <= north; y += 1) cells.push(cellName(x, y));
  }
  return cells;
}

/** The cells that the boxes round some polygons touch: a few too many, so that none is missing. */
export const cellsOf = (polygons: MultiPolygon): readonly string[] => [
  ...new Set(outersOf(polygons).flatMap(cellsOfRing)),
];

/** A micro-grid cut by trade: it has stalls, and its market has the ground. */
export const isTrade = ({ kind, stalls }: DrawnGrid): boolean => kind === 'micro' && stalls !== undefined;

/** Micro-grids that part the ground of a basic grid among themselves. */
export const partsOf = (grids: readonly DrawnGrid[], { code }: DrawnGrid): readonly DrawnGrid[] =>
  grids.filter((grid) => grid.kind === 'micro' && !isTrade(grid) && basicGridOfCode(grid.code) === code);

/** The grids that a place is found in: micro-grids with ground, markets, and basic grids that are not parted further. */
export function groundOf(grids: readonly DrawnGrid[]): readonly DrawnGrid[] {
  const parted = new Set(
    grids.filter((grid) => grid.kind === 'micro' && !isTrade(grid)).map(({ code }) => basicGridOfCode(code)),
  );
  return grids.filter((grid) => (grid.kind === 'micro' ? !isTrade(grid) : !parted.has(grid.code)));
}

/** The cells that a community's ground may reach into. Grounds that overlap have a cell in common. */
export const cellsOfGrids = (grids: readonly DrawnGrid[]): readonly string[] => [
  ...new Set(groundOf(grids).flatMap(({ polygons }) => cellsOf(polygons ?? []))),
];

export const shapesOf = (grids: readonly DrawnGrid[]): readonly GridShape[] =>
  grids.map(({ code, polygons }) => ({ code, polygons: polygons ?? [] }));

/** Indexes of partitions, made when first asked for and gone with the state they belong to. */
const indexes = new WeakMap<Partition, GridIndex>();

function indexOf(partition: Partition): GridIndex {
  const known = indexes.get(partition);
  if (known !== undefined) return known;
  const made = gridIndex(shapesOf(groundOf(partition.grids)));
  indexes.set(partition, made);
  return made;
}

/** The grid of a partition that holds a WGS-84 position, by the boundary rule of `GridIndex`. */
export function gridAtPosition(partition: Partition, position: Readonly<Position>): DrawnGrid | undefined {
  const code = indexOf(partition).at(position);
  return partition.grids.find((grid) => grid.code === code);
}

/** Whether polygons hold a WGS-84 position, by the boundary rule of `GridIndex`. */
export const holds = (polygons: MultiPolygon, position: Readonly<Position>): boolean =>
  gridIndex([{ code: 'it', polygons }]).at(position) !== undefined;

const stallNumbers = (ranges: readonly StallRange[]): string[] =>
  ranges.flatMap(({ from, to }) => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => String(from + i)));

/** A market and how its trade micro-grids divide it. One that does not state its stalls has those that they have. */
export function marketOf(grids: readonly DrawnGrid[], market: DrawnGrid): MarketStalls {
  const trades = grids
    .filter((grid) => isTrade(grid) && basicGridOfCode(grid.code) === market.code)
    .map(({ code, stalls }) => ({ code, stalls: stallNumbers(stalls ?? []) }));
  const stalls = market.stalls === undefined ? trades.flatMap((trade) => trade.stalls) : stallNumbers(market.stalls);
  return { market: market.code, stalls, trades };
}

/** The trade micro-grid of a stall of a market. */
export function gridAtStall(partition: Partition, market: string, stall: number): DrawnGrid | undefined {
  const at = partition.grids.find(({ code }) => code === market);
  const code = at && gridOfStall(marketOf(partition.grids, at), String(stall));
  return partition.grids.find((grid) => grid.code === code);
}
