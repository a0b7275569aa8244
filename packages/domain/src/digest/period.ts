import type { CivilDate } from '../kernel/time.ts';

/** A run of days, the first and the last of them included. */
export interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

const dayLength = 86_400_000;

const dayNumber = (date: CivilDate): number => Date.parse(`${date}T00:00:00Z`) / dayLength;

/** The day so many days after another. */
export const daysAfter = (date: CivilDate, days: number): CivilDate =>
  new Date((dayNumber(date) + days) * dayLength).toISOString().slice(0, 10);

/** The week that a day lies in, Monday to Sunday. */
export function weekOf(date: CivilDate): Period {
  // 1 January 1970 was a Thursday, three days after a Monday.
  const from = daysAfter(date, -((((dayNumber(date) + 3) % 7) + 7) % 7));
  return { from, to: daysAfter(from, 6) };
}

/** The month that a day lies in. */
export function monthOf(date: CivilDate): Period {
  const from = `${date.slice(0, 7)}-01`;
  const next = `${daysAfter(from, 31).slice(0, 7)}-01`;
  return { from, to: daysAfter(next, -1) };
}
