import * as z from 'zod/mini';
import { teamBasis } from '../../governance-model/volunteering-rules.ts';
import { unreachable } from '../../kernel/decider.ts';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { modelKey, personId, streamKey, unitId, type PersonId, type UnitId } from '../../kernel/ids.ts';

/** Where a team belongs: the unit that founded it, and where that lies. */
const place = { unit: unitId, territory: z.string() };
const joined = z.strictObject({ person: personId, ...place });

/** A team was founded, of a kind of the model, which says what brings its members together. */
export const teamFounded = z.strictObject({ ...place, kind: modelKey, by: teamBasis, name: z.string() });
/** The team is no more; those who were in it are free. */
export const teamDisbanded = z.strictObject({ members: z.array(personId) });

/** The data of every event of a team, by the event's type. */
export const teamEventSchemas = {
  TeamFounded: teamFounded,
  TeamJoined: joined,
  TeamLeft: joined,
  TeamDisbanded: teamDisbanded,
} as const;

type Schemas = typeof teamEventSchemas;
/** What can happen to a team. */
export type TeamEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

interface Founded {
  readonly id: string;
  readonly unit: UnitId;
  readonly territory: string;
}

/** A team: while it stands it has members, afterwards none. */
export type TeamState =
  | (Founded & { readonly stage: 'standing'; readonly members: readonly PersonId[] })
  | (Founded & { readonly stage: 'disbanded' });

/** The stream of a team, by the team's id. */
export const teamStream = (id: string): `team/${string}` => `team/${id}`;

const withMembers = (state: TeamState, change: (members: readonly PersonId[]) => readonly PersonId[]): TeamState =>
  state.stage === 'standing' ? { ...state, members: change(state.members) } : state;

function next(state: TeamState, event: Exclude<Recorded<TeamEvent>, { readonly type: 'TeamFounded' }>): TeamState {
  switch (event.type) {
    case 'TeamJoined':
      return withMembers(state, (members) => [...members, event.data.person]);
    case 'TeamLeft':
      return withMembers(state, (members) => members.filter((one) => one !== event.data.person));
    case 'TeamDisbanded':
      return { stage: 'disbanded', id: state.id, unit: state.unit, territory: state.territory };
    default:
      return unreachable(event);
  }
}

/** Folds what happened into a team. */
export function evolveTeam(state: TeamState | undefined, event: Recorded<TeamEvent>): TeamState {
  if (event.type === 'TeamFounded') {
    const { unit, territory } = event.data;
    return { stage: 'standing', id: streamKey(event.stream), unit, territory, members: [] };
  }
  if (state === undefined) throw new Error(`${event.stream} begins with ${event.type}`);
  return next(state, event);
}
