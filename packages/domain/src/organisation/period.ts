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

/** The first day of a period that lies in none of the others; undefined where they hold every day of it, or it has none. */
export function firstDayOutside({ from, until }: Period, others: readonly Period[]): CivilDate | undefined {
  let day = from;
  for (const other of [...others].sort((one, two) => (one.from < two.from ? -1 : 1))) {
    if (!covers(other, day)) continue;
    if (other.until === undefined) return undefined;
    day = other.until;
  }
  return covers({ from, until }, day) ? day : undefined;
}

/** The earlier of two ends, where no end is the latest of all. */
export const earlier = (one: CivilDate | undefined, other: CivilDate): CivilDate =>
  one === undefined || other < one ? other : one;
