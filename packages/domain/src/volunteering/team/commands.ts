import * as z from 'zod/mini';
import type { CommandSpec } from '../../kernel/decider.ts';
import type { Message } from '../../kernel/envelope.ts';
import { modelKey, personId, teamId, unitId } from '../../kernel/ids.ts';
import { territoryOf } from '../places.ts';
import { teamStream, type TeamState } from './team.ts';

const of = { team: teamId };

const schemas = {
  /** Founds a team in a unit. The name, of 1 to 100 characters, is the team's, not a person's. */
  FoundTeam: z.strictObject({
    ...of,
    unit: unitId,
    kind: modelKey,
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
  }),
  JoinTeam: z.strictObject({ ...of, person: personId }),
  LeaveTeam: z.strictObject({ ...of, person: personId }),
  DisbandTeam: z.strictObject(of),
} as const;

type Schemas = typeof schemas;
/** What may be asked of a team. */
export type TeamCommand = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];
/** What one of them says. */
export type TeamData<T extends keyof Schemas> = z.infer<Schemas[T]>;

const stream = (data: { readonly team: string }) => teamStream(data.team);

const found: CommandSpec<TeamData<'FoundTeam'>> = {
  schema: () => schemas.FoundTeam,
  stream,
  begins: true,
  about: ({ unit }, _state, facts) => ({ unit, territory: territoryOf(unit, facts) }),
};
const step = (
  schema: z.ZodMiniType,
): CommandSpec<TeamData<'DisbandTeam'> & { readonly person?: string }, TeamState> => ({
  schema: () => schema,
  stream,
  about: ({ person }, state) => ({ owner: person, unit: state?.unit, territory: state?.territory }),
});

/** Every command on a team: what it may say, the stream it is decided on, whose it is. */
export const teamCommandSpecs = {
  FoundTeam: found,
  JoinTeam: step(schemas.JoinTeam),
  LeaveTeam: step(schemas.LeaveTeam),
  DisbandTeam: step(schemas.DisbandTeam),
} as const;
