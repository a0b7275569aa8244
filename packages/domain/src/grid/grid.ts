import { produce, type Draft } from 'immer';
import * as z from 'zod/mini';
import type { Message, Recorded } from '../kernel/envelope.ts';
import { modelKey, personId, streamKey } from '../kernel/ids.ts';
import { position } from '../kernel/place.ts';
import { civilDate, type CivilDate } from '../kernel/time.ts';
import { gridKind } from '../governance-model/grid-kinds.ts';

/** The coordinates of a MultiPolygon (RFC 7946) in WGS-84 degrees; at most 20,000 corners a ring. */
export const polygons = z.array(z.array(z.array(position).check(z.minLength(4), z.maxLength(20_000))));

/** Stalls of a market by their numbers, the first and the last of them included. */
export const stallRange = z.strictObject({
  from: z.int().check(z.minimum(1), z.maximum(20_000)),
  to: z.int().check(z.minimum(1), z.maximum(20_000)),
});
export type StallRange = z.infer<typeof stallRange>;

/** Name of a grid, 1 to 60 characters. */
export const gridName = z.string().check(z.trim(), z.minLength(1), z.maxLength(60));

/** A territorial grid as it is drawn. A trade micro-grid has stalls of its market's and no ground of its own. */
export const drawnGrid = z.strictObject({
  code: z.string(),
  kind: gridKind,
  name: gridName,
  households: z.optional(z.int().check(z.minimum(0))),
  polygons: z.optional(polygons),
  stalls: z.optional(z.array(stallRange).check(z.minLength(1), z.maxLength(1000))),
});
export type DrawnGrid = z.infer<typeof drawnGrid>;

/** A person who staffs a grid, by a post and from a day. */
export const staffMember = z.strictObject({ post: modelKey, person: personId, from: civilDate });
export type StaffMember = z.infer<typeof staffMember>;

export const partitionDrawn = z.strictObject({
  outline: polygons,
  grids: z.array(drawnGrid),
  /** The grids that it takes the place of, each with the cells it was found by. */
  was: z.array(z.strictObject({ code: z.string(), cells: z.array(z.string()) })),
});
export const functionalGridFounded = z.strictObject({
  community: z.string(),
  purpose: modelKey,
  name: gridName,
  over: z.array(z.string()),
  polygons: z.optional(polygons),
});
export const gridMemberRemoved = z.strictObject({ ...staffMember.shape, on: civilDate });
/** A grid that a new drawing left out: its members are free. */
export const gridGivenUp = z.strictObject({
  on: civilDate,
  staff: z.array(z.strictObject({ post: modelKey, person: personId })),
});
/** A grid laid for a purpose is no more, with the grids it lay over and the cells it was found by: its members are free. */
export const functionalGridEnded = z.strictObject({
  ...gridGivenUp.shape,
  community: z.string(),
  over: z.array(z.string()),
  cells: z.array(z.string()),
});
/** A community whose ground came to reach into a cell of the lattice, or reaches into it no more. */
export const cellMoved = z.strictObject({ community: z.string() });

export const gridEventSchemas = {
  PartitionDrawn: partitionDrawn,
  FunctionalGridFounded: functionalGridFounded,
  GridMemberAssigned: staffMember,
  GridMemberRemoved: gridMemberRemoved,
  GridGivenUp: gridGivenUp,
  FunctionalGridEnded: functionalGridEnded,
  CellEntered: cellMoved,
  CellLeft: cellMoved,
} as const;

type Schemas = typeof gridEventSchemas;
/** What can happen to the grids of a community, to one grid, or to a cell that communities share. */
export type GridEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

/** All territorial grids of one community, which together cover its outline once. */
export interface Partition {
  readonly stage: 'partition';
  readonly community: string;
  readonly outline: z.infer<typeof polygons>;
  readonly grids: readonly DrawnGrid[];
}
interface Staffed {
  readonly code: string;
  readonly staff: readonly StaffMember[];
  /** Who staffed it before, and until before which day. */
  readonly former?: readonly (StaffMember & { readonly until: CivilDate })[] | undefined;
}
/** Who staffs a territorial grid; its ground is in the partition. */
export type TerritorialGrid = Staffed & { readonly stage: 'territorial' };
/** A grid laid over territorial ones for a purpose: over whole grids, over ground of its own, or both. */
export type FunctionalGrid = Staffed & {
  readonly stage: 'functional';
  readonly community: string;
  readonly purpose: string;
  readonly name: string;
  readonly over: readonly string[];
  readonly polygons?: z.infer<typeof polygons> | undefined;
};
export type GridState = TerritorialGrid | FunctionalGrid;
/**
 * A cell of the lattice and the communities whose ground may reach into it, by code. Whoever draws there looks at its stream,
 * and moves it on coming or going: so of two communities that are drawn at the same time one sees the other.
 */
