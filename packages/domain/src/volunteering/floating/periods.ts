import type { UsePeriod } from '../../governance-model/volunteering-rules.ts';
import type { CivilDate } from '../../kernel/time.ts';

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** The first day of the period that holds a day; it names the period. */
export function periodOf(day: CivilDate, period: UsePeriod): CivilDate {
  const [year = '', month = ''] = day.split('-');
  switch (period) {
    case 'year':
      return `${year}-01-01`;
    case 'quarter':
      return `${year}-${twoDigits(Math.floor((Number(month) - 1) / 3) * 3 + 1)}-01`;
    case 'month':
      return `${year}-${month}-01`;
  }
}

const months: Readonly<Record<UsePeriod, number>> = { month: 1, quarter: 3, year: 12 };

/** The first day of the period that follows the one that begins on a day. */
export function periodAfter(begins: CivilDate, period: UsePeriod): CivilDate {
  const [year = '', month = ''] = begins.split('-');
  const count = Number(year) * 12 + Number(month) - 1 + months[period];
  return `${String(Math.floor(count / 12))}-${twoDigits((count % 12) + 1)}-01`;
}
