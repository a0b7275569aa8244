import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  checkInOf,
  isErased,
  person,
  personId,
  serviceIn,
  serviceRecords,
  serviceReportContext,
  unitId,
  yearOf,
  type CheckInFact,
  type ServiceRecordRow,
  type ServiceReportEvent,
} from '@keting/domain';
import { given, sampleModel } from '@keting/domain/testing';
import fc from 'fast-check';
import { countsOf, rowsOf } from './rows.ts';
import { volunteerModel } from './rules.ts';
import { runs } from '../../support/runs.ts';

const hour = 3_600_000;
const li = personId.parse('li');
const works = unitId.parse('works');
const now = Date.parse('2026-03-02T01:00:00Z');

const rows: readonly ServiceRecordRow[] = [
  { person: 'li', year: '2025', kind: 'wish', of: 'repair', times: 1, minutes: 0 },
  { person: 'li', year: '2025', kind: 'activity', of: 'patrol', times: 3, minutes: 190 },
  { person: 'li', year: '2025', kind: 'activity', of: 'aid', times: 1, minutes: 60 },
  { person: 'li', year: '2024', kind: 'activity', of: 'aid', times: 9, minutes: 999 },
  { person: 'wang', year: '2025', kind: 'activity', of: 'aid', times: 9, minutes: 999 },
];
const report = {
  year: '2025',
  lines: [
    { kind: 'activity' as const, of: 'aid', times: 1, minutes: 60 },
    { kind: 'activity' as const, of: 'patrol', times: 3, minutes: 190 },
    { kind: 'wish' as const, of: 'repair', times: 1, minutes: 0 },
  ],
  minutes: 250,
};
const of = { person: li, employer: works, draft: 1 };
const id = 'li-2025';
const sendAt = now + 48 * hour;
const drafted: ServiceReportEvent = { type: 'ReportDrafted', data: { ...of, report, day: '2026-03-02' } };
const consented: ServiceReportEvent = { type: 'ReportConsented', data: { ...of, sendAt } };
const declined: ServiceReportEvent = { type: 'ReportDeclined', data: of };
const lapsed: ServiceReportEvent = { type: 'ReportLapsed', data: of };
const sent: ServiceReportEvent = { type: 'ReportSent', data: { ...of, report, day: '2026-03-04' } };

const scene = (...past: readonly ServiceReportEvent[]) =>
  given(serviceReportContext, ...past)
    .under(volunteerModel())
    .by(person(li))
    .at(now)
    .with(checkInOf(li), { unit: works })
    .with(isErased(li), false)
    .with(serviceIn(li, '2025'), rows);
const ask = (type: 'DraftReport' | 'DeclineReport' | 'SendReport', year = '2025') =>
  ({ type, data: { person: 'li', year } }) as const;
const consent = (draft = 1) => ({ type: 'ConsentReport', data: { person: 'li', year: '2025', draft } }) as const;

suite('drawing up', () => {
  test('[VOL-05] the report of a year is made from the records of that person and that year', () => {
    assert.deepEqual(yearOf(rows, 'li', '2025'), report);
    assert.deepEqual(yearOf([], 'li', '2025'), { year: '2025', lines: [], minutes: 0 });
    scene()
      .when(ask('DraftReport'))
      .then({ type: 'ReportDrafted', data: { ...of, report } });
  });

  test('[VOL-05] only of a year that is over, for a unit that listed the person', () => {
    scene()
      .when(ask('DraftReport', '2026'))
      .refuses('report-year-not-over', { params: { year: '2026' } });
    scene()
      .with(checkInOf(li), {})
      .when(ask('DraftReport'))
      .refuses('report-employer-unknown', { ids: ['li'] });
    given(serviceReportContext)
      .under(sampleModel())
      .when(ask('DraftReport'))
      .refuses('yearly-report-lacking', { ids: ['li'] });
  });

  test('[VOL-05] it is drawn up anew until the person agrees, and not behind their back', () => {
    scene(drafted)
      .when(ask('DraftReport'))
      .then({ type: 'ReportDrafted', data: { draft: 2 } });
    scene(drafted, declined)
      .when(ask('DraftReport'))
      .then({ type: 'ReportDrafted', data: { draft: 2 } });
    scene(drafted, consented)
      .when(ask('DraftReport'))
      .refuses('report-consented', { ids: [id] });
    scene(drafted, consented, sent)
      .when(ask('DraftReport'))
      .refuses('report-sent', { ids: [id] });
  });

  test('[VOL-05] its minutes are the sum of the records, whatever they are', () => {
    const row = fc.record({
      person: fc.constantFrom('li', 'wang'),
      year: fc.constantFrom('2024', '2025'),
      kind: fc.constantFrom('activity' as const, 'post' as const, 'wish' as const),
      of: fc.constantFrom('aid', 'patrol', 'repair'),
      times: fc.integer({ min: 0, max: 9 }),
      minutes: fc.integer({ min: 0, max: 999 }),
    });
    fc.assert(
      fc.property(fc.array(row), (all) => {
        const counted = all.filter((one) => one.person === 'li' && one.year === '2025' && one.times > 0);
        const made = yearOf(all, 'li', '2025');
        assert.equal(
          made.minutes,
          counted.reduce((sum, { minutes }) => sum + minutes, 0),
        );
        assert.equal(made.lines.length, counted.length);
        assert.deepEqual(
          made.lines.map(({ kind }) => kind),
          [...made.lines.map(({ kind }) => kind)].sort(),
        );
      }),
      { numRuns: runs() },
    );
  });
});