export interface Cell {
  readonly stage: 'cell';
  readonly communities: readonly string[];
}
export type GridContextState = Partition | GridState | Cell;

export const partitionStream = (community: string): `partition/${string}` => `partition/${community}`;
export const gridStream = (code: string): `grid/${string}` => `grid/${code}`;
export const cellStream = (cell: string): `cell/${string}` => `cell/${cell}`;

/** Whether a member is the one of that post and person. */
export const isMember =
  ({ post, person }: { readonly post: string; readonly person: string }) =>
  (member: StaffMember): boolean =>
    member.post === post && member.person === person;

type Data<T extends keyof Schemas> = z.infer<Schemas[T]>;
type Grid = Draft<GridState>;

const draw = (community: string, { outline, grids }: Data<'PartitionDrawn'>): Partition => ({
  stage: 'partition',
  community,
  outline,
  grids,
});

/** Laid anew under a code that another had before, it keeps who staffed that. */
const found = (
  code: string,
  data: Data<'FunctionalGridFounded'>,
  before: GridContextState | undefined,
): FunctionalGrid => ({
  stage: 'functional',
  code,
  ...data,
  staff: [],
  former: before?.stage === 'territorial' ? before.former : undefined,
});

// Marked as pure, so that a page that only reads views does not carry immer along.
const assign = /* @__PURE__ */ produce((grid: Grid, member: StaffMember) => {
  grid.staff.push(member);
});

/** Who was removed on the first day never was a member. */
function leave(grid: Grid, gone: readonly StaffMember[], on: CivilDate): void {
  const served = gone.filter(({ from }) => from < on).map((member) => ({ ...member, until: on }));
  grid.former = [...(grid.former ?? []), ...served];
  grid.staff = grid.staff.filter((member) => !gone.includes(member));
}

const remove = /* @__PURE__ */ produce((grid: Grid, gone: Data<'GridMemberRemoved'>) => {
  leave(grid, grid.staff.filter(isMember(gone)), gone.on);
});

const giveUp = /* @__PURE__ */ produce((grid: Grid, { on }: { readonly on: CivilDate }) => {
  leave(grid, grid.staff, on);
});

type CellEvent = Extract<Recorded<GridEvent>, { type: 'CellEntered' | 'CellLeft' }>;
type StaffEvent = Exclude<Recorded<GridEvent>, CellEvent | { type: 'PartitionDrawn' | 'FunctionalGridFounded' }>;

function shared(cell: Cell, { type, data: { community } }: CellEvent): Cell {
  const others = cell.communities.filter((one) => one !== community);
  return { stage: 'cell', communities: type === 'CellLeft' ? others : [...others, community].sort() };
}

function staffed(grid: GridState, event: StaffEvent): GridState {
  switch (event.type) {
    case 'GridMemberAssigned':
      return assign(grid, event.data);
    case 'GridMemberRemoved':
      return remove(grid, event.data);
    case 'GridGivenUp':
      return giveUp(grid, event.data);
    case 'FunctionalGridEnded': {
      const { code, staff, former } = giveUp(grid, event.data);
      return { stage: 'territorial', code, staff, former };
    }
  }
}

/** Folds what happened. The stream of a territorial grid begins with its first member. */
export function evolveGrid(state: GridContextState | undefined, event: Recorded<GridEvent>): GridContextState {
  const key = streamKey(event.stream);
  if (event.type === 'PartitionDrawn') return draw(key, event.data);
  if (event.type === 'FunctionalGridFounded') return found(key, event.data, state);
  if (event.type === 'CellEntered' || event.type === 'CellLeft') {
    return shared(state?.stage === 'cell' ? state : { stage: 'cell', communities: [] }, event);
  }
  if (state?.stage === 'partition' || state?.stage === 'cell') throw new Error(`${event.stream} has no members`);
  return staffed(state ?? { stage: 'territorial', code: key, staff: [] }, event);
}
