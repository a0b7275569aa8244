import * as z from 'zod/mini';
import type { EstablishmentRules } from '../../governance-model/admission-rules.ts';
import { unreachable, type CommandSpec } from '../../kernel/decider.ts';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { unitOf } from '../../kernel/facts.ts';
import { modelKey, personId, streamKey, territoryCode, unitId, type StreamId } from '../../kernel/ids.ts';
import { civilDate } from '../../kernel/time.ts';

const households = z.int().check(z.minimum(0), z.maximum(10_000_000));
const rank = { post: modelKey, grade: z.int() };
const place = { territories: z.array(territoryCode) };

/** How many households a community has, and what head-count follows from it. */
export const householdsStated = z.strictObject({ households, headcount: z.int(), ...place });
export const workerPlaced = z.strictObject({ person: personId, ...rank, on: civilDate, ...place });
export const workerPromoted = z.strictObject({
  person: personId,
  ...rank,
  was: z.strictObject(rank),
  on: civilDate,
  ...place,
});
/** `was` is the rank that was left; records from before it was kept have none. */
export const workerReleased = z.strictObject({
  person: personId,
  was: z.optional(z.strictObject(rank)),
  on: civilDate,
  ...place,
});

export const establishmentEventSchemas = {
  HouseholdsStated: householdsStated,
  WorkerPlaced: workerPlaced,
  WorkerPromoted: workerPromoted,
  WorkerReleased: workerReleased,
} as const;
type Events = typeof establishmentEventSchemas;
/** What can happen to a community's establishment. */
export type EstablishmentEvent = { [T in keyof Events]: Message<T, z.infer<Events[T]>> }[keyof Events];

/** A worker on the ladder. */
export interface Worker {
  readonly person: string;
  readonly post: string;
  readonly grade: number;
}

/** A community's establishment: how many it may have, and who they are. */
export interface EstablishmentState {
  readonly unit: string;
  readonly territories: readonly string[];
  readonly households: number;
  readonly headcount: number;
  readonly workers: readonly Worker[];
  /** Who worked here before, each with the last rank. */
  readonly former?: readonly Worker[];
}

export const establishmentStream = (unit: string): StreamId => `establishment/${unit}`;

/** Workers for so many households under the model's rule: a part of a worker counts as one. */
export const headcountFor = (rules: EstablishmentRules, count: number): number =>
  Math.ceil((count * rules.headcount.workers) / rules.headcount.households);

function released(before: EstablishmentState, person: string): EstablishmentState {
  const gone = before.workers.filter((one) => one.person === person);
  const others = (all: readonly Worker[]): readonly Worker[] => all.filter((one) => one.person !== person);
  return { ...before, workers: others(before.workers), former: [...others(before.former ?? []), ...gone] };
}

/** Folds what happened into an establishment. */
export function evolveEstablishment(
  state: EstablishmentState | undefined,
  event: Recorded<EstablishmentEvent>,
): EstablishmentState {
  const { stream, data } = event;
  const begun = { unit: streamKey(stream), territories: data.territories, households: 0, headcount: 0, workers: [] };
  const before: EstablishmentState = state ?? begun;
  const others = (person: string): readonly Worker[] => before.workers.filter((one) => one.person !== person);
  switch (event.type) {
    case 'HouseholdsStated':
      return { ...before, households: event.data.households, headcount: event.data.headcount };
    case 'WorkerPlaced':
    case 'WorkerPromoted': {
      const { person, post, grade } = event.data;
      return { ...before, workers: [...others(person), { person, post, grade }] };
    }
    case 'WorkerReleased':
      return released(before, event.data.person);
    default:
      return unreachable(event);
  }
}

const of = { unit: unitId };
const schemas = {
  StateHouseholds: z.strictObject({ ...of, households }),
  PlaceWorker: z.strictObject({ ...of, person: personId, ...rank }),
  PromoteWorker: z.strictObject({ ...of, person: personId, ...rank }),
  ReleaseWorker: z.strictObject({ ...of, person: personId }),
} as const;
type Schemas = typeof schemas;
/** What may be asked of a community's establishment. */
export type EstablishmentCommand = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

const spec = (schema: z.ZodMiniType): CommandSpec<EstablishmentCommand['data'], EstablishmentState> => ({
  schema: () => schema,
  stream: ({ unit }) => establishmentStream(unit),
  begins: true,
  about: ({ unit }, state, facts) => ({ unit, territory: facts(unitOf(unit))?.territories ?? state?.territories }),
});

export const establishmentCommandSpecs = {
  StateHouseholds: spec(schemas.StateHouseholds),
  PlaceWorker: spec(schemas.PlaceWorker),
  PromoteWorker: spec(schemas.PromoteWorker),
  ReleaseWorker: spec(schemas.ReleaseWorker),
} as const;
