import type { CivilDate } from '../kernel/time.ts';

const dayLength = 86_400_000;
const named = (utc: number): CivilDate => new Date(utc).toISOString().slice(0, 10);

/** The day so many days after a day, or before it where the number is below 0. */
export const daysAfter = (date: CivilDate, days: number): CivilDate =>
  named(Date.parse(`${date}T00:00:00Z`) + days * dayLength);

/**
 * The day that corresponds so many months later; the last of that month where it has no such day, as 28 February after
 * 31 August and six months (Civil Code, article 202).
 */
export function monthsAfter(date: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = Date.UTC(year, month - 1 + months, 1);
  const last = Date.UTC(year, month + months, 0);
  return named(Math.min(first + (day - 1) * dayLength, last));
}
