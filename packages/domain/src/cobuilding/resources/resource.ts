import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { modelKey, streamKey, unitId, type UnitId } from '../../kernel/ids.ts';
import { civilDate, civilDateOf, instant, type CivilDate } from '../../kernel/time.ts';
import { bookingId, type BookingId } from '../ids.ts';
import { openingHours, type OpeningHours, type Span } from './opening.ts';

const spot = { unit: unitId, territory: z.string() };
const cancelled = z.array(bookingId);

/** A unit opened something of its own to others, in these hours of the week. */
export const resourceOpened = z.strictObject({ ...spot, kind: modelKey, name: contentRef, hours: openingHours });
/** It is open in other hours from then on. */
export const hoursChanged = z.strictObject({ hours: openingHours, was: openingHours });
/** It is closed on a day; the bookings of that day are cancelled. */
export const dayClosed = z.strictObject({ date: civilDate, reason: contentRef, cancelled });
/** A day on which it was to be closed is as every other. */
export const dayReopened = z.strictObject({ date: civilDate });
/** Somebody, for a unit or for themselves, has it for a while of a day. */
export const bookingMade = z.strictObject({
  ...spot,
  booking: bookingId,
  date: civilDate,
  from: instant,
  to: instant,
  /** The unit that it is booked for; none where whoever booked it uses it. */
  for: z.optional(unitId),
  purpose: contentRef,
});
/** A booking was given back, or taken away with a reason. */
export const bookingCancelled = z.strictObject({ booking: bookingId, reason: z.optional(contentRef) });
/** It is not open to others any more; the bookings to come are cancelled. */
export const resourceWithdrawn = z.strictObject({ reason: contentRef, cancelled });

/** The data of every event of a resource, by the event's type. */
export const resourceEventSchemas = {
  ResourceOpened: resourceOpened,
  HoursChanged: hoursChanged,
  DayClosed: dayClosed,
  DayReopened: dayReopened,
  BookingMade: bookingMade,
  BookingCancelled: bookingCancelled,
  ResourceWithdrawn: resourceWithdrawn,
} as const;

type Schemas = typeof resourceEventSchemas;
/** What can happen to a resource. */
export type ResourceEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

/** A booking that stands. */
export interface Booking extends Span {
  readonly booking: BookingId;
  readonly date: CivilDate;
  /** The person who booked it; undefined where a process did. */
  readonly owner: string | undefined;
}

interface Standing {
  readonly id: string;
  readonly unit: UnitId;
  readonly kind: string;
  readonly territory: string;
}

/** A resource that others may book. Bookings and closed days that are over are not kept, so that it stays small. */
export type OpenResource = Standing & {
  readonly stage: 'open';
  readonly hours: OpeningHours;
  readonly closed: readonly CivilDate[];
  readonly bookings: readonly Booking[];
};
/** A resource: open to others, or no more. */
export type ResourceState = OpenResource | (Standing & { readonly stage: 'withdrawn' });

/** The stream of a resource, by its id. */
export const resourceStream = (id: string): `resource/${string}` => `resource/${id}`;

const dayLength = 86_400_000;

/** What is over in every time zone. */
const isOver = (date: CivilDate, at: number): boolean => date < civilDateOf(at - dayLength, { utcOffsetMinutes: 0 });

function booked(state: OpenResource, event: Extract<Recorded<ResourceEvent>, { type: 'BookingMade' }>): OpenResource {
  const { booking, date, from, to } = event.data;
  const owner = event.actor.kind === 'person' ? event.actor.person : undefined;
  return {
    ...state,
    closed: state.closed.filter((one) => !isOver(one, event.at)),
    bookings: [...state.bookings.filter((one) => one.to > event.at), { booking, date, from, to, owner }],
  };
}

const left = (bookings: readonly Booking[], gone: readonly BookingId[]): readonly Booking[] =>
  bookings.filter(({ booking }) => !gone.includes(booking));

function next(state: OpenResource, event: Recorded<ResourceEvent>): ResourceState {
  switch (event.type) {
    case 'ResourceOpened':
      return state;
    case 'HoursChanged':
      return { ...state, hours: event.data.hours };
    case 'DayClosed':
      return {
        ...state,
        closed: [...state.closed, event.data.date],
        bookings: left(state.bookings, event.data.cancelled),
      };
    case 'DayReopened':
      return { ...state, closed: state.closed.filter((date) => date !== event.data.date) };
    case 'BookingMade':
      return booked(state, event);
    case 'BookingCancelled':
      return { ...state, bookings: left(state.bookings, [event.data.booking]) };
    case 'ResourceWithdrawn': {
      const { id, unit, kind, territory } = state;
      return { stage: 'withdrawn', id, unit, kind, territory };
    }
  }
}

/** Folds what happened into the state of a resource. */
export function evolveResource(state: ResourceState | undefined, event: Recorded<ResourceEvent>): ResourceState {
  if (event.type === 'ResourceOpened') {
    const { unit, kind, territory, hours } = event.data;
    return { stage: 'open', id: streamKey(event.stream), unit, kind, territory, hours, closed: [], bookings: [] };
  }
  if (state === undefined) throw new Error(`${event.stream} begins with ${event.type}`);
  return state.stage === 'open' ? next(state, event) : state;
}
