import type { VolunteeringRules } from '../../governance-model/volunteering-rules.ts';
import { accept, unreachable, type Decision, type Setting } from '../../kernel/decider.ts';
import type { Facts } from '../../kernel/facts.ts';
import { refuseBy, type RefusalCatalogue } from '../../kernel/refusal.ts';
import { unitAmong } from '../places.ts';
import type { TeamCommand, TeamData } from './commands.ts';
import type { TeamEvent, TeamState } from './team.ts';

/** What a team may be refused for, and the capability that says so. */
export const teamRefusals = {
  'service-lacking': 'VOL-02',
  'team-exists': 'VOL-02',
  'team-unknown': 'VOL-02',
  'team-kind-unknown': 'VOL-02',
  'service-unit-unfit': 'VOL-02',
  'team-full': 'VOL-02',
  'already-member': 'VOL-02',
  'not-member': 'VOL-02',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(teamRefusals);
type Decided = Decision<TeamEvent>;
type Rules = NonNullable<VolunteeringRules['service']>;
type Standing = Extract<TeamState, { readonly stage: 'standing' }>;

/** As many as one stream bears; a larger team is several. */
const mostMembers = 1000;

function foundTeam(state: TeamState | undefined, data: TeamData<'FoundTeam'>, rules: Rules, facts: Facts): Decided {
  if (state !== undefined) return refuse('team-exists', { ids: [data.team] });
  const kind = rules.teams.find(({ id }) => id === data.kind);
  if (kind === undefined) return refuse('team-kind-unknown', { params: { kind: data.kind } });
  const territory = unitAmong(rules.units, data.unit, facts)?.territories[0];
  if (territory === undefined) return refuse('service-unit-unfit', { ids: [data.unit] });
  const { unit, name } = data;
  return accept({ type: 'TeamFounded', data: { unit, territory, kind: kind.id, by: kind.by, name } });
}

function joinTeam({ id, members, unit, territory }: Standing, { person }: TeamData<'JoinTeam'>): Decided {
  if (members.includes(person)) return refuse('already-member', { ids: [id, person] });
  if (members.length >= mostMembers) return refuse('team-full', { ids: [id], params: { limit: mostMembers } });
  return accept({ type: 'TeamJoined', data: { person, unit, territory } });
}

function leaveTeam({ id, members, unit, territory }: Standing, { person }: TeamData<'LeaveTeam'>): Decided {
  if (!members.includes(person)) return refuse('not-member', { ids: [id, person] });
  return accept({ type: 'TeamLeft', data: { person, unit, territory } });
}

/** Decides what may happen to a team. */
export function decideTeam(
  state: TeamState | undefined,
  command: TeamCommand,
  facts: Facts,
  { model }: Setting,
): Decided {
  const rules = model.volunteering?.service;
  if (rules === undefined) return refuse('service-lacking', { ids: [command.data.team] });
  if (command.type === 'FoundTeam') return foundTeam(state, command.data, rules, facts);
  if (state?.stage !== 'standing') return refuse('team-unknown', { ids: [command.data.team] });
  switch (command.type) {
    case 'JoinTeam':
      return joinTeam(state, command.data);
    case 'LeaveTeam':
      return leaveTeam(state, command.data);
    case 'DisbandTeam':
      return accept({ type: 'TeamDisbanded', data: { members: [...state.members] } });
    default:
      return unreachable(command);
  }
}
