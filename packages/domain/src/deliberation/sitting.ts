import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import type { Envelope, Message, Recorded } from '../kernel/envelope.ts';
import { modelKey, personId, streamKey, type PersonId } from '../kernel/ids.ts';
import { civilDate, instant, type CivilDate, type Instant } from '../kernel/time.ts';
import { attendee, type Attendee } from './meeting.ts';

/** Whether a body meets as a rule, or because something does not wait. */
export const sittingKind = z.enum(['regular', 'urgent']);
export type SittingKind = z.infer<typeof sittingKind>;

/** A body was convened for a day. Its agenda begins with what its rule has it go through. */
export const sittingConvened = z.strictObject({
  assembly: modelKey,
  /** The units whose body meets, and the codes that it stands over. */
  units: z.array(z.string()).check(z.minLength(1)),
  territories: z.array(z.string()),
  kind: sittingKind,
  on: civilDate,
  /** The period whose regular sitting it is, as `2026-Q1`. */
  period: z.optional(z.string()),
  /** Why it does not wait; there where it is urgent. */
  reason: z.optional(contentRef),
  /** The end of that day in the district. */
  lapsesAt: instant,
  /** Items that the rule puts on the agenda, by their names in the model. */
  order: z.array(modelKey),
});
/** One more item on the agenda, with its place there, from 1. */
export const sittingItemAdded = z.strictObject({ item: z.int().check(z.minimum(1)), title: contentRef });
/** The body sits, with its quorum: who is due on that day, who is there of them, and who sits in without a vote. */
export const sittingOpened = z.strictObject({
  eligible: z.array(attendee),
  observers: z.array(attendee),
  present: z.array(personId),
  sittingIn: z.array(personId),
});
/** What was said and found on an item. Kept again, the newer minutes stand. */
export const minutesKept = z.strictObject({ item: z.int().check(z.minimum(1)), minutes: contentRef });
/** The sitting ended, with minutes on every item. */
export const sittingClosed = z.strictObject({});
/** The day passed without the sitting. */
export const sittingLapsed = z.strictObject({ on: civilDate });

/** The data of every event of a sitting, by the event's type. */
export const sittingEventSchemas = {
  SittingConvened: sittingConvened,
  SittingItemAdded: sittingItemAdded,
  SittingOpened: sittingOpened,
  MinutesKept: minutesKept,
  SittingClosed: sittingClosed,
  SittingLapsed: sittingLapsed,
} as const;

type Schemas = typeof sittingEventSchemas;
/** What can happen to a sitting. */
export type SittingEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

interface Standing {
  readonly id: string;
  readonly assembly: string;
  readonly units: readonly string[];
  readonly territories: readonly string[];
  readonly on: CivilDate;
  readonly period?: string | undefined;
  /** How many items the agenda has. */
  readonly items: number;
  /** The end of its day: not opened by then, it lapses. */
  readonly lapsesAt: Instant;
}
export type ConvenedSitting = Standing & { readonly stage: 'convened' };
interface Sat extends Standing {
  readonly eligible: readonly Attendee[];
  readonly present: readonly PersonId[];
  /** Items that have minutes. */
  readonly minuted: readonly number[];
}
export type OpenedSitting = Sat & { readonly stage: 'opened' };
export type ClosedSitting = Sat & { readonly stage: 'closed' };
export type LapsedSitting = Standing & { readonly stage: 'lapsed' };
/** A sitting of a body: what it can be at a stage is all that its type lets it be. */
export type SittingState = ConvenedSitting | OpenedSitting | ClosedSitting | LapsedSitting;

/** The stream of a sitting, by the sitting's id. */
export const sittingStream = (id: string): `sitting/${string}` => `sitting/${id}`;

const begin = ({ stream }: Envelope, data: z.infer<typeof sittingConvened>): ConvenedSitting => ({
  stage: 'convened',
  id: streamKey(stream),
  assembly: data.assembly,
  units: data.units,
  territories: data.territories,
  on: data.on,
  period: data.period,
  items: data.order.length,
  lapsesAt: data.lapsesAt,
});

const standing = (state: SittingState): Standing => ({
  id: state.id,
  assembly: state.assembly,
  units: state.units,
  territories: state.territories,
  on: state.on,
  period: state.period,
  items: state.items,
  lapsesAt: state.lapsesAt,
});

function next(state: SittingState, event: Recorded<SittingEvent>): SittingState {
  switch (event.type) {
    case 'SittingConvened':
      return state;
    case 'SittingItemAdded':
      return { ...state, items: event.data.item };
    case 'SittingOpened': {
      const { eligible, present } = event.data;
      return { ...standing(state), stage: 'opened', eligible, present, minuted: [] };
    }
    case 'MinutesKept': {
      const { item } = event.data;
      if (state.stage !== 'opened') return state;
      return { ...state, minuted: [...new Set([...state.minuted, item])] };
    }
    case 'SittingClosed':
      return state.stage === 'opened' ? { ...state, stage: 'closed' } : state;
    case 'SittingLapsed':
      return { ...standing(state), stage: 'lapsed' };
  }
}

/** Folds what happened into the state of a sitting. */
export function evolveSitting(state: SittingState | undefined, event: Recorded<SittingEvent>): SittingState {
  if (event.type === 'SittingConvened') return begin(event, event.data);
  if (state === undefined) throw new Error(`${event.stream} begins with ${event.type}`);
  return next(state, event);
}
