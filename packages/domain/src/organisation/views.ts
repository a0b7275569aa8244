import * as z from 'zod/mini';
import type { Recorded } from '../kernel/envelope.ts';
import { streamKey } from '../kernel/ids.ts';
import { table } from '../kernel/views.ts';
import { earlier } from './period.ts';
import type { OrganisationEvent } from './unit.ts';

/** A unit in a list, with what is needed to tell how it was on any day. */
export const unitRow = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  parent: z.optional(z.string()),
  /** The first of its territories. */
  territory: z.string(),
  territories: z.array(z.string()),
  pairedWith: z.optional(z.string()),
  creditCode: z.optional(z.string()),
  stands: z.boolean(),
  from: z.string(),
  until: z.optional(z.string()),
  /** The day on which it ends by itself. */
  endsOn: z.optional(z.string()),
  staff: z.optional(z.number()),
  trades: z.optional(z.array(z.string())),
  /** The rule that gave it its superior. */
  assignedBy: z.optional(z.string()),
  /** Variants of the model that it worked by, each from a day on. */
  variants: z.optional(z.array(z.object({ variant: z.optional(z.string()), from: z.string() }))),
  /** What it was called, each name from a day on; the last is its name now. */
  names: z.array(z.object({ name: z.string(), from: z.string() })),
  /** Where it stood, each from a day on; the last is its place now. */
  parents: z.array(z.object({ parent: z.optional(z.string()), from: z.string() })),
});
export type UnitRow = z.infer<typeof unitRow>;

type Founded = Extract<Recorded<OrganisationEvent>, { type: 'UnitFounded' }>;

const firstRow = ({ stream, data }: Founded): UnitRow => ({
  id: streamKey(stream),
  name: data.name,
  kind: data.kind,
  parent: data.parent,
  territory: data.territories[0] ?? '',
  territories: data.territories,
  creditCode: data.creditCode,
  stands: true,
  from: data.on,
  endsOn: data.until,
  staff: data.staff,
  trades: data.trades,
  assignedBy: data.assignedBy,
  names: [{ name: data.name, from: data.on }],
  parents: [{ parent: data.parent, from: data.on }],
});

/** What begins on the day that the last entry began on takes its place. */
const followed = <Entry extends { readonly from: string }>(entries: readonly Entry[], next: Entry): Entry[] => [
  ...entries.filter(({ from }) => from !== next.from),
  next,
];

function changed(row: UnitRow, event: Recorded<OrganisationEvent>): Partial<UnitRow> {
  switch (event.type) {
    case 'UnitMoved': {
      const { parent, on } = event.data;
      return { parent, parents: followed(row.parents, { parent, from: on }) };
    }
    case 'UnitRenamed': {
      const { name, on } = event.data;
      return { name, names: followed(row.names, { name, from: on }) };
    }
    case 'UnitDescribed':
      return { staff: event.data.staff ?? row.staff, trades: event.data.trades ?? row.trades };
    case 'VariantAdopted': {
      const { variant, on } = event.data;
      return { variants: followed(row.variants ?? [], { variant, from: on }) };
    }
    case 'UnitDissolved':
      return { stands: false, until: event.data.on, pairedWith: undefined };
    case 'BodiesPaired':
      return { pairedWith: event.data.with };
    case 'BodiesParted':
      return { pairedWith: undefined };
    default:
      return {};
  }
}

/** Units: those below one, those of a kind; `treeAsOf` makes the tree of any day from them. */
export const units = table<UnitRow, OrganisationEvent>({
  name: 'units',
  row: unitRow,
  version: 2,
  on: [
    'UnitFounded',
    'UnitDescribed',
    'VariantAdopted',
    'UnitMoved',
    'UnitRenamed',
    'UnitDissolved',
    'BodiesPaired',
    'BodiesParted',
  ],
  keys: (event) => [streamKey(event.stream)],
  project(row, event) {
    if (event.type === 'UnitFounded') return firstRow(event);
    return row === undefined ? undefined : { ...row, ...changed(row, event) };
  },
  indexes: [['parent', 'stands'], ['kind', 'territory'], ['territory'], ['id']],
  about: { territory: 'territory', unit: 'id' },
});

/** A territory that a unit answers for. */
export const unitTerritoryRow = z.object({ territory: z.string(), kind: z.string(), unit: z.string() });
export type UnitTerritoryRow = z.infer<typeof unitTerritoryRow>;

type Bounded = Extract<Recorded<OrganisationEvent>, { type: 'UnitFounded' | 'UnitDissolved' }>;

