import assert from 'node:assert/strict';
import { test } from 'node:test';
import { luqiao } from '@keting/models';
import {
  caseCounts,
  caseRates,
  caseSettled,
  caseUnitCounts,
  caseUnitRates,
  cases,
  rateColumns,
  settledShare,
  settlementLevels,
  type CaseEvent,
  type CaseRow,
  type Sum,
} from '@keting/domain';
import { recorded, sampleModel } from '@keting/domain/testing';
import { rowsOf, type Row } from './counted.ts';
import { aCase, grid, happened, inStage, report, step, wayTo, type Asked } from './small-case.ts';

const to = (...more: readonly Asked[]): readonly Asked[] => [...wayTo.accepted, ...more];
const bySettled = to(step('EscalateCase'), step('SettleCase'));
const byCouncil = to(step('EscalateCase', { tier: 'council' }), step('SettleCase'));
const byStreet = to(step('EscalateCase', { tier: 'street-meeting' }), step('SettleCase'));
const byOffice = to(
  step('DispatchCase', { handler: 'office', reason: 'Theirs' }),
  step('HandleCase'),
  step('VerifyCase'),
);

const cohort = { grid, class: 'dispute', day: '2026-03-02' };

test('[CASE-09] what settles a case is on record with its tier: a grid, a tier of units, by a handler or a meeting', () => {
  const at = (way: readonly Asked[]) => rowsOf(caseSettled, [happened(way)]);
  assert.deepEqual(at(bySettled), [{ ...cohort, level: 'grid', by: 'meeting', unit: '', settled: 1 }]);
  assert.deepEqual(at(byCouncil), [{ ...cohort, level: 'community', by: 'meeting', unit: '', settled: 1 }]);
  assert.deepEqual(at(byStreet), [{ ...cohort, level: 'street', by: 'meeting', unit: '', settled: 1 }]);
  assert.deepEqual(at(wayTo.closed), [{ ...cohort, level: 'community', by: 'handler', unit: 'council', settled: 1 }]);
  assert.deepEqual(at(byOffice), [{ ...cohort, level: 'street', by: 'handler', unit: 'office', settled: 1 }]);
  assert.deepEqual(at([...byOffice, step('ReopenCase')]), [], 'what is reopened is settled no more');
});

test('[CASE-09] a handler that is no more settles at no tier that is known', () => {
  inStage('verifying')
    .withAll('unitOf', () => undefined)
    .when(step('VerifyCase'))
    .then({ type: 'CaseVerified', data: { settlement: undefined } });
});

const parted = (rows: readonly Row[]): readonly Sum[] =>
  rows.map(({ level, settled }) => ({ level: String(level), settled: Number(settled) }));

test('[CASE-09] more than 95 % are settled at the living room’s tier or below; the street settles the rest', () => {
  const times = (count: number, way: readonly Asked[]) => Array<readonly CaseEvent[]>(count).fill(happened(way));
  const rows = rowsOf(caseSettled, [
    ...times(60, bySettled),
    ...times(24, byCouncil),
    ...times(12, wayTo.closed),
    ...times(3, byStreet),
    ...times(1, byOffice),
  ]);
  const sums = parted(rows);
  const model = sampleModel();
  assert.equal(settledShare(sums, 'grid', model), 0.6);
  assert.equal(settledShare(sums, 'community', model), 0.96);
  assert.ok((settledShare(sums, 'community', model) ?? 0) > 0.95);
  assert.equal(settledShare(sums, 'district', model), 1);
  assert.equal(settledShare(sums, 'moon', model), undefined);
  assert.equal(settledShare([], 'grid', model), undefined);
  const room = luqiao.kinds.find(({ id }) => id === 'living-room');
  assert.ok(room);
  const levels = settlementLevels(luqiao);
  assert.ok(levels.indexOf('grid') < levels.indexOf(room.tier) && levels.indexOf(room.tier) < levels.indexOf('street'));
});

test('[CASE-08] 588 matters are all closed; of those that were rated 98.69 % are satisfied', () => {
  const rated = (rating: string) => happened([...wayTo.replied, step('RateCase', { rating })]);
  const histories = [
    ...Array<readonly CaseEvent[]>(453).fill(rated('satisfied')),
    ...Array<readonly CaseEvent[]>(6).fill(rated('unsatisfied')),
    ...Array<readonly CaseEvent[]>(129).fill(happened(wayTo.replied)),
  ];
  const [sums] = rowsOf(caseCounts, histories);
  assert.ok(sums);
  assert.equal(sums['closed'], 588);
  const { closingRate, satisfactionRate = 0 } = caseRates(sums);
  assert.equal(closingRate, 1);
  assert.equal(Math.round(satisfactionRate * 10_000) / 100, 98.69);
});

