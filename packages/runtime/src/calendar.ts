import type { Calendar, CivilDate } from '@keting/domain';

/** What the State Council's yearly notices say, put together for all the years that there is a notice for. */
export interface CalendarData {
  /** Years with a notice. Every day of another year is `unpublished`. */
  readonly years: readonly number[];
  /** Days off, those that fall on a weekend anyway may be among them. */
  readonly holidays: readonly CivilDate[];
  /** Weekend days that are worked to make up for days off (调休). */
  readonly workdays: readonly CivilDate[];
}

const isWeekend = (date: CivilDate): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/**
 * A calendar from data. The notices themselves come from outside, as from the npm package `chinese-days`, whose yearly
 * files hold both lists as keys: `calendarOf({ years: [2018], holidays: Object.keys(file.holidays), workdays: Object.keys(file.workdays) })`.
 */
export function calendarOf({ years, holidays, workdays }: CalendarData): Calendar {
  const published = new Set(years);
  const off = new Set(holidays);
  const worked = new Set(workdays);
  return {
    day(date) {
      if (!published.has(Number(date.slice(0, 4)))) return 'unpublished';
      if (worked.has(date)) return 'working';
      return off.has(date) || isWeekend(date) ? 'off' : 'working';
    },
  };
}
