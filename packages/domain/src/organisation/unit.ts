import { produce, type Draft } from 'immer';
import * as z from 'zod/mini';
import type { Message, Recorded } from '../kernel/envelope.ts';
import { modelKey, personId, territoryCode, unitId, type PersonId, type UnitId } from '../kernel/ids.ts';
import { civilDate, instant, type CivilDate, type Instant } from '../kernel/time.ts';
import { creditCode } from './credit-code.ts';
import { covers, earlier, hasDays } from './period.ts';

/** Name of an organisation, 1 to 60 characters. Public, not personal, so it stands in the event itself. */
export const unitName = z.string().check(z.trim(), z.minLength(1), z.maxLength(60));

/** A post held by a person from a day on, and before a day where it ends. */
export const appointment = z.strictObject({
  post: modelKey,
  person: personId,
  from: civilDate,
  until: z.optional(civilDate),
  /** The unit that a part-time holder belongs to and goes on belonging to. */
  partTimeFrom: z.optional(unitId),
});
export type Appointment = z.infer<typeof appointment>;

/** Staff of a unit, 0 to 1,000,000. */
export const staffCount = z.int().check(z.minimum(0), z.maximum(1_000_000));

const term = z.strictObject({ from: civilDate, until: civilDate });

/** A seat filled at a re-election; its term is the body's. */
export const seatHolder = z.strictObject({ post: modelKey, person: personId, partTimeFrom: z.optional(unitId) });

/** What tells an appointment from all others in its unit. */
const appointmentKey = z.strictObject({ post: modelKey, person: personId, from: civilDate });

export const unitFounded = z.strictObject({
  kind: modelKey,
  name: unitName,
  parent: z.optional(unitId),
  territories: z.array(territoryCode),
  creditCode: z.optional(creditCode),
  on: civilDate,
  /** The day on which it ends by itself, and the first moment of that day. */
  until: z.optional(civilDate),
  endsAt: z.optional(instant),
  staff: z.optional(staffCount),
  trades: z.optional(z.array(modelKey)),
  /** The model's rule that gave it its superior, where nobody named one. */
  assignedBy: z.optional(modelKey),
});
/** How many work there, and of which trades it is, or whose branch it is. What is not said stays. */
export const unitDescribed = z.strictObject({ staff: z.optional(staffCount), trades: z.optional(z.array(modelKey)) });
/** It works from that day on by a variant of the model, or without one again. */
export const variantAdopted = z.strictObject({
  variant: z.optional(modelKey),
  was: z.optional(modelKey),
  territories: z.array(territoryCode),
  on: civilDate,
});
export const unitMoved = z.strictObject({ parent: unitId, was: z.optional(unitId), on: civilDate });
export const unitRenamed = z.strictObject({ name: unitName, was: unitName, on: civilDate });
export const unitDissolved = z.strictObject({
  on: civilDate,
  territories: z.array(territoryCode),
  /** Appointments that end with it. */
  ended: z.array(appointmentKey),
});
/** A unit came to stand under this one. Nothing changes here but the version, which guards what is asked of those below. */
export const subordinatePlaced = z.strictObject({ unit: unitId, kind: modelKey, on: civilDate });
export const subordinateLeft = z.strictObject({ unit: unitId, kind: modelKey, on: civilDate });
export const holderAppointed = z.strictObject({ ...appointment.shape, territory: territoryCode });
export const appointmentEnded = z.strictObject({ ...appointmentKey.shape, on: civilDate });
export const bodyReelected = z.strictObject({
  term,
  holders: z.array(seatHolder),
  ended: z.array(appointmentKey),
  territory: territoryCode,
});
export const bodiesPaired = z.strictObject({ with: unitId, on: civilDate });
export const bodiesParted = z.strictObject({ with: unitId, on: civilDate });

