import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  formatCivilDate,
  formatClock,
  formatDay,
  formatInstant,
  formatNumber,
  formatShare,
  formatWorkingTime,
  readingNow,
  workingDaysText,
  workingHoursText,
} from '../../../packages/components/src/base/format.ts';
import { languageOfTag } from '../../../packages/components/src/base/language.ts';

/** Read in China in the year 2018. */
const in2018 = { utcOffsetMinutes: 480, now: Date.UTC(2018, 10, 22) };
const morning = Date.UTC(2018, 9, 30, 0, 42);

test('[ALL-04] a moment is told as a date and a time, in the time of the district', () => {
  assert.equal(formatInstant(morning, 'zh-Hans', in2018), '10月30日 08:42');
  assert.equal(formatInstant(morning, 'zh-Hant', in2018), '10月30日 08:42');
  assert.equal(formatInstant(morning, 'en', in2018), '30 Oct 08:42');
  assert.equal(formatInstant(morning, 'en', { ...in2018, utcOffsetMinutes: 0 }), '30 Oct 00:42');
  assert.equal(formatClock(morning), '08:42');
});

test('the year is told only when it is not this one', () => {
  const in2019 = { ...in2018, now: Date.UTC(2019, 5, 1) };
  assert.equal(formatInstant(morning, 'zh-Hans', in2019), '2018年10月30日 08:42');
  assert.equal(formatDay(morning, 'en', in2019), '30 Oct 2018');
  assert.equal(formatDay(morning, 'en', in2018), '30 Oct');
  assert.equal(formatCivilDate('2018-10-30', 'zh-Hans', in2018), '10月30日');
  assert.equal(formatCivilDate('2018-10-30', 'zh-Hans', in2019), '2018年10月30日');
});

test('the year turns with the time of the district, not with UTC', () => {
  const newYear = Date.UTC(2018, 11, 31, 16, 5);
  assert.equal(formatInstant(newYear, 'zh-Hans', { utcOffsetMinutes: 480, now: newYear }), '1月1日 00:05');
  assert.equal(formatInstant(newYear, 'zh-Hans', in2018), '2019年1月1日 00:05');
});

test('what is no date stays as it is', () => {
  assert.equal(formatCivilDate('unknown', 'en', in2018), 'unknown');
});

test('[CASE-05] working time is told in working hours, to the half, and short times in minutes', () => {
  const hour = 3_600_000;
  assert.equal(formatWorkingTime(3 * hour, 'zh-Hans'), '3 工作时');
  assert.equal(formatWorkingTime(3.6 * hour, 'zh-Hant'), '3.5 工作時');
  assert.equal(formatWorkingTime(-2 * hour, 'en'), '2 working hours');
  assert.equal(formatWorkingTime(hour, 'en'), '1 working hour');
  assert.equal(formatWorkingTime(1, 'zh-Hans'), '1 分钟');
  assert.equal(formatWorkingTime(59.5 * 60_000, 'zh-Hans'), '1 工作时');
  assert.equal(workingHoursText(8, 'zh-Hans'), '8 工作时');
  assert.equal(workingDaysText(5, 'zh-Hans'), '5 工作日');
  assert.equal(workingDaysText(1, 'en'), '1 working day');
});

test('numbers are grouped, shares told in per cent', () => {
  assert.equal(formatNumber(6287, 'zh-Hans'), '6,287');
  assert.equal(formatShare(0.9869, 'en'), '98.69%');
});

test('reading is in China unless told otherwise', () => {
  assert.equal(readingNow().utcOffsetMinutes, 480);
  assert.equal(readingNow(0).utcOffsetMinutes, 0);
});

test('[ALL-04] tags of languages are read by script and region', () => {
  const read = ['zh', 'zh-CN', 'zh-Hans-SG', 'zh-TW', 'zh-HK', 'zh-Hant', 'en-GB', 'EN', 'fr', ''].map(languageOfTag);
  assert.deepEqual(read, [
    'zh-Hans',
    'zh-Hans',
    'zh-Hans',
    'zh-Hant',
    'zh-Hant',
    'zh-Hant',
    'en',
    'en',
    undefined,
    undefined,
  ]);
});
