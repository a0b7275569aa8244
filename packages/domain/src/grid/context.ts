import type { Context, EventSpec } from '../kernel/decider.ts';
import type { FactSource, Standing } from '../kernel/facts.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import { gridCommandSpecs, type GridCommand } from './commands.ts';
import { decideGrid } from './decide.ts';
import { gridFacts, staffedBy } from './facts.ts';
import { evolveGrid, gridEventSchemas, type GridContextState, type GridEvent } from './grid.ts';
import { gridViews } from './views.ts';

const first = (schema: EventSpec['schema']): EventSpec => ({ v: 1, schema });

const events = {
  PartitionDrawn: first(gridEventSchemas.PartitionDrawn),
  FunctionalGridFounded: first(gridEventSchemas.FunctionalGridFounded),
  GridMemberAssigned: first(gridEventSchemas.GridMemberAssigned),
  GridMemberRemoved: first(gridEventSchemas.GridMemberRemoved),
  GridGivenUp: first(gridEventSchemas.GridGivenUp),
  CellEntered: first(gridEventSchemas.CellEntered),
  CellLeft: first(gridEventSchemas.CellLeft),
};

/** A member of a grid acts over that grid, by the post held there. */
async function standings(person: PersonId, _at: Instant, source: FactSource): Promise<readonly Standing[]> {
  const staffed = await staffedBy(source, person);
  return staffed.map(({ code, member }) => ({ post: member.post, unit: code, territories: [code] }));
}

/** Who may see a cell must reach every community in it. */
function territoryOf(state: GridContextState): string | readonly string[] {
  if (state.stage === 'cell') return state.communities;
  return state.stage === 'partition' ? state.community : state.code;
}

/** Grids: how a community is parted, what is laid over it, who staffs them, and which one a place lies in. */
export const gridContext: Context<GridContextState, GridCommand, GridEvent> = {
  name: 'grid',
  streams: ['partition', 'grid', 'cell'],
  commands: gridCommandSpecs,
  events,
  decide: decideGrid,
  evolve: evolveGrid,
  views: gridViews,
  facts: gridFacts,
  sees: 'see:grids',
  about: (state) => ({ territory: territoryOf(state) }),
  standings,
};
