import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseModel, rotaCalendar, rotaOf, type Calendar } from '@keting/domain';
import { plainCalendar, sampleModel } from '@keting/domain/testing';
import * as fc from 'fast-check';
import { runs } from '../../support/runs.ts';

const rule = (id: string, hans: string, every: string, day: number, rest: object = {}) => ({
  id,
  label: { 'zh-Hans': hans, 'zh-Hant': hans, en: id },
  kinds: ['joint-committee'],
  every,
  day,
  at: '09:00',
  minutes: 60,
  source: 'ours',
  ...rest,
});

/** 周轮值、月例会、季活动、年述职. */
const rota = [
  rule('duty', '周轮值', 'week', 1, { turns: ['deputy'] }),
  rule('meeting', '月例会', 'month', 5),
  rule('activity', '季活动', 'quarter', 10, { minutes: 120 }),
  rule('report', '年述职', 'year', 366),
];
const model = sampleModel({ rota });
const deputies = ['d1', 'd2', 'd3'].map((person) => ({ person, post: 'deputy' }));
const unit = { id: 'joint', kind: 'joint-committee', holders: [...deputies, { person: 'm', post: 'member' }] };

/** The first week of October is off, the Saturday after it is worked. */
const october: Calendar = {
  day(date) {
    if (date >= '2026-10-01' && date <= '2026-10-07') return 'off';
    return date === '2026-10-10' ? 'working' : plainCalendar.day(date);
  },
};
const year = (calendar: Calendar = october) => rotaOf(model, { unit, year: 2026, calendar });
const of = (id: string, calendar?: Calendar) => year(calendar).filter((entry) => entry.rule === id);

test('[ORG-08] the calendar of a year: a turn each week, a meeting each month, an activity each quarter, one report', () => {
  assert.deepEqual(
    rota.map(({ id }) => of(id).length),
    [52, 12, 4, 1],
  );
  assert.deepEqual(
    of('activity').map(({ date }) => date),
    ['2026-01-12', '2026-04-10', '2026-07-10', '2026-10-10'],
  );
  assert.deepEqual(
    of('report').map(({ date }) => date),
    ['2026-12-31'],
  );
});

test('[ORG-08] public holidays are skipped: the next working day of the period, a make-up day among them', () => {
  const [week] = of('duty').filter(({ movedFrom }) => movedFrom === '2026-10-05');
  assert.equal(week?.date, '2026-10-08');
  assert.equal(of('meeting').find(({ movedFrom }) => movedFrom === '2026-10-05')?.date, '2026-10-08');
  assert.deepEqual(
    of('activity')
      .filter(({ date }) => date === '2026-10-10')
      .map(({ movedFrom }) => movedFrom),
    [undefined],
  );
  const shut: Calendar = { day: (date) => (date.startsWith('2026-02') ? 'off' : plainCalendar.day(date)) };
  assert.equal(of('meeting', shut).length, 11, 'a month without a working day has no meeting');
});

test('[ORG-08] past the last working day of a period it is the one before', () => {
  const late = sampleModel({ rota: [rule('late', '月末', 'month', 31)] });
  const days = rotaOf(late, { unit, year: 2026, calendar: plainCalendar }).map(({ date }) => date);
  assert.deepEqual(days.slice(0, 5), ['2026-01-30', '2026-02-27', '2026-03-31', '2026-04-30', '2026-05-29']);
});

test('[ORG-08] turns go round among the holders, in order; a rule without turns is for all', () => {
  assert.deepEqual(
    of('duty')
      .slice(0, 5)
      .map(({ person }) => person),
    ['d1', 'd2', 'd3', 'd1', 'd2'],
  );
  assert.ok(of('meeting').every(({ person }) => person === undefined));
  const empty = rotaOf(model, { unit: { ...unit, holders: [] }, year: 2026, calendar: october });
  assert.ok(empty.length === 69 && empty.every(({ person }) => person === undefined));
});

test('[ORG-08] a turn is taken only by who holds the post on its day: not before the term, and not after it', () => {
  const holders = [
    { person: 'former', post: 'deputy', from: '2022-01-01', until: '2025-06-01' },
    { person: 'leaving', post: 'deputy', from: '2022-01-01', until: '2026-01-19' },
    { person: 'coming', post: 'deputy', from: '2026-01-19' },
  ];
  const turns = rotaOf(model, { unit: { ...unit, holders }, year: 2026, calendar: plainCalendar })
    .filter((entry) => entry.rule === 'duty')
    .map(({ person }) => person);
  assert.deepEqual(turns.slice(0, 3), ['leaving', 'leaving', 'coming']);
  assert.deepEqual(new Set(turns.slice(2)), new Set(['coming']));
});

test('[ORG-08] a year whose holidays are not published goes by weekdays and says so', () => {
  const unknown: Calendar = { day: () => 'unpublished' };
  assert.deepEqual(
    year(unknown).map(({ rule: id, date }) => [id, date]),
    year(plainCalendar).map(({ rule: id, date }) => [id, date]),
  );
  assert.ok(year(unknown).every(({ provisional }) => provisional));
  assert.ok(year().every(({ provisional }) => !provisional));
});

