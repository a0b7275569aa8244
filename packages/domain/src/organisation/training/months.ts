import type { CivilDate } from '../../kernel/time.ts';

/** The day that corresponds so many months on; where that month has no such day, its last (Civil Code, article 202). */
export function monthsAfter(date: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
