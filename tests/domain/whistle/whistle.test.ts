import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  arrivalCounts,
  caseOf,
  parseModel,
  unitId,
  unitOf,
  whistleContext,
  whistles,
  type Message,
  type WhistleCommand,
  type WhistleEvent,
  type WhistleRow,
} from '@keting/domain';
import { given, recorded, sampleModel, sealed } from '@keting/domain/testing';

const base = sampleModel();
const model = {
  ...base,
  whistles: { callers: ['street-office'], called: ['department'], arrival: { workingHours: 2 }, source: 'ours' },
};
const grid = '99010100100100101';
const unit = (id: string, kind: string, territory: string) => ({
  id: unitId.parse(id),
  kind,
  territories: [territory],
});
const units = [
  unit('office', 'street-office', '990101001'),
  unit('far-office', 'street-office', '990102001'),
  { ...unit('two-streets', 'street-office', '990102001'), territories: ['990102001', '990101001'] },
  unit('water', 'department', '990101'),
  unit('roads', 'department', '990101'),
  unit('council', 'residents-committee', '990101001001'),
];
const cohort = { grid, class: 'pothole', day: '2026-03-02' };
const scene = (...past: readonly WhistleEvent[]) =>
  given(whistleContext, ...past)
    .under(model)
    .withAll('unitOf', (id) => units.find((one) => one.id === id))
    .with(caseOf('c1'), { stage: 'accepted', cohort })
    .with(caseOf('done'), { stage: 'closed', cohort })
    .with(caseOf('none'), undefined);
const ask = (
  type: WhistleCommand['type'],
  data: Readonly<Record<string, unknown>> = {},
): Message<WhistleCommand['type']> => ({
  type,
  data: { whistle: 'w1', ...data },
});
const blow = (data: Readonly<Record<string, unknown>> = {}) =>
  ask('BlowWhistle', {
    case: 'c1',
    unit: 'office',
    departments: ['water', 'roads'],
    reason: 'A pipe under the road',
    ...data,
  });
const blown = scene().when(blow()).events;
const nine = Date.parse('2026-03-02T01:00:00Z');
const due = nine + 2 * 3_600_000;

test('[CASE-07] the street calls named departments on a case, each to arrive within the time of the model', () => {
  scene()
    .when(blow())
    .then({
      type: 'WhistleBlown',
      data: { case: 'c1', grid, departments: ['water', 'roads'], due, reason: sealed('A pipe under the road') },
    });
  scene()
    .under(base)
    .when(blow())
    .refuses('whistle-lacking', { ids: ['w1'] });
  scene(...blown)
    .when(blow())
    .refuses('whistle-exists', { ids: ['w1'] });
});

test('[CASE-07] only a unit over the place calls, only departments are called, each once, on a case that is open', () => {
  for (const unit of ['far-office', 'council', 'nobody']) {
    scene()
      .when(blow({ unit }))
      .refuses('whistle-unit-unfit', { ids: [unit] });
  }
  scene()
    .when(blow({ unit: 'two-streets' }))
    .then({ type: 'WhistleBlown', data: { unit: 'two-streets' } });
  scene()
    .when(blow({ departments: ['water', 'council', 'nobody'] }))
    .refuses('whistle-department-unfit', { ids: ['council', 'nobody'] });
  scene()
    .when(blow({ departments: ['water', 'water'] }))
    .refuses('whistle-department-twice', { ids: ['water'] });
  scene()
    .when(blow({ case: 'done' }))
    .refuses('whistle-case-over', { ids: ['done'] });
  scene()
    .when(blow({ case: 'none' }))
    .refuses('whistle-case-over', { ids: ['none'] });
});

test('[CASE-07] each department reports in, in time or late, once', () => {
  const water = ask('ReportIn', { department: 'water' });
  const arrived = scene(...blown)
    .at(due)
    .when(water)
    .then({ type: 'DepartmentArrived', data: { department: 'water', late: false } });
  scene(...blown)
    .at(due + 1)
    .when(water)
    .then({ type: 'AbsenceNoted' }, { type: 'DepartmentArrived', data: { late: true } });
  scene(...blown, ...arrived.events)
    .when(water)
    .refuses('arrived-already', { ids: ['w1', 'water'] });
  scene(...blown)
    .when(ask('ReportIn', { department: 'council' }))
    .refuses('not-called', { ids: ['w1', 'council'] });
  scene()
    .when(water)
    .refuses('whistle-unknown', { ids: ['w1'] });
});

