import {
  allowance,
  civilDateOf,
  deadline,
  startOfDay,
  workingBetween,
  workingTime,
  type Allowance,
  type Instant,
  type Reckoned,
  type WorkingTime,
} from '@keting/domain';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as z from 'zod/mini';
import { calendar } from '../../runtime/calendar/notices.ts';
import { runs } from '../../support/runs.ts';

const hour = 60 * 60 * 1000;

/** Seven hours a day, China Standard Time. */
const office: WorkingTime = {
  utcOffsetMinutes: 480,
  periods: [
    { from: '08:30', to: '12:00' },
    { from: '14:00', to: '17:30' },
  ],
};
const dayLength = 7 * hour;

/** An instant by the clock on the wall in Luqiao, as `2018-09-28 16:30`. */
const at = (wall: string): Instant => Date.parse(`${wall.replace(' ', 'T')}:00+08:00`);

const wall = (instant: Instant): string => new Date(instant + 8 * hour).toISOString().slice(0, 16).replace('T', ' ');

const reckon = (from: string, length: Allowance): Reckoned => deadline(at(from), length, office, calendar);

const ends = (from: string, length: Allowance): string => wall(reckon(from, length).at);

describe('[CASE-05] hours by the clock', () => {
  test('run through nights, weekends and holidays', () => {
    assert.equal(ends('2018-10-01 22:00', { hours: 24 }), '2018-10-02 22:00');
    assert.equal(ends('2018-10-01 22:00', { hours: 1.5 }), '2018-10-01 23:30');
  });
});

describe('[CASE-05] working hours', () => {
  const rules: readonly (readonly [rule: string, from: string, hours: number, ends: string])[] = [
    ['run on within the day', '2018-10-30 09:00', 2, '2018-10-30 11:00'],
    ['pause at noon', '2018-10-30 11:30', 1, '2018-10-30 14:30'],
    ['that start at noon begin with the afternoon', '2018-10-30 12:45', 1, '2018-10-30 15:00'],
    ['that start before work begin with it', '2018-10-30 06:00', 1, '2018-10-30 09:30'],
    ['that end with the day end that day, not the next morning', '2018-10-30 16:30', 1, '2018-10-30 17:30'],
    ['that end with the morning end at noon, not after it', '2018-10-30 11:00', 1, '2018-10-30 12:00'],
    ['go on the next working day', '2018-10-30 16:30', 2, '2018-10-31 09:30'],
    ['skip a weekend', '2018-10-26 16:30', 2, '2018-10-29 09:30'],
    ['go on on a Saturday that is worked', '2018-09-28 16:30', 2, '2018-09-29 09:30'],
    ['skip the week of National Day', '2018-09-30 17:00', 1, '2018-10-08 09:00'],
    ['that start in a holiday begin after it', '2018-10-03 10:00', 1, '2018-10-08 09:30'],
    ['may be a part of an hour', '2018-10-30 09:00', 0.5, '2018-10-30 09:30'],
    ['may be many days long', '2018-09-28 08:30', 21, '2018-09-30 17:30'],
  ];
  for (const [rule, from, workingHours, end] of rules) {
    test(rule, () => assert.equal(ends(from, { workingHours }), end));
  }
});

describe('[CASE-05] working days', () => {
  const rules: readonly (readonly [rule: string, from: string, days: number, ends: string])[] = [
    ['do not count the day they start on', '2018-10-30 08:00', 1, '2018-10-31 17:30'],
    ['end with the work of the last day, whenever they start', '2018-10-30 23:59', 1, '2018-10-31 17:30'],
    ['skip a weekend', '2018-10-26 10:00', 1, '2018-10-29 17:30'],
    ['count the Saturday and Sunday worked before National Day 2018', '2018-09-28 10:00', 2, '2018-09-30 17:30'],
    ['skip the week of National Day 2018', '2018-09-28 10:00', 3, '2018-10-08 17:30'],
    ['that start in a holiday count from the first day after it', '2018-10-03 10:00', 1, '2018-10-08 17:30'],
    ['that start on a Sunday that is worked do not count it', '2018-09-30 10:00', 1, '2018-10-08 17:30'],
  ];
  for (const [rule, from, workingDays, end] of rules) {
    test(rule, () => assert.equal(ends(from, { workingDays }), end));
  }
});

