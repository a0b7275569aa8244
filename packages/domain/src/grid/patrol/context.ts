import type { Context, Due, EventSpec } from '../../kernel/decider.ts';
import { inOffice } from '../../kernel/personal.ts';
import { patrolCommandSpecs, type PatrolCommand } from './commands.ts';
import { decidePatrol } from './decide.ts';
import { patrolFacts } from './facts.ts';
import { evolvePatrol, isPatrol, patrolEventSchemas, type PatrolEvent, type PatrolState } from './patrol.ts';
import { patrolViews } from './views.ts';

const first = (schema: EventSpec['schema']): EventSpec => ({ v: 1, schema });
const withNote = (schema: EventSpec['schema']): EventSpec => ({ ...first(schema), personal: { note: inOffice } });

/** A patrol lapses, and the rounds of a day close, at the end of their day. */
function dueOf(state: PatrolState): Due | undefined {
  switch (state.stage) {
    case 'walking':
      return { at: state.until, command: { type: 'LapsePatrol', data: { patrol: state.id } } };
    case 'due':
      return { at: state.until, command: { type: 'CloseRounds', data: { grid: state.grid, day: state.day } } };
    default:
      return undefined;
  }
}

/** Patrols, and the rounds that are due in a grid each day. */
export const patrolContext: Context<PatrolState, PatrolCommand, PatrolEvent> = {
  name: 'patrol',
  streams: ['patrol', 'rounds'],
  commands: patrolCommandSpecs,
  events: {
    PatrolStarted: first(patrolEventSchemas.PatrolStarted),
    DoneOnTheSpot: withNote(patrolEventSchemas.DoneOnTheSpot),
    VisitNoted: withNote(patrolEventSchemas.VisitNoted),
    PatrolCaseAdded: first(patrolEventSchemas.PatrolCaseAdded),
    PatrolFinished: first(patrolEventSchemas.PatrolFinished),
    PatrolLapsed: first(patrolEventSchemas.PatrolLapsed),
    RoundsBegun: first(patrolEventSchemas.RoundsBegun),
    RoundDone: first(patrolEventSchemas.RoundDone),
    RoundsClosed: first(patrolEventSchemas.RoundsClosed),
    RoundsEnded: first(patrolEventSchemas.RoundsEnded),
  },
  decide: decidePatrol,
  evolve: evolvePatrol,
  views: patrolViews,
  facts: patrolFacts,
  sees: 'see:patrols',
  about: (state) => ({ territory: state.grid, owner: isPatrol(state) ? state.person : undefined }),
  due: dueOf,
};
