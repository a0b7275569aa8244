import type { DrawnGrid, GridCommand, Position } from '@keting/domain';

export const community = '990101001001';
export const west = 120;
export const south = 28;
/** 0.01 degrees, about a kilometre. */
const unit = 0.01;

type Polygons = Position[][][];

/** A rectangle of the community's plane, in units from its south-western corner. */
export const box = (x1: number, y1: number, x2: number, y2: number): Polygons => {
  const at = (x: number, y: number): Position => [west + x * unit, south + y * unit];
  return [[[at(x1, y1), at(x2, y1), at(x2, y2), at(x1, y2), at(x1, y1)]]];
};

/** A position of the community's plane, in units from its south-western corner. */
export const point = (x: number, y: number): Position => [west + x * unit, south + y * unit];

const grid = (suffix: string, kind: DrawnGrid['kind'], rest: Partial<DrawnGrid>): DrawnGrid => ({
  code: `${community}${suffix}`,
  kind,
  name: `Grid ${suffix}`,
  ...rest,
});

export const outline = box(0, 0, 3, 1);
export const homes = grid('001', 'basic', { polygons: box(0, 0, 2, 1) });
export const westHomes = grid('00101', 'micro', { polygons: box(0, 0, 1, 1), households: 40 });
export const eastHomes = grid('00102', 'micro', { polygons: box(1, 0, 2, 1), households: 35 });
export const market = grid('002', 'dedicated', { polygons: box(2, 0, 3, 1), stalls: [{ from: 1, to: 30 }] });
export const fish = grid('00201', 'micro', {
  stalls: [
    { from: 1, to: 12 },
    { from: 30, to: 30 },
  ],
});
export const tools = grid('00202', 'micro', { stalls: [{ from: 13, to: 29 }] });

/** The same ground with no stalls told. */
export const plainMarket = grid('002', 'dedicated', { polygons: box(2, 0, 3, 1) });

export const drawn: readonly DrawnGrid[] = [homes, westHomes, eastHomes, market, fish, tools];

/** Draws these grids over the community's outline. */
export const draw = (
  grids: readonly DrawnGrid[] = drawn,
  rest: { community?: string; outline?: Polygons } = {},
): GridCommand => ({
  type: 'DrawPartition',
  data: { community, outline, grids: [...grids], ...rest },
});
