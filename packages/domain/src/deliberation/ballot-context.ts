import type { Context, EventSpec } from '../kernel/decider.ts';
import { ballotId } from '../kernel/ids.ts';
import { ballotEventSchemas, evolveBallot, type BallotEvent, type BallotState } from './ballot.ts';
import { ballotCommandSpecs, type BallotCommand } from './ballot-commands.ts';
import { decideBallot } from './ballot-decide.ts';
import { ballotFacts } from './deliberation-facts.ts';
import { ballotViews } from './ballot-views.ts';

const first = (schema: EventSpec['schema']): EventSpec => ({ v: 1, schema });

/** Ballots, open or secret: a list of those due, one vote each, a quorum and a majority. They close by themselves. */
export const ballotContext: Context<BallotState, BallotCommand, BallotEvent> = {
  name: 'ballots',
  streams: ['ballot'],
  commands: ballotCommandSpecs,
  events: {
    BallotOpened: first(ballotEventSchemas.BallotOpened),
    ProxyAppointed: first(ballotEventSchemas.ProxyAppointed),
    VoteCast: first(ballotEventSchemas.VoteCast),
    PaperHandedOut: first(ballotEventSchemas.PaperHandedOut),
    UrnOpened: first(ballotEventSchemas.UrnOpened),
    PaperCast: first(ballotEventSchemas.PaperCast),
    BallotClosed: first(ballotEventSchemas.BallotClosed),
  },
  decide: decideBallot,
  evolve: evolveBallot,
  views: ballotViews,
  facts: ballotFacts,
  sees: 'see:ballots',
  about: ({ territories, units }) => ({ territory: territories, unit: units[0] }),
  due: (state) =>
    state.stage === 'open'
      ? { at: state.closesAt, command: { type: 'CloseBallot', data: { ballot: ballotId.parse(state.id) } } }
      : undefined,
};
