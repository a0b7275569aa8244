import * as z from 'zod/mini';
import { teamBasis } from '../../governance-model/volunteering-rules.ts';
import { streamKey } from '../../kernel/ids.ts';
import { table } from '../../kernel/views.ts';
import type { TeamEvent } from './team.ts';

/** A team that stands. */
export const teamRow = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  territory: z.string(),
  kind: z.string(),
  by: teamBasis,
  /** How many they are; left out for whoever may not see who they are, since few might point at somebody. */
  members: z.optional(z.number()),
});
export type TeamRow = z.infer<typeof teamRow>;

/** Teams, by the unit that has them and by what brings their members together. */
export const teams = table<TeamRow, TeamEvent>({
  name: 'teams',
  row: teamRow,
  on: ['TeamFounded', 'TeamJoined', 'TeamLeft', 'TeamDisbanded'],
  keys: ({ stream }) => [streamKey(stream)],
  project(row, event, id) {
    if (event.type === 'TeamFounded') return { id, ...event.data, members: 0 };
    if (row === undefined || event.type === 'TeamDisbanded') return undefined;
    return { ...row, members: (row.members ?? 0) + (event.type === 'TeamJoined' ? 1 : -1) };
  },
  indexes: [['unit'], ['by', 'territory'], ['territory']],
  about: { territory: 'territory', unit: 'unit' },
  hides: { members: 'see:team-members' },
});

/** One who is in a team. */
export const teamMemberRow = z.object({
  id: z.string(),
  team: z.string(),
  person: z.string(),
  unit: z.string(),
  territory: z.string(),
});
export type TeamMemberRow = z.infer<typeof teamMemberRow>;

type Moved = Exclude<TeamEvent, { readonly type: 'TeamFounded' }>;

/** Who is in which team. */
export const teamMembers = table<TeamMemberRow, Moved>({
  name: 'team-members',
  row: teamMemberRow,
  on: ['TeamJoined', 'TeamLeft', 'TeamDisbanded'],
  keys({ stream, data }) {
    const members = 'members' in data ? data.members : [data.person];
    return members.map((person) => `${streamKey(stream)}/${person}`);
  },
  project: (_row, event, id) =>
    event.type === 'TeamJoined' ? { id, team: streamKey(event.stream), ...event.data } : undefined,
  indexes: [['team', 'person'], ['person'], ['territory'], ['unit']],
  about: { territory: 'territory', unit: 'unit', owner: 'person' },
});

/** Read models of teams. */
export const teamViews = [teams, teamMembers] as const;