/** From a place to the units over it: the beginnings of its code are the territories that hold it. */
export const unitTerritories = table<UnitTerritoryRow, Bounded>({
  name: 'unit-territories',
  row: unitTerritoryRow,
  on: ['UnitFounded', 'UnitDissolved'],
  keys: ({ stream, data }) => data.territories.map((territory) => `${territory}/${streamKey(stream)}`),
  project: (_row, event, key) =>
    event.type === 'UnitDissolved'
      ? undefined
      : { territory: key.slice(0, key.indexOf('/')), kind: event.data.kind, unit: streamKey(event.stream) },
  indexes: [['kind', 'territory'], ['territory'], ['unit']],
  about: { territory: 'territory', unit: 'unit' },
});

/** A territory over which a unit has worked by a variant of the model, and the one it works by now. */
export const unitVariantRow = z.object({
  id: z.string(),
  territory: z.string(),
  unit: z.string(),
  variant: z.optional(z.string()),
  since: z.string(),
});
export type UnitVariantRow = z.infer<typeof unitVariantRow>;

type Adopted = Extract<Recorded<OrganisationEvent>, { type: 'VariantAdopted' }>;

/** From a place to the variants over it: which unit there has a policy of its own. */
export const unitVariants = table<UnitVariantRow, Adopted>({
  name: 'unit-variants',
  row: unitVariantRow,
  on: ['VariantAdopted'],
  keys: ({ stream, data }) => data.territories.map((territory) => `${territory}/${streamKey(stream)}`),
  project: (_row, { stream, data: { variant, on } }, id) => ({
    id,
    territory: id.slice(0, id.indexOf('/')),
    unit: streamKey(stream),
    variant,
    since: on,
  }),
  indexes: [['territory'], ['variant', 'territory'], ['unit']],
  about: { territory: 'territory', unit: 'unit' },
});

/** Who holds or held which post, from when, until when. */
export const appointmentRow = z.object({
  id: z.string(),
  unit: z.string(),
  territory: z.string(),
  post: z.string(),
  person: z.string(),
  from: z.string(),
  until: z.optional(z.string()),
  /** The unit that a part-time holder belongs to: the other end of the dotted line. */
  partTimeFrom: z.optional(z.string()),
});
export type AppointmentRow = z.infer<typeof appointmentRow>;

type Filled = Extract<
  Recorded<OrganisationEvent>,
  { type: 'HolderAppointed' | 'AppointmentEnded' | 'BodyReelected' | 'UnitDissolved' }
>;
interface Held {
  readonly post: string;
  readonly person: string;
  readonly from: string;
}

const rowKey = (unit: string, { post, person, from }: Held): string => `${unit}/${post}/${person}/${from}`;

/** The appointments that an event begins. */
function begun(event: Filled): readonly AppointmentRow[] {
  const unit = streamKey(event.stream);
  if (event.type === 'HolderAppointed') return [{ ...event.data, unit, id: rowKey(unit, event.data) }];
  if (event.type !== 'BodyReelected') return [];
  const { term, territory, holders } = event.data;
  return holders.map((holder) => {
    const held = { ...holder, ...term };
    return { ...held, unit, territory, id: rowKey(unit, held) };
  });
}

/** The appointments that an event ends, and the day. */
function ended(event: Filled): { readonly on: string; readonly all: readonly Held[] } {
  switch (event.type) {
    case 'HolderAppointed':
      return { on: '', all: [] };
    case 'AppointmentEnded':
      return { on: event.data.on, all: [event.data] };
    case 'BodyReelected':
      return { on: event.data.term.from, all: event.data.ended };
    case 'UnitDissolved':
      return { on: event.data.on, all: event.data.ended };
  }
}

/** Appointments, by person and by unit; a part-time one also by the unit that its holder belongs to. */
export const appointments = table<AppointmentRow, Filled>({
  name: 'appointments',
  row: appointmentRow,
  on: ['HolderAppointed', 'AppointmentEnded', 'BodyReelected', 'UnitDissolved'],
  keys(event) {
    const unit = streamKey(event.stream);
    return [...new Set([...begun(event).map(({ id }) => id), ...ended(event).all.map((held) => rowKey(unit, held))])];
  },
  project(row, event, key) {
    const first = begun(event).find(({ id }) => id === key);
    if (first !== undefined) return first;
    const { on } = ended(event);
    return row === undefined || on <= row.from ? undefined : { ...row, until: earlier(row.until, on) };
  },
  indexes: [['person'], ['unit', 'from'], ['partTimeFrom'], ['territory']],
  about: { territory: 'territory', unit: 'unit', owner: 'person' },
});

/** Read models of the organisation: its units, the territories they stand over, who holds which post and when. */
export const organisationViews = [units, unitTerritories, unitVariants, appointments] as const;
