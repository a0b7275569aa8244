import * as z from 'zod/mini';
import type { Sealed } from '../../kernel/contents.ts';
import type { CommandSpec } from '../../kernel/decider.ts';
import type { Message } from '../../kernel/envelope.ts';
import { modelKey, objectId } from '../../kernel/ids.ts';
import { coordinateSystem, position } from '../../kernel/place.ts';
import { trimmed } from '../../kernel/text.ts';
import { gridPeopleStream, objectStream, type HoldingState } from './holding.ts';

const grid = z.string().check(z.regex(/^[0-9A-Z]{15}([0-9]{2})?$/));
const of = { object: objectId };

const schemas = {
  /** Registers a place, a thing or an organisation, by a name of 1 to 60 characters. */
  RegisterObject: z.strictObject({
    ...of,
    grid,
    kind: modelKey,
    name: z.string().check(trimmed, z.minLength(1), z.maxLength(60)),
    place: z.optional(z.strictObject({ position, system: coordinateSystem })),
  }),
  MoveObject: z.strictObject({ ...of, grid }),
  RetireObject: z.strictObject(of),
  /** States how many people of a kind a grid holds: a number, 0 to 10,000,000. */
  CountPeople: z.strictObject({ grid, kind: modelKey, count: z.int().check(z.minimum(0), z.maximum(10_000_000)) }),
} as const;

type Schemas = typeof schemas;
type Data<T extends keyof Schemas> = z.infer<Schemas[T]>;
export type RegisterObjectData = Sealed<Data<'RegisterObject'>, 'name'>;
export type CountPeopleData = Data<'CountPeople'>;
/** What may be asked of an object that is registered. */
export type ObjectStep = Message<'MoveObject', Data<'MoveObject'>> | Message<'RetireObject', Data<'RetireObject'>>;
/** What may be asked of what a grid holds. */
export type HoldingCommand =
  Message<'RegisterObject', RegisterObjectData> | Message<'CountPeople', CountPeopleData> | ObjectStep;

type Named = { readonly object: string };
const stream = (data: Named) => objectStream(data.object);

const register: CommandSpec<Named & { readonly grid: string }> = {
  schema: () => schemas.RegisterObject,
  stream,
  begins: true,
  seals: ['name'],
  about: (data) => ({ territory: data.grid }),
};
/** Whoever moves an object answers for both grids. */
const move: CommandSpec<Named & { readonly grid: string }, HoldingState> = {
  schema: () => schemas.MoveObject,
  stream,
  about: (data, state) => ({ territory: state === undefined ? data.grid : [state.grid, data.grid] }),
};
const retire: CommandSpec<Named, HoldingState> = {
  schema: () => schemas.RetireObject,
  stream,
  about: (_data, state) => ({ territory: state?.grid }),
};
const countPeople: CommandSpec<{ readonly grid: string }> = {
  schema: () => schemas.CountPeople,
  stream: (data) => gridPeopleStream(data.grid),
  begins: true,
  about: (data) => ({ territory: data.grid }),
};

/** Every command on what a grid holds. */
export const holdingCommandSpecs = {
  RegisterObject: register,
  MoveObject: move,
  RetireObject: retire,
  CountPeople: countPeople,
} as const;
