import * as z from 'zod/mini';

/** A moment, in milliseconds since 1970-01-01T00:00Z. */
export const instant = z.int();
export type Instant = number;

const dateForm = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text names a day that there is: 2026-02-30 does not. */
function isDay(text: string): boolean {
  if (!dateForm.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** A day in the district's time zone, `YYYY-MM-DD`. */
export const civilDate = z.string().check(z.refine(isDay));
export type CivilDate = string;

/** What the calendar knows of a day. `unpublished`: the State Council's notice for that year is not in yet. */
export type DayKind = 'working' | 'off' | 'unpublished';

/** Working days and make-up working days, given from outside (the port `Calendar`). */
export interface Calendar {
  /** What is known of a day; `unpublished` makes a reckoning go by the weekday and note the year. */
  day(date: CivilDate): DayKind;
}

const clockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** When a place works: its offset from UTC in minutes and the periods of a working day, in order. */
export const workingTime = z.strictObject({
  utcOffsetMinutes: z.int().check(z.minimum(-720), z.maximum(840)),
  periods: z
    .array(z.strictObject({ from: clockTime, to: clockTime }))
    .check(z.minLength(1), z.refine(inOrder, 'periods must follow one another within the day')),
});
export type WorkingTime = z.infer<typeof workingTime>;

/**
 * A length of time that an authority is given: hours by the clock, working hours, or working days.
 * Days do not count the day they start on and end with that day's work (Civil Code, articles 201 and 203).
 */
export const allowance = z.union([
  z.strictObject({ hours: z.number().check(z.positive(), z.maximum(24 * 365)) }),
  z.strictObject({ workingHours: z.number().check(z.positive(), z.maximum(8 * 365)) }),
  z.strictObject({ workingDays: z.int().check(z.positive(), z.maximum(365)) }),
]);
export type Allowance = z.infer<typeof allowance>;

/** An instant reckoned over a calendar; `unpublishedYears` are those whose notice was missing, so it may still move. */
export interface Reckoned {
  readonly at: Instant;
  readonly unpublishedYears: readonly number[];
}

const minute = 60_000;
const dayLength = 24 * 60 * minute;

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function inOrder(periods: readonly { from: string; to: string }[]): boolean {
  const marks = periods.flatMap(({ from, to }) => [minutesOf(from), minutesOf(to)]);
  return marks.every((mark, i) => i === 0 || mark > (marks[i - 1] ?? 0));
}

/** Midnight that begins the local day of an instant. */
const dayStart = (at: Instant, offset: number): Instant =>
  Math.floor((at + offset * minute) / dayLength) * dayLength - offset * minute;

/** Names of days by their number since 1970: working time asks for the same few days again and again. */
const dayNames = new Map<number, CivilDate>();

function nameOfDay(number: number): CivilDate {
  const known = dayNames.get(number);
  if (known !== undefined) return known;
  const name = new Date(number * dayLength).toISOString().slice(0, 10);
  dayNames.set(number, name);
  return name;
}

/** The local day of an instant. */
export const civilDateOf = (at: Instant, time: Pick<WorkingTime, 'utcOffsetMinutes'>): CivilDate =>
  nameOfDay(Math.floor((at + time.utcOffsetMinutes * minute) / dayLength));

/** First moment of a local day. */
export const startOfDay = (date: CivilDate, time: Pick<WorkingTime, 'utcOffsetMinutes'>): Instant =>
  Date.parse(`${date}T00:00:00Z`) - time.utcOffsetMinutes * minute;

/** Notes the years that had to be reckoned by weekday alone. */
class Reckoning {
  private readonly years = new Set<number>();
  private readonly calendar: Calendar;
  private readonly time: WorkingTime;

  constructor(calendar: Calendar, time: WorkingTime) {
    this.calendar = calendar;
    this.time = time;
  }

  works(midnight: Instant): boolean {
    const date = civilDateOf(midnight, this.time);
    const kind = this.calendar.day(date);
    if (kind !== 'unpublished') return kind === 'working';
    this.years.add(Number(date.slice(0, 4)));
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6;
  }

  /** Working periods of a day as instants; none on a day off. */
  periods(midnight: Instant): readonly (readonly [Instant, Instant])[] {
    if (!this.works(midnight)) return [];
    return this.time.periods.map(({ from, to }) => [
      midnight + minutesOf(from) * minute,
      midnight + minutesOf(to) * minute,
    ]);
  }

  result(at: Instant): Reckoned {
    return { at, unpublishedYears: [...this.years].sort((a, b) => a - b) };
  }
}

/** The furthest that a reckoning looks ahead, in days: past it the calendar has no working day at all. */
const horizon = 4000;

function addWorkingMilliseconds(from: Instant, length: number, reckoning: Reckoning, offset: number): Instant {
  let left = length;
  let midnight = dayStart(from, offset);
  for (let days = 0; days < horizon; days += 1) {
    for (const [opens, closes] of reckoning.periods(midnight)) {
      const start = Math.max(opens, from);
      if (start >= closes) continue;
      if (left <= closes - start) return start + left;
      left -= closes - start;
    }
    midnight += dayLength;
  }
  return midnight;
}

function addWorkingDays(from: Instant, days: number, reckoning: Reckoning, offset: number): Instant {
  let left = days;
  let midnight = dayStart(from, offset);
  let closes = midnight;
  for (let ahead = 0; ahead < horizon && left > 0; ahead += 1) {
    midnight += dayLength;
    const last = reckoning.periods(midnight).slice(-1)[0];
    if (last === undefined) continue;
    left -= 1;
    closes = last[1];
  }
  return left > 0 ? midnight : closes;
}

/** When an allowance that starts at `from` ends. */
export function deadline(from: Instant, length: Allowance, time: WorkingTime, calendar: Calendar): Reckoned {
  const reckoning = new Reckoning(calendar, time);
  const offset = time.utcOffsetMinutes;
  if ('hours' in length) return reckoning.result(from + Math.round(length.hours * 60 * minute));
  if ('workingHours' in length) {
    const span = Math.round(length.workingHours * 60) * minute;
    return reckoning.result(addWorkingMilliseconds(from, span, reckoning, offset));
  }
  return reckoning.result(addWorkingDays(from, length.workingDays, reckoning, offset));
}

/** Working milliseconds between two instants; 0 where `to` is not after `from`. */
export function workingBetween(from: Instant, to: Instant, time: WorkingTime, calendar: Calendar): number {
  const reckoning = new Reckoning(calendar, time);
  let total = 0;
  for (let midnight = dayStart(from, time.utcOffsetMinutes); midnight < to; midnight += dayLength) {
    for (const [opens, closes] of reckoning.periods(midnight)) {
      total += Math.max(0, Math.min(closes, to) - Math.max(opens, from));
    }
  }
  return total;
}
