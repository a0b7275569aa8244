import * as z from 'zod/mini';
import type { CommandSpec } from '../../kernel/decider.ts';
import type { Message } from '../../kernel/envelope.ts';
import type { Facts } from '../../kernel/facts.ts';
import { personId, unitId } from '../../kernel/ids.ts';
import type { Subject } from '../../kernel/views.ts';
import { territoryOf } from '../places.ts';
import { checkInStream, reportedOf, unitCheckInStream, type CheckInState } from './check-in.ts';

const person = { person: personId };
const unit = { unit: unitId };

const schemas = {
  /** A unit notes that a serving member of its own is due to report where they live. */
  ListMember: z.strictObject({ ...person, ...unit }),
  DelistMember: z.strictObject(person),
  /** A serving member reports to a community; whoever is with another leaves it by that. */
  CheckIn: z.strictObject({ ...person, community: unitId }),
  EndCheckIn: z.strictObject(person),
  /** Notes that a unit is due to report to the community where it stands. */
  ListUnit: z.strictObject(unit),
  DelistUnit: z.strictObject(unit),
  CheckInUnit: z.strictObject({ ...unit, community: unitId }),
  EndUnitCheckIn: z.strictObject(unit),
} as const;

type Schemas = typeof schemas;
/** What may be asked of the check-in of a serving member, or of a unit. */
export type CheckInCommand = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

type Asked = CheckInCommand['data'];

/** The stream that a command is about: a person's where it names one. */
const stream = (data: Asked) => ('person' in data ? checkInStream(data.person) : unitCheckInStream(data.unit));

/** Whose it is, and the community that it is about: the one named, else the one they are with. */
function about(data: Asked, state: CheckInState | undefined, facts: Facts): Subject {
  const owner = 'person' in data ? data.person : undefined;
  const own = 'unit' in data ? data.unit : state?.unit;
  const territory = 'community' in data ? territoryOf(data.community, facts) : reportedOf(state)?.territory;
  return { owner, unit: own, territory };
}

const spec = (schema: z.ZodMiniType, rest: { readonly begins?: true } = {}): CommandSpec<Asked, CheckInState> => ({
  schema: () => schema,
  stream,
  about,
  ...rest,
});
const first = { begins: true } as const;

/** Every command on a check-in: what it may say, the stream it is decided on, whose it is. */
export const checkInCommandSpecs = {
  ListMember: spec(schemas.ListMember, first),
  DelistMember: spec(schemas.DelistMember),
  CheckIn: spec(schemas.CheckIn, first),
  EndCheckIn: spec(schemas.EndCheckIn),
  ListUnit: spec(schemas.ListUnit, first),
  DelistUnit: spec(schemas.DelistUnit),
  CheckInUnit: spec(schemas.CheckInUnit, first),
  EndUnitCheckIn: spec(schemas.EndUnitCheckIn),
} as const;
