import type { Context, EventSpec } from '../../kernel/decider.ts';
import {
  checkInEventSchemas,
  evolveCheckIn,
  personOf,
  reportedOf,
  type CheckInEvent,
  type CheckInState,
} from './check-in.ts';
import { checkInCommandSpecs, type CheckInCommand } from './commands.ts';
import { decideCheckIn } from './decide.ts';
import { checkInFacts } from './facts.ts';
import { checkInViews } from './views.ts';

const first = (schema: EventSpec['schema']): EventSpec => ({ v: 1, schema });

/** Double check-in: serving members report where they live, units where they stand; each to one community at a time. */
export const checkInContext: Context<CheckInState, CheckInCommand, CheckInEvent> = {
  name: 'check-in',
  streams: ['check-in', 'unit-check-in'],
  lasting: ['check-in', 'unit-check-in'],
  commands: checkInCommandSpecs,
  events: {
    CheckInListed: first(checkInEventSchemas.CheckInListed),
    CheckInDelisted: first(checkInEventSchemas.CheckInDelisted),
    CheckedIn: first(checkInEventSchemas.CheckedIn),
    CheckInEnded: first(checkInEventSchemas.CheckInEnded),
  },
  decide: decideCheckIn,
  evolve: evolveCheckIn,
  views: checkInViews,
  facts: checkInFacts,
  sees: 'see:check-ins',
  about: (state) => ({
    owner: personOf(state),
    unit: state.unit ?? (state.kind === 'unit' ? state.id : undefined),
    territory: reportedOf(state)?.territory,
  }),
};