test('[CASE-08] a unit’s rates are of the cases it was given', () => {
  const sums = {
    given: 5,
    reachable: 4,
    contacted: 3,
    overdue: 1,
    closed: 3,
    rated: 2,
    satisfied: 1,
    asked: 2,
    resolved: 2,
  };
  assert.deepEqual(caseUnitRates(sums), {
    responseRate: 0.75,
    closingRate: 0.6,
    resolutionRate: 1,
    satisfactionRate: 0.5,
    overdueRate: 0.2,
  });
  assert.equal(caseUnitRates({}).closingRate, undefined);
  assert.ok(rateColumns.includes('asked'));
});

test('[CASE-08] whether it is resolved is said of the unit that handled it then, not of the next that a reopened case goes to', () => {
  const handled = (handler: string) => [
    step('DispatchCase', { handler, reason: 'Because' }),
    ...[step('HandleCase'), step('VerifyCase'), step('ReplyCase')],
  ];
  const reopened = to(
    ...handled('council'),
    step('RateCase', { rating: 'unsatisfied', resolved: false }),
    step('ReopenCase'),
    ...handled('office'),
    step('RateCase', { rating: 'satisfied' }),
  );
  const answers = (...asked: readonly Asked[]) =>
    rowsOf(caseUnitCounts, [happened(asked)]).map((row) => [row['unit'], row['rated'], row['asked'], row['resolved']]);
  assert.deepEqual(answers(...reopened), [
    ['council', 0, 1, 0],
    ['office', 1, 0, 0],
  ]);
  assert.deepEqual(answers(...reopened, step('RateCase', { resolved: true })), [['office', 1, 1, 1]]);
});

test('[CASE-08] a contact counts with the handing out of its case, whichever comes first, so no rate passes 100 %', () => {
  const [contact, dispatch] = [step('ContactReporter'), step('DispatchCase')];
  const counts = (...asked: readonly Asked[]) => {
    const [row] = rowsOf(caseCounts, [happened(to(...asked))]);
    return [row?.['contacted'], row?.['dispatched']];
  };
  assert.deepEqual(counts(contact), [0, 0]);
  assert.deepEqual(counts(contact, step('WithdrawCase')), [0, 0]);
  assert.deepEqual(counts(dispatch), [0, 1]);
  assert.deepEqual(counts(dispatch, contact, contact), [1, 1]);
  assert.deepEqual(counts(contact, contact, dispatch), [1, 1]);
  assert.deepEqual(counts(contact, dispatch, step('ReturnCase'), contact, dispatch), [1, 1]);
  assert.deepEqual(counts(contact, step('EscalateCase'), step('ReferCase')), [1, 1]);
});

test('[CASE-08] a contact after its time is a contact, and none in time', () => {
  const base = sampleModel();
  const grades = base.cases.grades.map((one) => ({ ...one, firstContact: { hours: 2 } }));
  const model = { ...base, cases: { ...base.cases, grades } };
  const past = happened(wayTo.dispatched, model);
  const by = aCase(...past).state('case/c1')?.contactBy?.at ?? 0;
  const contacted = (at: number) =>
    aCase(...past)
      .under(model)
      .at(at)
      .when(step('ContactReporter'))
      .then({ type: 'ReporterContacted', data: { first: true, inTime: at <= by } }).events;
  assert.equal(rowsOf(caseCounts, [[...past, ...contacted(by)]])[0]?.['contacted'], 1);
  assert.equal(rowsOf(caseCounts, [[...past, ...contacted(by + 1)]])[0]?.['contacted'], 0);
  const overdue = step('NoteContactOverdue', { due: by });
  aCase(...past)
    .under(model)
    .at(by - 1)
    .when(overdue)
    .refuses('deadline-not-reached', { ids: ['c1'], params: { due: by } });
  const { events } = aCase(...past)
    .under(model)
    .at(by)
    .when(overdue)
    .then({ type: 'ContactOverdue', data: { cohort, due: by } });
  aCase(...past, ...events)
    .under(model)
    .at(by)
    .when(overdue)
    .refuses('deadline-moved', { ids: ['c1'] });
  aCase(...past, ...events)
    .under(model)
    .at(by)
    .when(step('ContactReporter'))
    .then({ type: 'ReporterContacted', data: { inTime: false } });
});

test('[CASE-05] nobody is asked to contact a reporter who left neither a name nor a contact, and no rate counts it', () => {
  const base = sampleModel();
  const grades = base.cases.grades.map((one) => ({ ...one, firstContact: { hours: 2 } }));
  const model = { ...base, cases: { ...base.cases, grades } };
  const given = (mode: string) => {
    const [, ...way] = wayTo.dispatched;
    return happened([report({ mode }), ...way], model);
  };
  const nameless = given('anonymous');
  assert.equal(aCase(...nameless).state('case/c1')?.contactBy, undefined);
  aCase(...nameless)
    .under(model)
    .when(step('ContactReporter'))
    .refuses('reporter-unreachable', { ids: ['c1'] });
  const [row] = rowsOf(caseCounts, [nameless]);
  assert.deepEqual([row?.['dispatched'], row?.['reachable']], [1, 0]);
  const told = given('masked');
  assert.ok(aCase(...told).state('case/c1')?.contactBy);
  const [other] = rowsOf(caseCounts, [told]);
  assert.deepEqual([other?.['dispatched'], other?.['reachable']], [1, 1]);
});