suite('consent', () => {
  test('[VOL-05] it goes out only with the person’s consent, after a time to think better of it', () => {
    scene(drafted)
      .when(ask('SendReport'))
      .refuses('report-not-consented', { ids: [id] });
    scene(drafted, declined)
      .when(ask('SendReport'))
      .refuses('report-not-consented', { ids: [id] });
    const done = scene(drafted).when(consent()).then({ type: 'ReportConsented', data: { sendAt } });
    assert.deepEqual(serviceReportContext.due?.(done.state), { at: sendAt, command: ask('SendReport') });
    scene(drafted, consented)
      .at(sendAt - 1)
      .when(ask('SendReport'))
      .refuses('report-not-due', { ids: [id], params: { due: sendAt } });
    scene(drafted, consented).at(sendAt).when(ask('SendReport')).then({ type: 'ReportSent', data: { report } });
    scene(drafted, consented, sent)
      .when(ask('SendReport'))
      .refuses('report-sent', { ids: [id] });
  });

  test('[VOL-05] it goes to nobody where the person serves elsewhere by then, or on no list', () => {
    const sendingWhere = (listed: CheckInFact) =>
      scene(drafted, consented).at(sendAt).with(checkInOf(li), listed).when(ask('SendReport')).then(lapsed);
    sendingWhere({ unit: 'mill' });
    assert.equal(serviceReportContext.due?.(sendingWhere({}).state), undefined);
    scene(drafted, consented, lapsed)
      .when(ask('DraftReport'))
      .then({ type: 'ReportDrafted', data: { draft: 2 } });
  });

  test('[VOL-05] [ALL-02] of whoever was erased meanwhile nothing goes out', () => {
    scene(drafted, consented).at(sendAt).with(isErased(li), true).when(ask('SendReport')).then(lapsed);
  });

  test('[VOL-05] nobody agrees or declines in the person’s name', () => {
    const other = person(personId.parse('clerk'));
    scene(drafted)
      .by(other)
      .when(consent())
      .refuses('report-not-ones-own', { ids: [id] });
    scene(drafted)
      .by(other)
      .when(ask('DeclineReport'))
      .refuses('report-not-ones-own', { ids: [id] });
    scene()
      .when(consent())
      .refuses('report-not-drafted', { ids: ['li'] });
  });

  test('[VOL-05] the person agrees to what they saw, and can take it back until it has gone', () => {
    scene(drafted, { ...drafted, data: { ...drafted.data, draft: 2 } })
      .when(consent(1))
      .refuses('report-redrafted', { ids: [id] });
    scene(drafted, consented)
      .when(consent())
      .refuses('report-consented', { ids: [id] });
    scene(drafted, consented).when(ask('DeclineReport')).then(declined);
    scene(drafted, consented, sent)
      .when(ask('DeclineReport'))
      .refuses('report-sent', { ids: [id] });
    scene(drafted, declined).when(consent()).then({ type: 'ReportConsented' });
  });
});

suite('the views', () => {
  const happened = (...events: readonly ServiceReportEvent[]) =>
    events.map((event) => ({ stream: 'service-report/li-2025', event }) as const);

  test('[VOL-05] the person sees it first; the employer has nothing until it is sent', () => {
    const before = happened(drafted, consented);
    assert.deepEqual(rowsOf(serviceReportContext, 'service-reports', before), [
      { id, ...of, stage: 'consented', year: '2025', report, sendAt },
    ]);
    assert.deepEqual(rowsOf(serviceReportContext, 'sent-reports', before), []);
    assert.deepEqual(rowsOf(serviceReportContext, 'sent-reports', happened(drafted, consented, sent)), [
      { id, employer: 'works', person: 'li', year: '2025', report, day: '2026-03-04' },
    ]);
    const stage = (...events: readonly ServiceReportEvent[]) =>
      rowsOf(serviceReportContext, 'service-reports', happened(...events))[0]?.['stage'];
    assert.equal(stage(drafted, declined), 'declined');
    assert.equal(stage(drafted, consented, lapsed), 'lapsed');
  });

  test('[VOL-05] hours, posts and wishes are the records that it is made from, by year', () => {
    const hours = (day: string, minutes: number) => ({
      stream: 'hours/li' as const,
      event: {
        type: 'HoursCredited',
        data: { person: 'li', activity: 'a', unit: 'u', field: 'aid', from: 0, to: 1, minutes, day },
      },
    });
    const post = {
      stream: 'claimed-post/p' as const,
      event: { type: 'PostClaimed', data: { person: 'li', day: '2025-05-01', kind: 'stairwell' } },
    };
    const wish = {
      stream: 'wish/w' as const,
      event: { type: 'WishConfirmed', data: { claimer: 'li', day: '2025-06-01', kind: 'repair' } },
    };
    const all = countsOf(serviceRecords, [
      hours('2025-12-31', 60),
      hours('2025-01-01', 30),
      hours('2026-01-01', 10),
      post,
      wish,
    ]);
    assert.deepEqual(all, [
      { person: 'li', year: '2025', kind: 'activity', of: 'aid', times: 2, minutes: 90 },
      { person: 'li', year: '2026', kind: 'activity', of: 'aid', times: 1, minutes: 10 },
      { person: 'li', year: '2025', kind: 'post', of: 'stairwell', times: 1, minutes: 0 },
      { person: 'li', year: '2025', kind: 'wish', of: 'repair', times: 1, minutes: 0 },
    ]);
  });
});
