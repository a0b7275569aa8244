import * as z from 'zod/mini';
import type { CommandSpec } from '../kernel/decider.ts';
import type { Message } from '../kernel/envelope.ts';
import { unitOf, type Facts } from '../kernel/facts.ts';
import { modelKey, personId, territoryCode, unitId, type UnitId } from '../kernel/ids.ts';
import { civilDate } from '../kernel/time.ts';
import { creditCode } from './credit-code.ts';
import { parentOf, seatHolder, staffCount, unitName, unitStream, type UnitState } from './unit.ts';

const of = { unit: unitId };
/** The day it holds from, today unless said; what is written down late may lie in the past. */
const on = z.optional(civilDate);

const description = { staff: z.optional(staffCount), trades: z.optional(z.array(modelKey).check(z.maxLength(20))) };

const schemas = {
  FoundUnit: z.strictObject({
    ...of,
    kind: modelKey,
    name: unitName,
    parent: z.optional(unitId),
    /** The codes that it answers for, the one it is known by first. */
    territories: z.array(territoryCode).check(z.minLength(1), z.maxLength(500)),
    creditCode: z.optional(creditCode),
    on,
    /** The day on which it ends by itself, of kinds that are founded for a time. */
    until: z.optional(civilDate),
  }),
  /** Takes in an organisation that has no superior: the model says whose it is. */
  TakeInUnit: z.strictObject({
    ...of,
    kind: modelKey,
    name: unitName,
    territories: z.array(territoryCode).check(z.minLength(1), z.maxLength(500)),
    creditCode: z.optional(creditCode),
    ...description,
    on,
  }),
  DescribeUnit: z.strictObject({ ...of, ...description }),
  /** Without a variant the unit works as the place does. */
  AdoptVariant: z.strictObject({ ...of, variant: z.optional(modelKey) }),
  /** Takes effect today, so that the tree of any day is one that stood. */
  MoveUnit: z.strictObject({ ...of, parent: unitId }),
  RenameUnit: z.strictObject({ ...of, name: unitName, on }),
  DissolveUnit: z.strictObject({ ...of, on: civilDate }),
  AppointHolder: z.strictObject({
    ...of,
    post: modelKey,
    person: personId,
    from: civilDate,
    until: z.optional(civilDate),
    partTimeFrom: z.optional(unitId),
  }),
  EndAppointment: z.strictObject({ ...of, post: modelKey, person: personId, on: civilDate }),
  ReelectBody: z.strictObject({
    ...of,
    term: z.strictObject({ from: civilDate, until: civilDate }),
    holders: z.array(seatHolder).check(z.minLength(1), z.maxLength(500)),
  }),
  PairBodies: z.strictObject({ ...of, with: unitId }),
  PartBodies: z.strictObject({ ...of, with: unitId }),
} as const;

type Schemas = typeof schemas;
/** What may be asked of a unit. */
export type OrganisationCommand = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];
export type OrganisationData<T extends keyof Schemas> = z.infer<Schemas[T]>;

const stream = (data: { readonly unit: string }) => unitStream(data.unit);

const spec = (type: keyof Schemas): CommandSpec<{ readonly unit: string }> => ({ schema: () => schemas[type], stream });

/** The territories of the units that stand; of one that is not there the rule speaks. */
const territoriesOf = (units: readonly (UnitId | undefined)[], facts: Facts): readonly string[] =>
  units.flatMap((id) => (id === undefined ? [] : (facts(unitOf(id))?.territories ?? [])));

/**
 * Whoever founds a unit answers for all its territories and for its superior. A unit under none is about no territory: it is
 * for those who may found units everywhere.
 */
const foundUnit: CommandSpec<OrganisationData<'FoundUnit'>> = {
  schema: () => schemas.FoundUnit,
  stream,
  begins: true,
  about: ({ territories, parent }, _state, facts) =>
    parent === undefined ? {} : { territory: [...territories, ...territoriesOf([parent], facts)] },
};

/** Whoever takes a unit in answers for its territories; its superior is found by rule. */
const takeInUnit: CommandSpec<OrganisationData<'TakeInUnit'>> = {
  schema: () => schemas.TakeInUnit,
  stream,
  begins: true,
  about: ({ territories }) => ({ territory: territories }),
};

/** A unit together with others that a command on it changes, so that no permission for the unit alone reaches them. */
const togetherWith =
  <Data>(others: (data: Data, unit: UnitState) => readonly (UnitId | undefined)[]) =>
  (data: Data, unit: UnitState | undefined, facts: Facts) =>
    unit === undefined ? {} : { territory: [...unit.territories, ...territoriesOf(others(data, unit), facts)] };

/** Moving is about the unit, where it stood and where it will stand. */
const moveUnit: CommandSpec<OrganisationData<'MoveUnit'>, UnitState> = {
  schema: () => schemas.MoveUnit,
  stream,
  about: togetherWith(({ parent }, unit) => [parentOf(unit), parent]),
};

/** Pairing two bodies, and parting them, is about both. */
const ofPair = (type: 'PairBodies' | 'PartBodies'): CommandSpec<OrganisationData<typeof type>, UnitState> => ({
  schema: () => schemas[type],
  stream,
  about: togetherWith((data) => [data.with]),
});

export const organisationCommandSpecs = {
  FoundUnit: foundUnit,
  TakeInUnit: takeInUnit,
  DescribeUnit: spec('DescribeUnit'),
  AdoptVariant: spec('AdoptVariant'),
  MoveUnit: moveUnit,
  RenameUnit: spec('RenameUnit'),
  DissolveUnit: spec('DissolveUnit'),
  AppointHolder: spec('AppointHolder'),
  EndAppointment: spec('EndAppointment'),
  ReelectBody: spec('ReelectBody'),
  PairBodies: ofPair('PairBodies'),
  PartBodies: ofPair('PartBodies'),
} as const;
