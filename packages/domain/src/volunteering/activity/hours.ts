import * as z from 'zod/mini';
import type { Instant } from '../../kernel/time.ts';
import { activityId, modelKey, personId, unitId, type StreamId } from '../../kernel/ids.ts';
import { civilDate, instant } from '../../kernel/time.ts';

/** A stretch of time in whole minutes: from an instant, up to another that is not part of it. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

const minute = 60_000;

/** An instant without what goes beyond its minute. */
export const wholeMinute = (at: Instant): Instant => Math.floor(at / minute) * minute;

/** The minutes of a span that none of the others covers. The others do not overlap among themselves. */
export function uncoveredMinutes({ from, to }: Span, others: readonly Span[]): number {
  const covered = others.map((one) => Math.max(0, Math.min(to, one.to) - Math.max(from, one.from)));
  return (Math.max(0, to - from) - covered.reduce((sum, part) => sum + part, 0)) / minute;
}

/** These spans and one more, in order; those that meet are one. */
export function mergedWith(spans: readonly Span[], span: Span): readonly Span[] {
  const touches = (one: Span): boolean => one.from <= span.to && span.from <= one.to;
  const joined = spans.filter(touches).concat(span);
  const whole = { from: Math.min(...joined.map(({ from }) => from)), to: Math.max(...joined.map(({ to }) => to)) };
  return [...spans.filter((one) => !touches(one)), whole].sort((a, b) => a.from - b.from);
}

/**
 * A span that ended so long ago can meet no other: an activity lasts a day at most, and is signed out of at most half a day
 * after it. So what is kept of a person does not grow with what they have done.
 */
const horizon = 2 * 1440 * minute;

/** Hours of an activity were credited to a person: the minutes in which they did nothing else that was credited already. */
export const hoursCredited = z.strictObject({
  person: personId,
  activity: activityId,
  unit: unitId,
  field: modelKey,
  from: instant,
  to: instant,
  minutes: z.int().check(z.minimum(1)),
  /** The day on which they began. */
  day: civilDate,
});

/** What a person was credited with of late, so that nothing is credited twice. */
export interface HoursState {
  readonly stage: 'hours';
  readonly person: string;
  readonly spans: readonly Span[];
}

/** The stream of a person's credited hours, by the person's id. */
export const hoursStream = (person: string): StreamId => `hours/${person}`;

/** A person's hours after a credit that was recorded at an instant. */
export function evolveHours(
  state: HoursState | undefined,
  { person, from, to }: z.infer<typeof hoursCredited>,
  at: Instant,
): HoursState {
  const recent = (state?.spans ?? []).filter((one) => one.to > at - horizon);
  return { stage: 'hours', person, spans: mergedWith(recent, { from, to }) };
}