export const organisationEventSchemas = {
  UnitFounded: unitFounded,
  UnitDescribed: unitDescribed,
  VariantAdopted: variantAdopted,
  UnitMoved: unitMoved,
  UnitRenamed: unitRenamed,
  UnitDissolved: unitDissolved,
  SubordinatePlaced: subordinatePlaced,
  SubordinateLeft: subordinateLeft,
  HolderAppointed: holderAppointed,
  AppointmentEnded: appointmentEnded,
  BodyReelected: bodyReelected,
  BodiesPaired: bodiesPaired,
  BodiesParted: bodiesParted,
} as const;

type Schemas = typeof organisationEventSchemas;
/** What can happen to a unit. */
export type OrganisationEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

/** A unit with its history: what it was called, where it stood, who held its posts. The last of each list is now. */
interface Body {
  readonly id: UnitId;
  readonly kind: string;
  readonly territories: readonly string[];
  readonly creditCode?: string | undefined;
  readonly from: CivilDate;
  /** The last day on which its place in the tree, or that of a unit under it, changed. */
  readonly changedOn: CivilDate;
  readonly names: readonly { readonly name: string; readonly from: CivilDate }[];
  readonly parents: readonly { readonly parent?: UnitId | undefined; readonly from: CivilDate }[];
  readonly pairedWith?: UnitId | undefined;
  /** When it ends by itself; undefined where it was not founded for a time. */
  readonly ends?: { readonly on: CivilDate; readonly at: Instant } | undefined;
  readonly staff?: number | undefined;
  readonly trades: readonly string[];
  /** Variants of the model that it worked by, each from a day on. */
  readonly variants: readonly { readonly variant?: string | undefined; readonly from: CivilDate }[];
  readonly appointments: readonly Appointment[];
}
export type StandingUnit = Body & { readonly stage: 'standing' };
export type DissolvedUnit = Body & { readonly stage: 'dissolved'; readonly until: CivilDate };
export type UnitState = StandingUnit | DissolvedUnit;

export const unitStream = (id: string): `unit/${string}` => `unit/${id}`;

/** The unit above, or undefined at the top. */
export const parentOf = ({ parents }: UnitState): UnitId | undefined => parents[parents.length - 1]?.parent;
/** The variant that a unit works by on a day; undefined where by none. */
export const variantOn = ({ variants }: Pick<UnitState, 'variants'>, on: CivilDate): string | undefined =>
  variants.reduce<string | undefined>((last, { variant, from }) => (from <= on ? variant : last), undefined);
export const nameOf = ({ names }: UnitState): string => names[names.length - 1]?.name ?? '';

/** Appointments in force on a day: from their first day on, and not any more on the day they end. */
export const appointmentsOn = ({ appointments }: UnitState, on: CivilDate): readonly Appointment[] =>
  appointments.filter((one) => covers(one, on));

/** Who holds a post on a day. */
export const holdersOn = (unit: UnitState, post: string, on: CivilDate): readonly PersonId[] =>
  appointmentsOn(unit, on)
    .filter((one) => one.post === post)
    .map(({ person }) => person);

/** Everyone with a post in the unit on a day. */
export const membersOn = (
  unit: UnitState,
  on: CivilDate,
): readonly { readonly person: PersonId; readonly post: string }[] =>
  appointmentsOn(unit, on).map(({ person, post }) => ({ person, post }));

/** An appointment that ends on a day; undefined where nothing is left of it. */
export function endedOn(one: Appointment, on: CivilDate): Appointment | undefined {
  const ended = { ...one, until: earlier(one.until, on) };
  return hasDays(ended) ? ended : undefined;
}

const endAll = (appointments: readonly Appointment[], on: CivilDate): Appointment[] =>
  appointments.flatMap((one) => endedOn(one, on) ?? []);

/** What begins on the day that the last entry began on takes its place. */
function follow<Entry extends { from: CivilDate }>(entries: Entry[], next: Entry): void {
  if (entries[entries.length - 1]?.from === next.from) entries.pop();
  entries.push(next);
}

type Unit = Draft<UnitState>;
type Data<T extends keyof Schemas> = z.infer<Schemas[T]>;

