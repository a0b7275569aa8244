import type { Calendar } from '@keting/runtime';
import notices from 'chinese-days';

/** The years that the pinned release of `chinese-days` carries the State Council's notices of. */
const firstYear = 2018;
const lastYear = 2026;

/** Working days as the yearly notices have them; a year without one is said to be so, never guessed. */
export const calendar: Calendar = {
  day(date) {
    const year = Number(date.slice(0, 4));
    if (year < firstYear || year > lastYear) return 'unpublished';
    return notices.isWorkday(date) ? 'working' : 'off';
  },
};
