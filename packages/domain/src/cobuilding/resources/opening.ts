import * as z from 'zod/mini';
import { startOfDay, type CivilDate, type Instant, type WorkingTime } from '../../kernel/time.ts';

const clockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** A period of a weekday (1 is Monday, 7 Sunday) in which a resource is open, from one time of day until before another. */
const openPeriod = z.strictObject({
  weekday: z.int().check(z.minimum(1), z.maximum(7)),
  from: clockTime,
  to: clockTime,
});
export type OpenPeriod = z.infer<typeof openPeriod>;

const apart = (one: OpenPeriod, other: OpenPeriod): boolean =>
  one.weekday !== other.weekday || one.to <= other.from || other.to <= one.from;

/** Periods that each last, and of which no two share a moment. */
function inOrder(periods: readonly OpenPeriod[]): boolean {
  return periods.every((one, i) => one.from < one.to && periods.slice(i + 1).every((other) => apart(one, other)));
}

/** When a resource is open in a week: 1 to 50 periods that do not overlap. */
export const openingHours = z.array(openPeriod).check(z.minLength(1), z.maxLength(50), z.refine(inOrder));
export type OpeningHours = readonly OpenPeriod[];

/** From an instant until before another. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** Whether two spans share a moment. One that begins as the other ends shares none. */
export const clash = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;

type Clock = Pick<WorkingTime, 'utcOffsetMinutes'>;

const minute = 60_000;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Monday is 1, Sunday 7. */
const weekdayOf = (date: CivilDate): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/** Spans in order of time; those of which one begins as the other ends are one. */
const joined = (spans: readonly Span[]): readonly Span[] =>
  spans.reduce<readonly Span[]>((before, span) => {
    const last = before[before.length - 1];
    return last?.to === span.from ? [...before.slice(0, -1), { from: last.from, to: span.to }] : [...before, span];
  }, []);

/** The spans in which hours let a resource be used on a day, earliest first. Hours that adjoin are one span. */
export function openSpans(hours: OpeningHours, date: CivilDate, time: Clock): readonly Span[] {
  const midnight = startOfDay(date, time);
  const weekday = weekdayOf(date);
  const spans = hours
    .filter((period) => period.weekday === weekday)
    .map(({ from, to }) => ({ from: midnight + minutesOf(from) * minute, to: midnight + minutesOf(to) * minute }))
    .sort((a, b) => a.from - b.from);
  return joined(spans);
}

/** What is left of a span around another: none, one or two pieces. */
const without = (span: Span, taken: Span): readonly Span[] =>
  clash(span, taken)
    ? [
        { from: span.from, to: taken.from },
        { from: taken.to, to: span.to },
      ].filter(({ from, to }) => from < to)
    : [span];

/** What a calendar of a resource is made of. */
export interface ResourceCalendar {
  readonly hours: OpeningHours;
  /** Days on which it is closed although its hours say otherwise. */
  readonly closed: readonly CivilDate[];
  readonly bookings: readonly Span[];
}

/** The spans of a day in which a resource is open and not booked, earliest first; none on a closed day. */
export function freeSpans(
  { hours, closed, bookings }: ResourceCalendar,
  date: CivilDate,
  time: Clock,
): readonly Span[] {
  if (closed.includes(date)) return [];
  return bookings.reduce<readonly Span[]>(
    (left, taken) => left.flatMap((span) => without(span, taken)),
    openSpans(hours, date, time),
  );
}
