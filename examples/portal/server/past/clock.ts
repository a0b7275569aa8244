import { deadline, workingBetween, type GovernanceModel, type Instant } from '@keting/domain';
import type { Clock } from '@keting/runtime';
import { calendar } from '@keting/server';

const hour = 3_600_000;

/** The instant that so many working hours lie before another: what an office does, it does in its hours. */
export function workingHoursBefore(now: Instant, hours: number, { workingTime }: GovernanceModel): Instant {
  let [low, high] = [now - 30 * 24 * hour, now];
  while (high - low > 60_000) {
    const middle = Math.floor((low + high) / 2);
    if (workingBetween(middle, now, workingTime, calendar) >= hours * hour) low = middle;
    else high = middle;
  }
  return low;
}

/** The instant that so many working hours lie after another. */
export const workingHoursAfter = (from: Instant, hours: number, { workingTime }: GovernanceModel): Instant =>
  deadline(from, { workingHours: hours }, workingTime, calendar).at;

/** A clock that stands where it is put: the past is lived through in order. */
export class PastClock implements Clock {
  time: Instant;

  constructor(time: Instant) {
    this.time = time;
  }

  now(): Instant {
    return this.time;
  }

  at(): () => void {
    return () => undefined;
  }
}
