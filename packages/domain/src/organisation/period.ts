import type { CivilDate } from '../kernel/time.ts';

/** Days from `from` on and before `until`: the first day is in it, the last named day is not. Open without `until`. */
export interface Period {
  readonly from: CivilDate;
  readonly until?: CivilDate | undefined;
}

/** Whether a period has any day at all. */
export const hasDays = ({ from, until }: Period): boolean => until === undefined || from < until;

/** Whether a day lies in a period. */
export const covers = ({ from, until }: Period, on: CivilDate): boolean =>
  from <= on && (until === undefined || on < until);

/** Whether two periods share a day. */
export const overlap = (one: Period, other: Period): boolean =>
  (other.until === undefined || one.from < other.until) && (one.until === undefined || other.from < one.until);

/** The earlier of two ends, where no end is the latest of all. */
export const earlier = (one: CivilDate | undefined, other: CivilDate): CivilDate =>
  one === undefined || other < one ? other : one;
