import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import type { Recorded } from '../kernel/envelope.ts';
import { streamKey } from '../kernel/ids.ts';
import { table } from '../kernel/views.ts';
import { sharedCode } from './shared-code.ts';
import { sittingEventSchemas, sittingKind, type SittingEvent } from './sitting.ts';

type Of<T extends SittingEvent['type']> = Extract<Recorded<SittingEvent>, { type: T }>;

/** A sitting in a list: of which body, regular or urgent, on which day and in which period, and how far it is. */
export const sittingRow = z.object({
  id: z.string(),
  assembly: z.string(),
  /** The first unit whose body meets. */
  unit: z.string(),
  territory: z.string(),
  kind: sittingKind,
  on: z.string(),
  /** The period whose regular sitting it is. */
  period: z.optional(z.string()),
  reason: z.optional(contentRef),
  stage: z.enum(['convened', 'opened', 'closed', 'lapsed']),
  items: z.number(),
  eligible: z.optional(z.number()),
  present: z.optional(z.number()),
  observers: z.optional(z.number()),
  changedAt: z.number(),
});
export type SittingRow = z.infer<typeof sittingRow>;

const firstSitting = ({ stream, at, data }: Of<'SittingConvened'>): SittingRow => ({
  id: streamKey(stream),
  assembly: data.assembly,
  unit: data.units[0] ?? '',
  territory: sharedCode(data.territories),
  kind: data.kind,
  on: data.on,
  period: data.period,
  reason: data.reason,
  stage: 'convened',
  items: data.order.length,
  changedAt: at,
});

function changed(event: Exclude<Recorded<SittingEvent>, { type: 'SittingConvened' }>): Partial<SittingRow> {
  switch (event.type) {
    case 'SittingItemAdded':
      return { items: event.data.item };
    case 'SittingOpened': {
      const { eligible, present, sittingIn } = event.data;
      return { stage: 'opened', eligible: eligible.length, present: present.length, observers: sittingIn.length };
    }
    case 'MinutesKept':
      return {};
    case 'SittingClosed':
      return { stage: 'closed' };
    case 'SittingLapsed':
      return { stage: 'lapsed' };
  }
}

/** Sittings by body, by period and by place: whether a body has met as often as it should. */
export const sittings = table<SittingRow, SittingEvent>({
  name: 'sittings',
  row: sittingRow,
  on: Object.keys(sittingEventSchemas),
  keys: (event) => [streamKey(event.stream)],
  project(row, event) {
    if (event.type === 'SittingConvened') return firstSitting(event);
    return row === undefined ? undefined : { ...row, ...changed(event), changedAt: event.at };
  },
  indexes: [['assembly', 'period'], ['unit', 'on'], ['territory'], ['stage', 'on'], ['id']],
  about: { territory: 'territory', unit: 'unit' },
  contents: { reason: 'see:sittings' },
});

/** An item of a sitting's agenda: one that the rule of the body puts there, or one with a title, and its minutes. */
export const sittingItemRow = z.object({
  id: z.string(),
  sitting: z.string(),
  /** Place on the agenda, from 1. */
  item: z.number(),
  /** Name of the item in the body's rule. */
  order: z.optional(z.string()),
  title: z.optional(contentRef),
  minutes: z.optional(contentRef),
});
export type SittingItemRow = z.infer<typeof sittingItemRow>;

const itemKey = (sitting: string, item: number): string => `${sitting}/${item}`;

function itemsTouched(event: Recorded<SittingEvent>): readonly number[] {
  switch (event.type) {
    case 'SittingConvened':
      return event.data.order.map((_, i) => i + 1);
    case 'SittingItemAdded':
    case 'MinutesKept':
      return [event.data.item];
    default:
      return [];
  }
}

function ordered({ stream, data }: Of<'SittingConvened'>, id: string): SittingItemRow | undefined {
  const sitting = streamKey(stream);
  const at = data.order.findIndex((_, i) => itemKey(sitting, i + 1) === id);
  return at < 0 ? undefined : { id, sitting, item: at + 1, order: data.order[at] };
}

/** Agendas of sittings in order, with the minutes of each item. */
export const sittingItems = table<SittingItemRow, SittingEvent>({
  name: 'sitting-items',
  row: sittingItemRow,
  on: ['SittingConvened', 'SittingItemAdded', 'MinutesKept'],
  keys: (event) => itemsTouched(event).map((item) => itemKey(streamKey(event.stream), item)),
  project(row, event, id) {
    if (event.type === 'SittingConvened') return ordered(event, id);
    if (event.type === 'SittingItemAdded') {
      const { item, title } = event.data;
      return { id, sitting: streamKey(event.stream), item, title };
    }
    return row !== undefined && event.type === 'MinutesKept' ? { ...row, minutes: event.data.minutes } : row;
  },
  indexes: [['sitting', 'item']],
  about: {},
  within: { column: 'sitting', stream: 'sitting' },
  contents: { title: 'see:sittings', minutes: 'see:minutes' },
});

/** One who is due at a sitting or may sit in, and whether they came. */
export const sittingAttendanceRow = z.object({
  id: z.string(),
  sitting: z.string(),
  person: z.string(),
  post: z.string(),
  role: z.enum(['member', 'observer']),
  present: z.boolean(),
});
export type SittingAttendanceRow = z.infer<typeof sittingAttendanceRow>;

const listsOf = ({ data }: Of<'SittingOpened'>) => [
  ...data.eligible.map((one) => ({ ...one, role: 'member' as const, present: data.present.includes(one.person) })),
  ...data.observers.map((one) => ({ ...one, role: 'observer' as const, present: data.sittingIn.includes(one.person) })),
];

/** Who was due at each sitting on its day, who could sit in, and who came. */
export const sittingAttendance = table<SittingAttendanceRow, SittingEvent>({
  name: 'sitting-attendance',
  row: sittingAttendanceRow,
  on: ['SittingOpened'],
  keys: (event) =>
    event.type === 'SittingOpened' ? listsOf(event).map(({ person }) => `${streamKey(event.stream)}/${person}`) : [],
  project(row, event, id) {
    if (event.type !== 'SittingOpened') return row;
    const sitting = streamKey(event.stream);
    const found = listsOf(event).find(({ person }) => `${sitting}/${person}` === id);
    return found === undefined ? undefined : { id, sitting, ...found };
  },
  indexes: [['sitting', 'role', 'person'], ['person']],
  about: {},
  within: { column: 'sitting', stream: 'sitting' },
});

/** Read models of sittings: when each body meets, its agenda with minutes, who was due and who came. */
export const sittingViews = [sittings, sittingItems, sittingAttendance] as const;
