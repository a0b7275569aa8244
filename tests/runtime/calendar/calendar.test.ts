import chineseDays from 'chinese-days';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarOf } from '../../../packages/runtime/src/calendar.ts';
import { calendar } from './notices.ts';

const day = 24 * 60 * 60 * 1000;

const datesFrom = (first: string, last: string): readonly string[] => {
  const count = (Date.parse(last) - Date.parse(first)) / day + 1;
  return Array.from({ length: count }, (_, i) => new Date(Date.parse(first) + i * day).toISOString().slice(0, 10));
};

test('[CASE-05] every day of 2018 to 2026 is as the yearly notices have it', () => {
  for (const date of datesFrom('2018-01-01', '2026-12-31')) {
    assert.equal(calendar.day(date), chineseDays.isWorkday(date) ? 'working' : 'off', date);
  }
});

test('[CASE-05] National Day 2018: the weekend before is worked, the week is off', () => {
  const kinds = datesFrom('2018-09-28', '2018-10-08').map((date) => calendar.day(date));
  assert.deepEqual(kinds, ['working', 'working', 'working', ...Array.from({ length: 7 }, () => 'off'), 'working']);
});

test('[CASE-05] a year without a notice is unpublished, weekends included', () => {
  assert.equal(calendar.day('2027-01-01'), 'unpublished');
  assert.equal(calendar.day('2027-01-02'), 'unpublished');
  assert.equal(calendar.day('2017-12-29'), 'unpublished');
});

test('days that no notice names are worked from Monday to Friday', () => {
  const plain = calendarOf({ years: [2018], holidays: [], workdays: [] });
  const week = datesFrom('2018-10-29', '2018-11-04').map((date) => plain.day(date));
  assert.deepEqual(week, ['working', 'working', 'working', 'working', 'working', 'off', 'off']);
});
