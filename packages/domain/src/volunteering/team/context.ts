import type { Context, EventSpec } from '../../kernel/decider.ts';
import { fact, type FactReader } from '../../kernel/facts.ts';
import { teamCommandSpecs, type TeamCommand } from './commands.ts';
import { decideTeam } from './decide.ts';
import { evolveTeam, teamEventSchemas, teamStream, type TeamEvent, type TeamState } from './team.ts';
import { teamViews } from './views.ts';

const first = (schema: EventSpec['schema']): EventSpec => ({ v: 1, schema });

/** Whether a team of that id stands. */
export const teamStands = fact<boolean>()<[team: string]>('teamStands');

const readTeamStands: FactReader = async (source, id) =>
  (await source.load<TeamState>(teamStream(String(id))))?.stage === 'standing';

/** Teams of volunteers: brought together by affiliation, activity, area or trade. */
export const teamContext: Context<TeamState, TeamCommand, TeamEvent> = {
  name: 'team',
  streams: ['team'],
  lasting: ['team'],
  commands: teamCommandSpecs,
  events: {
    TeamFounded: first(teamEventSchemas.TeamFounded),
    TeamJoined: first(teamEventSchemas.TeamJoined),
    TeamLeft: first(teamEventSchemas.TeamLeft),
    TeamDisbanded: first(teamEventSchemas.TeamDisbanded),
  },
  decide: decideTeam,
  evolve: evolveTeam,
  views: teamViews,
  facts: { teamStands: readTeamStands },
  sees: 'see:teams',
  about: ({ unit, territory }) => ({ unit, territory }),
};
