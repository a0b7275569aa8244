import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import type { Recorded } from '../../kernel/envelope.ts';
import { streamKey } from '../../kernel/ids.ts';
import { table } from '../../kernel/views.ts';
import { openingHours } from './opening.ts';
import type { ResourceEvent } from './resource.ts';

/** A resource in a list: whose, of what kind, where, when it is open. */
export const resourceRow = z.object({
  id: z.string(),
  unit: z.string(),
  kind: z.string(),
  territory: z.string(),
  stage: z.enum(['open', 'withdrawn']),
  name: contentRef,
  hours: openingHours,
  /** Days on which it is closed although its hours say otherwise. */
  closed: z.array(z.string()),
  reason: z.optional(contentRef),
  changedAt: z.number(),
});
export type ResourceRow = z.infer<typeof resourceRow>;

type Opened = Extract<Recorded<ResourceEvent>, { type: 'ResourceOpened' }>;

function changed(row: ResourceRow, event: Exclude<Recorded<ResourceEvent>, Opened>): Partial<ResourceRow> {
  switch (event.type) {
    case 'HoursChanged':
      return { hours: event.data.hours };
    case 'DayClosed':
      return { closed: [...row.closed, event.data.date] };
    case 'DayReopened':
      return { closed: row.closed.filter((date) => date !== event.data.date) };
    case 'ResourceWithdrawn':
      return { stage: 'withdrawn', reason: event.data.reason };
    case 'BookingMade':
    case 'BookingCancelled':
      return {};
  }
}

/** Resources that are open to others, by place and kind, by the unit that opened them. */
export const resources = table<ResourceRow, ResourceEvent>({
  name: 'resources',
  row: resourceRow,
  on: ['ResourceOpened', 'HoursChanged', 'DayClosed', 'DayReopened', 'ResourceWithdrawn'],
  keys: (event) => [streamKey(event.stream)],
  project(row, event, id) {
    if (event.type === 'ResourceOpened') {
      return { id, ...event.data, stage: 'open', closed: [], changedAt: event.at };
    }
    return row === undefined ? undefined : { ...row, ...changed(row, event), changedAt: event.at };
  },
  indexes: [['territory', 'stage', 'kind'], ['unit'], ['id']],
  about: { territory: 'territory', unit: 'unit' },
  contents: { name: 'see:resources', reason: 'see:resources' },
});

/** A booking in the calendar of a resource. */
export const bookingRow = z.object({
  id: z.string(),
  resource: z.string(),
  booking: z.string(),
  /** The unit that opened the resource, and where it is. */
  unit: z.string(),
  territory: z.string(),
  date: z.string(),
  from: z.number(),
  to: z.number(),
  stage: z.enum(['booked', 'cancelled']),
  /** The unit that it is booked for. */
  for: z.optional(z.string()),
  /** The person who booked it: for those with need. */
  person: z.optional(z.string()),
  purpose: z.optional(contentRef),
  changedAt: z.number(),
});
export type BookingRow = z.infer<typeof bookingRow>;

const keyOf = (resource: string, booking: string): string => `${resource}/${booking}`;

function bookingsTouched(event: Recorded<ResourceEvent>): readonly string[] {
  switch (event.type) {
    case 'BookingMade':
    case 'BookingCancelled':
      return [event.data.booking];
    case 'DayClosed':
    case 'ResourceWithdrawn':
      return event.data.cancelled;
    default:
      return [];
  }
}

function bookedRow(event: Extract<Recorded<ResourceEvent>, { type: 'BookingMade' }>, id: string): BookingRow {
  return {
    id,
    resource: streamKey(event.stream),
    ...event.data,
    stage: 'booked',
    ...(event.actor.kind === 'person' ? { person: event.actor.person } : {}),
    changedAt: event.at,
  };
}

/** The calendar of every resource. Everybody who sees it sees when it is taken; by whom and for what, those with need. */
export const bookings = table<BookingRow, ResourceEvent>({
  name: 'bookings',
  row: bookingRow,
  on: ['BookingMade', 'BookingCancelled', 'DayClosed', 'ResourceWithdrawn'],
  keys: (event) => bookingsTouched(event).map((booking) => keyOf(streamKey(event.stream), booking)),
  project(row, event, id) {
    if (event.type === 'BookingMade') return bookedRow(event, id);
    return row === undefined ? undefined : { ...row, stage: 'cancelled', changedAt: event.at };
  },
  indexes: [['resource', 'date', 'from'], ['person', 'date'], ['for', 'date'], ['territory', 'date'], ['unit']],
  about: { territory: 'territory', unit: 'unit', owner: 'person' },
  contents: { purpose: 'see:bookers' },
  hides: { person: 'see:bookers', purpose: 'see:bookers' },
});

/** Read models of resources: what is open, and when it is taken. */
export const resourceViews = [resources, bookings] as const;