const begin = (id: string, data: Data<'UnitFounded'>): StandingUnit => ({
  stage: 'standing',
  id: unitId.parse(id),
  kind: data.kind,
  territories: data.territories,
  creditCode: data.creditCode,
  from: data.on,
  changedOn: data.on,
  names: [{ name: data.name, from: data.on }],
  parents: [{ parent: data.parent, from: data.on }],
  ends: data.until === undefined || data.endsAt === undefined ? undefined : { on: data.until, at: data.endsAt },
  staff: data.staff,
  trades: data.trades ?? [],
  variants: [],
  appointments: [],
});

// Marked as pure, so that a page that only reads views does not carry immer along.
const move = /* @__PURE__ */ produce((unit: Unit, { parent, on }: Data<'UnitMoved'>) => {
  follow(unit.parents, { parent, from: on });
  unit.changedOn = on;
});

const rename = /* @__PURE__ */ produce((unit: Unit, { name, on }: Data<'UnitRenamed'>) => {
  follow(unit.names, { name, from: on });
});

const dissolve = (unit: UnitState, { on }: Data<'UnitDissolved'>): DissolvedUnit => ({
  ...unit,
  stage: 'dissolved',
  until: on,
  pairedWith: undefined,
  appointments: endAll(unit.appointments, on),
});

const noteChange = /* @__PURE__ */ produce((unit: Unit, { on }: Data<'SubordinatePlaced'>) => {
  if (unit.changedOn < on) unit.changedOn = on;
});

const appoint = /* @__PURE__ */ produce((unit: Unit, { territory: _, ...held }: Data<'HolderAppointed'>) => {
  unit.appointments.push(held);
});

const end = /* @__PURE__ */ produce((unit: Unit, { post, person, from, on }: Data<'AppointmentEnded'>) => {
  unit.appointments = unit.appointments.flatMap((one) =>
    one.post === post && one.person === person && one.from === from ? (endedOn(one, on) ?? []) : [one],
  );
});

const reelect = /* @__PURE__ */ produce((unit: Unit, { term: { from, until }, holders }: Data<'BodyReelected'>) => {
  unit.appointments = [...endAll(unit.appointments, from), ...holders.map((holder) => ({ ...holder, from, until }))];
});

const describe = (unit: UnitState, { staff, trades }: Data<'UnitDescribed'>): UnitState => ({
  ...unit,
  staff: staff ?? unit.staff,
  trades: trades ?? unit.trades,
});

const adopt = /* @__PURE__ */ produce((unit: Unit, { variant, on }: Data<'VariantAdopted'>) => {
  follow(unit.variants, { variant, from: on });
});

const pair = /* @__PURE__ */ produce((unit: Unit, data: Data<'BodiesPaired'>) => {
  unit.pairedWith = data.with;
});

const part = /* @__PURE__ */ produce((unit: Unit, _data: Data<'BodiesParted'>) => {
  delete unit.pairedWith;
});

function next(unit: UnitState, event: Recorded<OrganisationEvent>): UnitState {
  switch (event.type) {
    case 'UnitFounded':
      return unit;
    case 'UnitDescribed':
      return describe(unit, event.data);
    case 'VariantAdopted':
      return adopt(unit, event.data);
    case 'UnitMoved':
      return move(unit, event.data);
    case 'UnitRenamed':
      return rename(unit, event.data);
    case 'UnitDissolved':
      return dissolve(unit, event.data);
    case 'SubordinatePlaced':
    case 'SubordinateLeft':
      return noteChange(unit, event.data);
    case 'HolderAppointed':
      return appoint(unit, event.data);
    case 'AppointmentEnded':
      return end(unit, event.data);
    case 'BodyReelected':
      return reelect(unit, event.data);
    case 'BodiesPaired':
      return pair(unit, event.data);
    case 'BodiesParted':
      return part(unit, event.data);
  }
}

/** Folds what happened into the state of a unit. */
export function evolveUnit(unit: UnitState | undefined, event: Recorded<OrganisationEvent>): UnitState {
  if (event.type === 'UnitFounded') return begin(event.stream.slice('unit/'.length), event.data);
  if (unit === undefined) throw new Error(`${event.stream} begins with ${event.type}`);
  return next(unit, event);
}