describe('[CASE-05] a year whose notice is not in', () => {
  test('is reckoned by weekday alone and marked', () => {
    const { at: end, unpublishedYears } = reckon('2026-12-31 16:00', { workingDays: 2 });
    assert.equal(wall(end), '2027-01-04 17:30');
    assert.deepEqual(unpublishedYears, [2027]);
  });

  test('is marked for working hours too', () => {
    assert.deepEqual(reckon('2026-12-31 17:00', { workingHours: 1 }).unpublishedYears, [2027]);
  });

  test('is each named once, in order', () => {
    const { unpublishedYears } = reckon('2026-12-31 16:00', { workingDays: 365 });
    assert.deepEqual(unpublishedYears, [2027, 2028]);
  });

  test('is not marked where the deadline does not reach it, nor for hours by the clock', () => {
    assert.deepEqual(reckon('2026-12-30 16:00', { workingDays: 1 }).unpublishedYears, []);
    assert.deepEqual(reckon('2026-12-31 16:00', { hours: 48 }).unpublishedYears, []);
  });
});

describe('[CASE-05] deadlines and working time agree', () => {
  const instant = fc.integer({ min: at('2018-01-02 00:00'), max: at('2025-06-30 00:00') });
  const halfHours = fc.integer({ min: 1, max: 200 });

  test('between the start and the end of working hours lie exactly those hours', () => {
    fc.assert(
      fc.property(instant, halfHours, (from, halves) => {
        const end = deadline(from, { workingHours: halves / 2 }, office, calendar).at;
        assert.equal(workingBetween(from, end, office, calendar), (halves * hour) / 2);
      }),
      { numRuns: runs() },
    );
  });

  test('working days are full days after the first', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const end = deadline(from, { workingDays: days }, office, calendar).at;
        const nextDay = startOfDay(civilDateOf(from, office), office) + 24 * hour;
        assert.equal(workingBetween(nextDay, end, office, calendar), days * dayLength);
      }),
      { numRuns: runs() },
    );
  });

  test('who has longer, or starts later, never has to end sooner', () => {
    fc.assert(
      fc.property(instant, halfHours, fc.nat(100), fc.nat(72), (from, halves, longer, later) => {
        const end = (start: Instant, count: number) =>
          deadline(start, { workingHours: count / 2 }, office, calendar).at;
        assert.ok(end(from, halves) > from);
        assert.ok(end(from, halves + longer) >= end(from, halves));
        assert.ok(end(from + later * hour, halves) >= end(from, halves));
      }),
      { numRuns: runs() },
    );
  });

  test('working time adds up over parts, and is nothing where the end is not after the start', () => {
    fc.assert(
      fc.property(instant, fc.nat(400), fc.nat(400), (from, first, second) => {
        const middle = from + first * hour;
        const to = middle + second * hour;
        const between = (a: Instant, b: Instant) => workingBetween(a, b, office, calendar);
        assert.equal(between(from, middle) + between(middle, to), between(from, to));
        assert.equal(between(to, from), 0);
      }),
      { numRuns: runs() },
    );
  });
});

describe('civil days', () => {
  test('begin at midnight of the place, not of UTC', () => {
    assert.equal(civilDateOf(at('2018-10-30 00:00'), office), '2018-10-30');
    assert.equal(civilDateOf(at('2018-10-30 00:00') - 1, office), '2018-10-29');
    assert.equal(startOfDay('2018-10-30', office), at('2018-10-30 00:00'));
  });

  test('a day begins in itself, wherever the place is', () => {
    const offset = fc.integer({ min: -720, max: 840 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), offset, (instant, utcOffsetMinutes) => {
        const place = { utcOffsetMinutes };
        const start = startOfDay(civilDateOf(instant, place), place);
        assert.ok(start <= instant && instant < start + 24 * hour);
      }),
      { numRuns: runs() },
    );
  });
});

describe('what a model may say of time', () => {
  const accepts = (schema: z.ZodMiniType, value: unknown) => z.safeParse(schema, value).success;
  const periods = (...times: readonly (readonly [from: string, to: string])[]) => ({
    utcOffsetMinutes: 480,
    periods: times.map(([from, to]) => ({ from, to })),
  });

  test('periods of work follow one another within the day', () => {
    assert.ok(accepts(workingTime, office));
    assert.ok(!accepts(workingTime, periods(['09:00', '12:00'], ['11:00', '17:00'])));
    assert.ok(!accepts(workingTime, periods(['14:00', '17:00'], ['09:00', '12:00'])));
    assert.ok(!accepts(workingTime, periods(['12:00', '09:00'])));
    assert.ok(!accepts(workingTime, periods(['09:00', '24:00'])));
    assert.ok(!accepts(workingTime, periods()));
  });

  test('an allowance is one kind of length, and above nothing', () => {
    assert.ok(accepts(allowance, { hours: 0.5 }));
    assert.ok(accepts(allowance, { workingHours: 2.5 }));
    assert.ok(accepts(allowance, { workingDays: 15 }));
    for (const wrong of [{}, { hours: 0 }, { workingHours: -1 }, { workingDays: 1.5 }, { hours: 1, workingDays: 1 }]) {
      assert.ok(!accepts(allowance, wrong), JSON.stringify(wrong));
    }
  });
});
