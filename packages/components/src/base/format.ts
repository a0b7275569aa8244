import type { Language } from '@keting/domain';

const hour = 3_600_000;
const minute = 60_000;

interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly clock: string;
}

function localTime(instant: number, { utcOffsetMinutes }: Pick<Reading, 'utcOffsetMinutes'>): LocalTime {
  const local = new Date(instant + utcOffsetMinutes * minute);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    clock: local.toISOString().slice(11, 16),
  };
}

const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dayText(year: number | undefined, month: number, day: number, language: Language): string {
  if (language === 'en') {
    const text = `${day} ${englishMonths[month - 1] ?? ''}`;
    return year === undefined ? text : `${text} ${year}`;
  }
  const text = `${month}月${day}日`;
  return year === undefined ? text : `${year}年${text}`;
}

/** Where and when a text is read: the district's offset from UTC in minutes, and the present in milliseconds, UTC. */
export interface Reading {
  readonly utcOffsetMinutes: number;
  readonly now: number;
}

/** All of China keeps one time; a model elsewhere states its own. */
const chinaOffset = 480;

/** Reading at this moment, in China unless an offset is stated. */
export function readingNow(utcOffsetMinutes: number = chinaOffset): Reading {
  return { utcOffsetMinutes, now: Date.now() };
}

/** `10月30日 08:42`, or `30 Oct 08:42`; with the year only when it is not this one. */
export function formatInstant(instant: number, language: Language, reading: Reading = readingNow()): string {
  const { year, month, day, clock } = localTime(instant, reading);
  const thisYear = localTime(reading.now, reading).year;
  return `${dayText(year === thisYear ? undefined : year, month, day, language)} ${clock}`;
}

/** The time of day only, `08:42`, for lists that state the day once. */
export function formatClock(instant: number, utcOffsetMinutes: number = chinaOffset): string {
  return localTime(instant, { utcOffsetMinutes }).clock;
}

/** The day of an instant, `10月30日`; with the year only when it is not this one. */
export function formatDay(instant: number, language: Language, reading: Reading = readingNow()): string {
  const { year, month, day } = localTime(instant, reading);
  const thisYear = localTime(reading.now, reading).year;
  return dayText(year === thisYear ? undefined : year, month, day, language);
}

/** A civil date `YYYY-MM-DD` as `2018年10月30日`; without the year when it is the year of `now`. Other text stays. */
export function formatCivilDate(date: string, language: Language, reading: Reading = readingNow()): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return date;
  const year = Number(match[1]);
  const thisYear = localTime(reading.now, reading).year;
  return dayText(year === thisYear ? undefined : year, Number(match[2]), Number(match[3]), language);
}

/**
 * An amount of working time in milliseconds, in the words of the field: `25 分钟`, `3 工作时`, `3.5 工作时`.
 * Hours are rounded to halves, minutes up, so that what is left is never told as none.
 */
export function formatWorkingTime(milliseconds: number, language: Language): string {
  const amount = Math.abs(milliseconds);
  const minutes = Math.ceil(amount / minute);
  if (minutes < 60) return minutesText(minutes, language);
  const hours = Math.round((amount / hour) * 2) / 2;
  return workingHoursText(hours, language);
}

/** Hours by the clock, in halves; minutes below an hour. For what runs day and night. */
export function formatClockTime(milliseconds: number, language: Language): string {
  const amount = Math.abs(milliseconds);
  const minutes = Math.ceil(amount / minute);
  if (minutes < 60) return minutesText(minutes, language);
  const hours = Math.round((amount / hour) * 2) / 2;
  if (language === 'en') return `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
  return language === 'zh-Hant' ? `${hours} 小時` : `${hours} 小时`;
}

function minutesText(minutes: number, language: Language): string {
  if (language === 'en') return `${minutes} min`;
  return language === 'zh-Hant' ? `${minutes} 分鐘` : `${minutes} 分钟`;
}

/** `3 工作时`, `3 工作時`, `3 working hours`. */
export function workingHoursText(hours: number, language: Language): string {
  const count = formatNumber(hours, language);
  if (language === 'en') return `${count} working ${hours === 1 ? 'hour' : 'hours'}`;
  return language === 'zh-Hant' ? `${count} 工作時` : `${count} 工作时`;
}

/** `3 工作日`, `3 working days`. */
export function workingDaysText(days: number, language: Language): string {
  const count = formatNumber(days, language);
  return language === 'en' ? `${count} working ${days === 1 ? 'day' : 'days'}` : `${count} 工作日`;
}

/** A number with its thousands set apart: `6,287`. At most two decimals. */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(language === 'en' ? 'en' : 'zh-CN', { maximumFractionDigits: 2 }).format(value);
}

/** A share between 0 and 1 as `98.69%`; at most two decimals. */
export function formatShare(share: number, language: Language): string {
  const locale = language === 'en' ? 'en' : 'zh-CN';
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(share);
}
