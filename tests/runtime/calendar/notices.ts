import type { Calendar } from '@keting/domain';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as z from 'zod/mini';
import { calendarOf, type CalendarData } from '../../../packages/runtime/src/calendar.ts';

const require = createRequire(import.meta.url);

/** One yearly file of `chinese-days`: days off and make-up days by date, each with its occasion. */
const notice = z.object({
  holidays: z.record(z.string(), z.string()),
  workdays: z.record(z.string(), z.string()),
});

function noticeOf(year: number) {
  const path = require.resolve(`chinese-days/dist/years/${year}.json`);
  return notice.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** The State Council's notices of some years, as `chinese-days` carries them. */
export function noticesOf(years: readonly number[]): CalendarData {
  const notices = years.map(noticeOf);
  return {
    years,
    holidays: notices.flatMap(({ holidays }) => Object.keys(holidays)),
    workdays: notices.flatMap(({ workdays }) => Object.keys(workdays)),
  };
}

/** Years from `first` to `last`, both included. */
export const years = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** The calendar of 2018 to 2026. */
export const calendar: Calendar = calendarOf(noticesOf(years(2018, 2026)));
