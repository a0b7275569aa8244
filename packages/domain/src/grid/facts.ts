import * as z from 'zod/mini';
import { fact, type FactArgument, type FactReader, type FactSource, type GridFact } from '../kernel/facts.ts';
import { within } from '../kernel/ids.ts';
import { coordinateSystem, type CoordinateSystem, type Position } from '../kernel/place.ts';
import type { CivilDate } from '../kernel/time.ts';
import {
  cellStream,
  gridStream,
  partitionStream,
  type Cell,
  type DrawnGrid,
  type GridState,
  type Partition,
  type StaffMember,
} from './grid.ts';
import { cellOf, gridAtPosition, gridAtStall, holds } from './ground.ts';
import { toWgs84 } from './geometry/coordinate-system.ts';
import { communityOfGridCode } from './geometry/grid-code.ts';
import { isOnEarth } from './geometry/lattice.ts';
import { gridCellRow, gridOverlayRow, gridStaffRow, type GridCellRow } from './views.ts';

/** The functional grids that a coordinate of that reference system lies in, by code. */
export const functionalGridsAt =
  fact<readonly GridFact[]>()<[longitude: number, latitude: number, system: CoordinateSystem]>('functionalGridsAt');
/** The trade micro-grid of a stall of a market, or undefined where the market has given it to none. */
export const stallGridOf = fact<GridFact | undefined>()<[market: string, stall: number]>('stallGridOf');
/** Codes of the grids that a territorial grid is parted into; none where it is parted no further. */
export const gridsBelow = fact<readonly string[]>()<[code: string]>('gridsBelow');
/**
 * The partitions of other communities whose ground may reach into those cells, by community. The commit holds only if none of
 * them was drawn anew meanwhile, and no community came to the cells or left them.
 */
export const neighboursIn =
  fact<readonly Partition[]>()<[community: string, ...cells: readonly string[]]>('neighboursIn');

const partitionOf = (source: FactSource, community: string): Promise<Partition | undefined> =>
  source.load<Partition>(partitionStream(community));

const gridState = (source: FactSource, code: string): Promise<GridState | undefined> =>
  source.load<GridState>(gridStream(code));

const drawnFact = ({ community }: Partition, grid: DrawnGrid | undefined): GridFact | undefined =>
  grid && { code: grid.code, kind: grid.kind, community };

const functionalFact = (grid: GridState | undefined): GridFact | undefined =>
  grid?.stage === 'functional' ? { code: grid.code, kind: grid.stage, community: grid.community } : undefined;

const readGrid: FactReader = async (source, asked): Promise<GridFact | undefined> => {
  const code = String(asked);
  const partition = await partitionOf(source, communityOfGridCode(code));
  const drawn = partition?.grids.find((grid) => grid.code === code);
  return partition !== undefined && drawn !== undefined
    ? drawnFact(partition, drawn)
    : functionalFact(await gridState(source, code));
};

const place = z.tuple([z.number(), z.number(), coordinateSystem]);

/** A coordinate as a position in WGS-84; undefined where it cannot be on Earth. */
function positionOf(args: readonly FactArgument[]): Position | undefined {
  const parsed = z.safeParse(place, args);
  if (!parsed.success) return undefined;
  const [longitude, latitude, system] = parsed.data;
  return isOnEarth([longitude, latitude]) ? toWgs84([longitude, latitude], system) : undefined;
}

const near = async (source: FactSource, position: Position): Promise<readonly GridCellRow[]> =>
  z.parse(z.array(gridCellRow), await source.find('grid-cells', { cell: cellOf(position) }));

/**
 * The territorial grid of a position, by the boundary rule of `GridIndex`. That rule goes by the edges alone, so it holds
 * across communities too: a place on the border of two belongs to the one just east of it, or north where the border runs
 * due east, whichever was drawn first. No drawing may overlap a neighbour's, so at most one community answers; should a
 * record from elsewhere overlap all the same, it is the one of the smallest code.
 */
