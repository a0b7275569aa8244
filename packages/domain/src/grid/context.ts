import * as z from 'zod/mini';
import type { Context, EventSpec } from '../kernel/decider.ts';
import type { FactSource, Standing } from '../kernel/facts.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import { gridCommandSpecs, type GridCommand } from './commands.ts';
import { decideGrid } from './decide.ts';
import { gridFacts, staffedBy } from './facts.ts';
import { evolveGrid, gridEventSchemas, type GridContextState, type GridEvent } from './grid.ts';
import { gridQuestions } from './questions.ts';
import { gridRow, gridViews } from './views.ts';

const first = (schema: EventSpec['schema']): EventSpec => ({ v: 1, schema });

const events = {
  PartitionDrawn: first(gridEventSchemas.PartitionDrawn),
  FunctionalGridFounded: first(gridEventSchemas.FunctionalGridFounded),
  GridMemberAssigned: first(gridEventSchemas.GridMemberAssigned),
  GridMemberRemoved: first(gridEventSchemas.GridMemberRemoved),
  FunctionalGridEnded: first(gridEventSchemas.FunctionalGridEnded),
  GridGivenUp: first(gridEventSchemas.GridGivenUp),
  CellEntered: first(gridEventSchemas.CellEntered),
  CellLeft: first(gridEventSchemas.CellLeft),
};

/** The kind of each grid; a code keeps its kind for as long as its grid is drawn. */
async function kindsOf(source: FactSource, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = z.parse(z.array(gridRow), await source.find('grids', { code: { in: codes } }));
  return new Map(rows.map(({ code, kind }) => [code, kind]));
}

/** A member of a grid acts over that grid, by the post held there. */
async function standings(person: PersonId, _at: Instant, source: FactSource): Promise<readonly Standing[]> {
  const staffed = await staffedBy(source, person);
  const codes = [...new Set(staffed.map(({ code }) => code))];
  const kinds = await kindsOf(source, codes);
  return staffed.flatMap(({ code, member: { post } }) => {
    const kind = kinds.get(code);
    return kind === undefined ? [] : [{ post, unit: code, kind, territories: [code] }];
  });
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
  lasting: ['partition', 'grid', 'cell'],
  commands: gridCommandSpecs,
  events,
  decide: decideGrid,
  evolve: evolveGrid,
  views: gridViews,
  questions: gridQuestions,
  facts: gridFacts,
  sees: 'see:grids',
  about: (state) => ({ territory: territoryOf(state) }),
  standings,
};