test('[CASE-07] absence past the limit is on record by itself, of those who have not come', () => {
  const arrived = scene(...blown)
    .when(ask('ReportIn', { department: 'water' }))
    .then({ type: 'DepartmentArrived' });
  assert.deepEqual(whistleContext.due?.(arrived.state), { at: due, command: ask('NoteAbsence', { due }) });
  const past = [...blown, ...arrived.events];
  scene(...past)
    .at(due - 1)
    .when(ask('NoteAbsence', { due }))
    .refuses('absence-not-due', { ids: ['w1'], params: { due } });
  scene(...past)
    .at(due)
    .when(ask('NoteAbsence', { due: due - 1 }))
    .refuses('absence-not-due');
  const noted = scene(...past)
    .at(due)
    .when(ask('NoteAbsence', { due }))
    .then({ type: 'AbsenceNoted', data: { departments: ['roads'] } });
  assert.equal(whistleContext.due(noted.state), undefined);
  scene(...past, ...noted.events)
    .at(due)
    .when(ask('NoteAbsence', { due }))
    .refuses('absence-not-due');
  const both = scene(...past)
    .when(ask('ReportIn', { department: 'roads' }))
    .then({ type: 'DepartmentArrived' });
  assert.equal(whistleContext.due(both.state), undefined);
  scene(...past, ...both.events)
    .at(due)
    .when(ask('NoteAbsence', { due }))
    .refuses('absence-not-due');
});

test('[CASE-07] a whistle ends with a reason, and nobody reports in after', () => {
  const ended = scene(...blown)
    .when(ask('EndWhistle', { reason: 'Mended' }))
    .then({ type: 'WhistleEnded', data: { reason: sealed('Mended') } });
  scene(...blown, ...ended.events)
    .when(ask('ReportIn', { department: 'water' }))
    .refuses('whistle-over', { ids: ['w1'] });
  assert.equal(whistleContext.due?.(ended.state), undefined);
});

test('[CASE-07] whoever comes late, or ends a whistle late, records first who was absent, though nobody heard the clock', () => {
  const late = scene(...blown).at(due + 1);
  const arrived = late
    .when(ask('ReportIn', { department: 'water' }))
    .then({ type: 'AbsenceNoted', data: { departments: ['water', 'roads'] } }, { type: 'DepartmentArrived' });
  scene(...blown, ...arrived.events)
    .at(due + 2)
    .when(ask('ReportIn', { department: 'roads' }))
    .then({ type: 'DepartmentArrived', data: { late: true } });
  const end = ask('EndWhistle', { reason: 'The pipe is mended' });
  late.when(end).then({ type: 'AbsenceNoted' }, { type: 'WhistleEnded' });
  scene(...blown)
    .at(due)
    .when(end)
    .then({ type: 'WhistleEnded' });
});

test('[CASE-07] arrivals and absences count by department and day; who came late was absent before', () => {
  assert.ok(arrivalCounts.kind === 'counter' && whistles.kind === 'table');
  const water = scene(...blown).when(ask('ReportIn', { department: 'water' })).events;
  const absence = scene(...blown, ...water)
    .at(due)
    .when(ask('NoteAbsence', { due })).events;
  const late = scene(...blown, ...water, ...absence)
    .at(due + 1)
    .when(ask('ReportIn', { department: 'roads' })).events;
  const past = [...blown, ...water, ...absence, ...late];
  const sums: Record<string, Record<string, number>> = {};
  let row: WhistleRow | undefined;
  for (const [i, event] of past.entries()) {
    const kept = recorded(event, { stream: 'whistle/w1', version: i + 1, at: nine });
    row = whistles.project(row, kept, 'w1');
    for (const { row: of, add } of arrivalCounts.deltas(kept)) {
      const sum = (sums[String(of['department'])] ??= {});
      for (const [column, by] of Object.entries(add)) sum[column] = (sum[column] ?? 0) + by;
    }
  }
  assert.deepEqual(sums, {
    water: { called: 1, inTime: 1, late: 0, absent: 0 },
    roads: { called: 1, inTime: 0, late: 1, absent: 1 },
  });
  const { arrived, late: came, absent } = row as { arrived: unknown; late: unknown; absent: unknown };
  assert.deepEqual([arrived, came, absent], [['water'], ['roads'], ['roads']]);
  assert.equal(unitOf(unitId.parse('water')).fact, 'unitOf');
});

test('[CASE-07] a model that calls kinds which are not there is no model', () => {
  const parsed = parseModel({ ...model, whistles: { ...model.whistles, called: ['ministry'] } });
  assert.ok(!parsed.ok);
  assert.deepEqual(parsed.faults[0]?.path, ['whistles', 'called', 0]);
});