test('[CASE-05] the first contact is warned of before its time is up, once, and shows its light until somebody has made it', () => {
  const base = sampleModel();
  const grades = base.cases.grades.map((one) => ({ ...one, firstContact: { hours: 10 } }));
  const model = { ...base, cases: { ...base.cases, grades } };
  const past = happened(wayTo.accepted, model);
  const { at: due = 0, warnAt = 0 } = aCase(...past).state('case/c1')?.contactBy ?? {};
  assert.ok(warnAt < due);
  const warn = (...before: readonly CaseEvent[]) => aCase(...before).under(model);
  const ask = step('WarnContact', { due });
  warn(...past)
    .at(warnAt - 1)
    .when(ask)
    .refuses('deadline-not-reached', { ids: ['c1'], params: { due } });
  const { events } = warn(...past)
    .at(warnAt)
    .when(ask)
    .then({ type: 'ContactWarned', data: { cohort, due } });
  warn(...past, ...events)
    .at(warnAt)
    .when(ask)
    .refuses('deadline-moved', { ids: ['c1'] });
  const contacted = warn(...past).when(step('ContactReporter')).events;
  const late = warn(...past, ...events)
    .at(due)
    .when(step('NoteContactOverdue', { due })).events;
  const view = cases;
  assert.ok(view.kind === 'table');
  const lightAfter = (...more: readonly CaseEvent[]) => {
    const row = [...past, ...more].reduce<CaseRow | undefined>(
      (before, event, i) => view.project(before, recorded(event, { stream: 'case/c1', version: i + 1, at: 0 }), 'c1'),
      undefined,
    );
    return [row?.contactBy, row?.contactLight];
  };
  assert.deepEqual(lightAfter(), [due, 'none']);
  assert.deepEqual(lightAfter(...events), [due, 'soon']);
  assert.deepEqual(lightAfter(...events, ...late), [due, 'late']);
  assert.deepEqual(lightAfter(...events, ...contacted), [undefined, undefined]);
});

test('[CASE-08] a first contact that is missed while the case is suspended is missed once, also when it goes on', () => {
  const base = sampleModel();
  const grades = base.cases.grades.map((one) => ({ ...one, firstContact: { hours: 2 } }));
  const model = { ...base, cases: { ...base.cases, grades } };
  const suspended = happened([...wayTo.dispatched, step('SuspendCase')], model);
  const by = aCase(...suspended).state('case/c1')?.contactBy?.at ?? 0;
  const noted = (...past: readonly CaseEvent[]) =>
    aCase(...past)
      .under(model)
      .at(by)
      .when(step('NoteContactOverdue', { due: by }));
  const { events } = noted(...suspended).then({ type: 'ContactOverdue' });
  const past = [...suspended, ...events];
  const resumed = aCase(...past)
    .under(model)
    .at(by)
    .when(step('ResumeCase'))
    .then({ type: 'CaseResumed' });
  noted(...past, ...resumed.events).refuses('deadline-moved', { ids: ['c1'] });
});

test('[CASE-08] only a grade that says so sets a time for the first contact', () => {
  const base = sampleModel();
  const grades = base.cases.grades.map((one) => (one.id === 'urgent' ? { ...one, firstContact: { hours: 2 } } : one));
  const model = { ...base, cases: { ...base.cases, grades } };
  const accepted = (grade: string) => happened([...wayTo.collected, step('AcceptCase', { grade })], model);
  const contact = (grade: string) =>
    aCase(...accepted(grade))
      .under(model)
      .when(step('ContactReporter'));
  contact('plain').then({ type: 'ReporterContacted', data: { inTime: undefined } });
  contact('urgent').then({ type: 'ReporterContacted', data: { inTime: true } });
  assert.equal(aCase(...accepted('plain')).state('case/c1')?.contactBy, undefined);
  const due = aCase(...accepted('urgent')).state('case/c1')?.contactBy?.at ?? 0;
  const late = aCase(...accepted('urgent')).at(due);
  const { events } = late.when(step('NoteContactOverdue', { due })).then({ type: 'ContactOverdue' });
  aCase(...accepted('urgent'), ...events)
    .under(model)
    .at(due)
    .when(step('ContactReporter'))
    .then({ type: 'ReporterContacted', data: { inTime: false } });
});