async function territorialAt(source: FactSource, position: Position): Promise<GridFact | undefined> {
  const rows = await near(source, position);
  const communities = new Set(rows.filter(({ kind }) => kind !== 'functional').map(({ community }) => community));
  for (const community of [...communities].sort()) {
    const partition = await partitionOf(source, community);
    const grid = partition && drawnFact(partition, gridAtPosition(partition, position));
    if (grid !== undefined) return grid;
  }
  return undefined;
}

const readGridAt: FactReader = async (source, ...args) => {
  const position = positionOf(args);
  return position && territorialAt(source, position);
};

/** Codes of functional grids that lie over a grid as a whole. */
async function overlaysOf(source: FactSource, grid: GridFact | undefined): Promise<readonly string[]> {
  if (grid === undefined) return [];
  const rows = await source.find('grid-overlays', { over: grid.code });
  return z.parse(z.array(gridOverlayRow), rows).map(({ code }) => code);
}

async function functionalAt(source: FactSource, position: Position): Promise<readonly GridFact[]> {
  const over = await overlaysOf(source, await territorialAt(source, position));
  const beside = (await near(source, position)).filter(({ kind }) => kind === 'functional').map(({ code }) => code);
  const found: GridFact[] = [];
  for (const code of [...new Set([...over, ...beside])].sort()) {
    const grid = await gridState(source, code);
    const reaches = grid?.stage === 'functional' && (over.includes(code) || holds(grid.polygons ?? [], position));
    const known = reaches ? functionalFact(grid) : undefined;
    if (known !== undefined) found.push(known);
  }
  return found;
}

const readFunctionalGridsAt: FactReader = async (source, ...args) => {
  const position = positionOf(args);
  return position === undefined ? [] : functionalAt(source, position);
};

const readStallGrid: FactReader = async (source, market, stall) => {
  const partition = await partitionOf(source, communityOfGridCode(String(market)));
  return partition && drawnFact(partition, gridAtStall(partition, String(market), Number(stall)));
};

const readNeighbours: FactReader = async (source, community, ...cells) => {
  const found = new Set<string>();
  for (const cell of cells) {
    const shared = await source.load<Cell>(cellStream(String(cell)));
    shared?.communities.forEach((one) => found.add(one));
  }
  found.delete(String(community));
  const partitions = await Promise.all([...found].sort().map((one) => partitionOf(source, one)));
  return partitions.filter((partition) => partition !== undefined);
};

const readBelow: FactReader = async (source, asked): Promise<readonly string[]> => {
  const code = String(asked);
  const partition = await partitionOf(source, communityOfGridCode(code));
  const codes = (partition?.grids ?? []).map((grid) => grid.code);
  return codes.filter((one) => one !== code && within(code, one));
};

/** Who staffs a grid now, or staffed it on a day. */
function staffOn(grid: GridState | undefined, on: CivilDate | undefined): readonly StaffMember[] {
  const now = grid?.staff ?? [];
  if (on === undefined) return now;
  const then = (grid?.former ?? []).filter(({ from, until }) => from <= on && on < until);
  return [...then, ...now.filter(({ from }) => from <= on)];
}

const readStaff: FactReader = async (source, code, ...[on]) => {
  const grid = await gridState(source, String(code));
  return staffOn(grid, on === undefined ? undefined : String(on)).map(({ person, post }) => ({ person, post }));
};

/** What a person staffs, grid by grid. */
export async function staffedBy(
  source: FactSource,
  person: string,
): Promise<readonly { readonly code: string; readonly member: StaffMember }[]> {
  const rows = z.parse(z.array(gridStaffRow), await source.find('grid-staff', { person }));
  const staffed: { readonly code: string; readonly member: StaffMember }[] = [];
  for (const code of new Set(rows.map(({ grid }) => grid))) {
    const grid = await gridState(source, code);
    const members = (grid?.staff ?? []).filter((member) => member.person === person);
    staffed.push(...members.map((member) => ({ code, member })));
  }
  return staffed;
}

export const gridFacts = {
  gridOf: readGrid,
  gridAt: readGridAt,
  staffOf: readStaff,
  functionalGridsAt: readFunctionalGridsAt,
  stallGridOf: readStallGrid,
  gridsBelow: readBelow,
  neighboursIn: readNeighbours,
} satisfies Readonly<Record<string, FactReader>>;
