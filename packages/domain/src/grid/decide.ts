import { accept, unreachable, type Decision, type Setting } from '../kernel/decider.ts';
import { gridOf, staffOf, type Facts } from '../kernel/facts.ts';
import { within, type StreamId } from '../kernel/ids.ts';
import { refuseBy, type Refusal, type RefusalCatalogue } from '../kernel/refusal.ts';
import { civilDateOf, type CivilDate } from '../kernel/time.ts';
import type { GovernanceModel } from '../governance-model/model.ts';
import { checkDrawing, drawingRefusals, partitionFault } from './check-drawing.ts';
import { neighbourFault, neighbourRefusals, strayFault } from './check-neighbours.ts';
import type { GridCommand, GridData } from './commands.ts';
import { neighboursIn } from './facts.ts';
import {
  cellStream,
  gridStream,
  isMember,
  partitionStream,
  type GridContextState,
  type GridEvent,
  type GridState,
  type Partition,
} from './grid.ts';
import { cellsOf, cellsOfGrids, groundOf } from './ground.ts';
import { communityOfGridCode, isMicroGridCode } from './geometry/grid-code.ts';

/** What may be refused about grids, and the capability that says so. */
export const gridRefusals = {
  ...drawingRefusals,
  ...neighbourRefusals,
  'community-outside': 'GRID-01',
  'grid-exists': 'GRID-02',
  'grid-unknown': 'GRID-01',
  'post-unknown': 'GRID-03',
  'post-not-in-grid': 'GRID-03',
  'already-holds': 'GRID-03',
  'not-held': 'GRID-03',
  'date-ahead': 'GRID-03',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(gridRefusals);
type Decided = Decision<GridEvent>;

/** Everything that a decision has before it. */
interface Desk {
  readonly facts: Facts;
  readonly setting: Setting;
}

/** An event on another stream, in the same commit. */
interface Beside {
  readonly stream: StreamId;
  readonly event: GridEvent;
}

const todayOf = ({ setting }: Desk): CivilDate => civilDateOf(setting.at, setting.model.workingTime);

const codeClaim = (code: string): string => `grid-code/${code}`;

/** The grids that a new drawing takes the place of, each with the cells it was found by. */
function replaced(before: Partition | undefined): { code: string; cells: string[] }[] {
  const grids = before?.grids ?? [];
  const ground = new Set(groundOf(grids));
  return grids.map((grid) => ({ code: grid.code, cells: ground.has(grid) ? [...cellsOf(grid.polygons ?? [])] : [] }));
}

/** Members of grids that are no more are free, in the same commit. */
function freed(codes: readonly string[], desk: Desk): Beside[] {
  const on = todayOf(desk);
  return codes.flatMap((code) => {
    const staff = desk.facts(staffOf(code)).map(({ person, post }) => ({ person, post }));
    return staff.length === 0
      ? []
      : [{ stream: gridStream(code), event: { type: 'GridGivenUp', data: { on, staff } } }];
  });
}

/** The cells that a community comes to, and those that it leaves: whoever draws there too sees their streams move. */
function moved(community: string, before: readonly string[], now: readonly string[]): Beside[] {
  const [old, kept] = [new Set(before), new Set(now)];
  const move = (type: 'CellEntered' | 'CellLeft') => (cell: string) => ({
    stream: cellStream(cell),
    event: { type, data: { community } },
  });
  return [
    ...now.filter((cell) => !old.has(cell)).map(move('CellEntered')),
    ...before.filter((cell) => !kept.has(cell)).map(move('CellLeft')),
  ];
}

/**
 * All territorial grids of a community, sound in themselves and clear of every neighbour's. A border that moves between two
 * communities is drawn first by the one that gives ground up.
 */
function drawPartition(before: Partition | undefined, data: GridData<'DrawPartition'>, desk: Desk): Decided {
  const { territory } = desk.setting.model;
  if (!within(territory, data.community)) {
    return refuse('community-outside', { ids: [data.community], params: { territory } });
  }
  const fault = checkDrawing(data, desk.setting.model);
  if (fault !== undefined) return fault;
  const { community, grids } = data;
  const cells = cellsOfGrids(grids);
  const overlap = neighbourFault(data, desk.facts(neighboursIn(community, ...cells)));
  if (overlap !== undefined) return overlap;
  const was = replaced(before);
  const [old, now] = [new Set(was.map(({ code }) => code)), new Set(grids.map(({ code }) => code))];
  const dropped = [...old].filter((code) => !now.has(code));
  const owner = partitionStream(community);
  return {
    events: [{ type: 'PartitionDrawn', data: { outline: data.outline, grids, was } }],
    also: [...moved(community, cellsOfGrids(before?.grids ?? []), cells), ...freed(dropped, desk)],
    claims: [...now].filter((code) => !old.has(code)).map((code) => ({ key: codeClaim(code), owner })),
    releases: dropped.map(codeClaim),
  };
}

function functionalFault(
  data: GridData<'FoundFunctionalGrid'>,
  model: GovernanceModel,
  facts: Facts,
): Refusal | undefined {
  const ids = [data.grid];
  if (!model.grids.kinds.some(({ id }) => id === 'functional')) return refuse('grid-kind-unknown', { ids });
  if (!isMicroGridCode(data.grid)) return refuse('grid-code-invalid', { ids });
  if (!within(model.territory, data.grid)) return refuse('grid-code-outside', { ids });
  const over = data.over ?? [];
  const strangers = over.filter((code) => facts(gridOf(code)) === undefined);
  if (strangers.length > 0) return refuse('grid-unknown', { ids: strangers });
  const ground = data.polygons ?? [];
  if (ground.length === 0) return over.length === 0 ? refuse('ground-missing', { ids }) : undefined;
  const shape = { code: data.grid, polygons: ground };
  const beside = () => facts(neighboursIn(communityOfGridCode(data.grid), ...cellsOf(ground)));
  return partitionFault(ground, [shape]) ?? strayFault(shape, over, beside());
}

/** A functional grid lies over others, so its ground may overlap any of its own community, and of those named; its code is as unique as any. */
function foundFunctionalGrid(
  before: GridState | undefined,
  data: GridData<'FoundFunctionalGrid'>,
  { facts, setting }: Desk,
): Decided {
  if (before?.stage === 'functional') return refuse('grid-exists', { ids: [data.grid] });
  const fault = functionalFault(data, setting.model, facts);
  if (fault !== undefined) return fault;
  return {
    events: [
      {
        type: 'FunctionalGridFounded',
        data: {
          community: communityOfGridCode(data.grid),
          purpose: data.purpose,
          name: data.name,
          over: [...new Set(data.over ?? [])],
          ...(data.polygons === undefined ? {} : { polygons: data.polygons }),
        },
      },
    ],
    claims: [{ key: codeClaim(data.grid), owner: gridStream(data.grid) }],
  };
}

/** Its code is free again, and so are its members; what lay in it lies in its other grids as before. */
function endFunctionalGrid(state: GridState | undefined, { grid }: GridData<'EndFunctionalGrid'>, desk: Desk): Decided {
  if (state?.stage !== 'functional') return refuse('grid-unknown', { ids: [grid] });
  const { community, over, polygons: ground = [], staff } = state;
  return {
    events: [
      {
        type: 'FunctionalGridEnded',
        data: {
          ...{ on: todayOf(desk), community, over: [...over], cells: [...cellsOf(ground)] },
          staff: staff.map(({ post, person }) => ({ post, person })),
        },
      },
    ],
    releases: [codeClaim(grid)],
  };
}

function assignGridMember(state: GridState | undefined, data: GridData<'AssignGridMember'>, desk: Desk): Decided {
  const { grid, ...member } = data;
  const at = desk.facts(gridOf(grid));
  if (at === undefined) return refuse('grid-unknown', { ids: [grid] });
  const post = desk.setting.model.grids.posts.find(({ id }) => id === member.post);
  if (post === undefined) return refuse('post-unknown', { params: { post: member.post } });
  if (!post.grids.some((kind) => kind === at.kind)) {
    return refuse('post-not-in-grid', { ids: [grid], params: { post: post.id, kind: at.kind } });
  }
  const today = todayOf(desk);
  if (member.from > today) return refuse('date-ahead', { params: { on: member.from, today } });
  if (state?.staff.some(isMember(member)) === true) {
    return refuse('already-holds', { ids: [member.person], params: { post: post.id } });
  }
  return accept({ type: 'GridMemberAssigned', data: member });
}

function removeGridMember(state: GridState | undefined, data: GridData<'RemoveGridMember'>, desk: Desk): Decided {
  const today = todayOf(desk);
  const on = data.on ?? today;
  const member = state?.staff.find(isMember(data));
  if (member === undefined || on < member.from)
    return refuse('not-held', { ids: [data.person], params: { post: data.post, on } });
  if (on > today) return refuse('date-ahead', { params: { on, today } });
  return accept({ type: 'GridMemberRemoved', data: { ...member, on } });
}

const asPartition = (state: GridContextState | undefined): Partition | undefined =>
  state?.stage === 'partition' ? state : undefined;
const asGrid = (state: GridContextState | undefined): GridState | undefined =>
  state?.stage === 'territorial' || state?.stage === 'functional' ? state : undefined;

/** Decides what may happen to the grids of a community, or to one grid. Cells only move with a community's grids. */
export function decideGrid(
  state: GridContextState | undefined,
  command: GridCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  const desk = { facts, setting };
  switch (command.type) {
    case 'DrawPartition':
      return drawPartition(asPartition(state), command.data, desk);
    case 'FoundFunctionalGrid':
      return foundFunctionalGrid(asGrid(state), command.data, desk);
    case 'EndFunctionalGrid':
      return endFunctionalGrid(asGrid(state), command.data, desk);
    case 'AssignGridMember':
      return assignGridMember(asGrid(state), command.data, desk);
    case 'RemoveGridMember':
      return removeGridMember(asGrid(state), command.data, desk);
    default:
      return unreachable(command);
  }
}
