import type { Context, EventSpec } from '../../kernel/decider.ts';
import { inOffice } from '../../kernel/personal.ts';
import { holdingCommandSpecs, type HoldingCommand } from './commands.ts';
import { decideHolding } from './decide.ts';
import { holdingFacts } from './facts.ts';
import { evolveHolding, holdingEventSchemas, type HoldingEvent, type HoldingState } from './holding.ts';
import { holdingViews } from './views.ts';

const first = (schema: EventSpec['schema']): EventSpec => ({ v: 1, schema });

/** What a grid holds: objects by category, people by number alone. */
export const holdingContext: Context<HoldingState, HoldingCommand, HoldingEvent> = {
  name: 'holding',
  streams: ['object', 'grid-people'],
  lasting: ['object', 'grid-people'],
  commands: holdingCommandSpecs,
  events: {
    ObjectRegistered: { ...first(holdingEventSchemas.ObjectRegistered), personal: { name: inOffice } },
    ObjectMoved: first(holdingEventSchemas.ObjectMoved),
    ObjectRetired: first(holdingEventSchemas.ObjectRetired),
    PeopleCounted: first(holdingEventSchemas.PeopleCounted),
  },
  decide: decideHolding,
  evolve: evolveHolding,
  views: holdingViews,
  facts: holdingFacts,
  sees: 'see:grid-objects',
  about: ({ grid }) => ({ territory: grid }),
};