test('[ORG-08] other kinds of unit, and places without a rota, have no calendar', () => {
  assert.deepEqual(rotaOf(model, { unit: { ...unit, kind: 'firm' }, year: 2026, calendar: october }), []);
  assert.deepEqual(rotaOf(sampleModel(), { unit, year: 2026, calendar: october }), []);
});

test('[ORG-08] whatever the year and the holidays, every entry is on a working day of its year, in order of time', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1990, max: 2090 }),
      fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
      (y, off) => {
        const calendar: Calendar = {
          day: (date) => (off.includes(Number(date.slice(5, 7))) ? 'off' : plainCalendar.day(date)),
        };
        const entries = rotaOf(model, { unit, year: y, calendar });
        for (const { date } of entries) assert.equal(calendar.day(date), 'working');
        assert.ok(entries.every(({ from, to }, i) => from < to && from >= (entries[i - 1]?.from ?? 0)));
        assert.equal(new Set(entries.map(({ rule: id, date }) => `${id} ${date}`)).size, entries.length);
        const weekly = rotaOf(model, { unit, year: y, calendar: plainCalendar }).filter(
          ({ rule: id }) => id === 'duty',
        );
        assert.ok(weekly.length === 52 || weekly.length === 53);
        assert.ok(weekly.every(({ date }) => date.startsWith(String(y)) && new Date(date).getUTCDay() === 1));
      },
    ),
    { numRuns: runs() },
  );
});

const exported = (name: string) =>
  rotaCalendar(model, year(), {
    name,
    language: 'zh-Hans',
    at: Date.parse('2026-01-01T00:00:00Z'),
    nameOf: (person) => (person === 'd2' ? undefined : `${person}, of the east; north`),
  });

test('[ORG-08] the calendar exports as iCalendar: one event each, in UTC, escaped, folded at 75 octets', () => {
  const text = exported('一个名字很长的社区“大党委”'.repeat(6));
  const lines = text.split('\r\n');
  assert.deepEqual(lines.slice(0, 3), ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Keting//Rota//ZH']);
  assert.deepEqual(lines.slice(-2), ['END:VCALENDAR', '']);
  assert.equal(lines.filter((line) => line === 'BEGIN:VEVENT').length, 69);
  const octets = new TextEncoder();
  assert.ok(lines.every((line) => octets.encode(line).length <= 75));
  assert.ok(!text.replace(/\r\n/g, '').includes('\n'));
  const unfolded = text.replace(/\r\n /g, '');
  assert.ok(unfolded.includes('一个名字很长的社区“大党委”'.repeat(6)));
  assert.ok(unfolded.includes('SUMMARY:周轮值 d1\\, of the east\\; north\r\n'));
  assert.ok(unfolded.includes('SUMMARY:周轮值\r\n'), 'a name that may not be seen is left out');
  const first = unfolded.slice(unfolded.indexOf('BEGIN:VEVENT'), unfolded.indexOf('END:VEVENT'));
  assert.ok(first.includes('DTSTART:20260105T010000Z\r\nDTEND:20260105T020000Z\r\n'));
  const uids = unfolded.match(/UID:.*/g) ?? [];
  assert.equal(new Set(uids).size, 69);
  assert.equal(exported('x'), exported('x'));
});

test('[ORG-08] an entry that moves once the holidays are published keeps its UID, so that no calendar holds both', () => {
  const monthly = sampleModel({ rota: [rule('meeting', '月例会', 'month', 1)] });
  const january = (calendar: Calendar) => rotaOf(monthly, { unit, year: 2027, calendar }).slice(0, 1);
  const uidOf = (calendar: Calendar) =>
    /UID:.*/.exec(rotaCalendar(monthly, january(calendar), { name: 'x', language: 'en', at: 0 }))?.[0];
  const unknown: Calendar = { day: () => 'unpublished' };
  const published: Calendar = { day: (date) => (date === '2027-01-01' ? 'off' : plainCalendar.day(date)) };
  assert.deepEqual(
    [unknown, published].map((calendar) => january(calendar)[0]?.date),
    ['2027-01-01', '2027-01-04'],
  );
  assert.equal(uidOf(unknown), uidOf(published));
});

test('[ORG-08] turns are of posts that such units have', () => {
  const parsed = parseModel({
    ...model,
    rota: [rule('duty', '轮值', 'week', 1, { turns: ['clerk'], kinds: ['joint-committee', 'x'] })],
  });
  assert.deepEqual(parsed.ok ? [] : parsed.faults.map(({ path, at }) => [path.join('.'), at]), [
    ['rota.0.kinds.1', 'x'],
  ]);
  const wrong = parseModel({ ...model, rota: [rule('duty', '轮值', 'week', 1, { turns: ['clerk'] })] });
  assert.deepEqual(wrong.ok ? [] : wrong.faults.map(({ code, at }) => [code, at]), [['not-in-kind', 'clerk']]);
});
