import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseContext, likelyDuplicates, parseModel, person, personId, type CaseRow } from '@keting/domain';
import { sampleModel, sealed } from '@keting/domain/testing';
import { aCase, grid, happened, report, step, wayTo } from './small-case.ts';

const base = sampleModel();
const approving = {
  ...base,
  cases: { ...base.cases, extension: { ...base.cases.extension, approval: true as const } },
};
const [handler, chief] = ['handler', 'chief'].map((id) => person(personId.parse(id)));
const past = happened(wayTo.dispatched);
const scene = (...more: typeof past) => aCase(...past, ...more).under(approving);
const by = (actor: typeof handler) => actor ?? assert.fail();

test('[CASE-04] where extensions are approved, the handler asks and another grants it', () => {
  scene()
    .when(step('ExtendCase'))
    .refuses('extension-not-asked', { ids: ['c1'] });
  const { events } = scene().by(by(handler)).when(step('AskExtension')).then({ type: 'ExtensionAsked' });
  // Past events of a scene are its actor's: the request is then the actor's own.
  scene(...events)
    .by(by(handler))
    .when(step('ExtendCase'))
    .refuses('extension-own-request', { ids: ['c1'] });
  scene(...events)
    .when(step('AskExtension'))
    .refuses('extension-asked-already', { ids: ['c1'] });
  const granted = scene(...events)
    .by({ kind: 'process', name: 'desk' })
    .when(step('ExtendCase'))
    .then({ type: 'CaseExtended' });
  scene(...events, ...granted.events)
    .by(by(chief))
    .when(step('AskExtension'))
    .refuses('extension-spent', { ids: ['c1'], params: { times: 1 } });
});

test('[CASE-04] another person grants what the handler asked for, and the record says why', () => {
  const { events } = scene()
    .by(by(handler))
    .when(step('AskExtension', { reason: 'Rain' }))
    .then({
      type: 'ExtensionAsked',
      data: { cohort: { grid, class: 'dispute', day: '2026-03-02' }, reason: sealed('Rain') },
    });
  scene(...events.map((event) => ({ ...event, actor: handler })))
    .by(by(chief))
    .when(step('ExtendCase', { reason: 'It rains' }))
    .then({ type: 'CaseExtended', data: { reason: sealed('It rains') } });
});

test('[CASE-04] more time is refused with a reason, and the deadline stays', () => {
  const { events } = scene().when(step('AskExtension')).then({ type: 'ExtensionAsked' });
  const before = scene(...events).state('case/c1')?.limit;
  const refused = scene(...events)
    .when(step('RefuseExtension'))
    .then({
      type: 'ExtensionRefused',
      data: { cohort: { grid, class: 'dispute', day: '2026-03-02' }, reason: sealed('Because') },
    });
  assert.deepEqual(refused.state.limit, before);
  scene(...events, ...refused.events)
    .when(step('RefuseExtension'))
    .refuses('extension-not-asked', { ids: ['c1'] });
  scene(...events)
    .when(step('RefuseExtension', { reason: ' ' }))
    .invalid({ path: 'reason', code: 'too-short' });
});

test('[CASE-04] a request for more time ends with its stage', () => {
  const { events } = scene().when(step('AskExtension')).then({ type: 'ExtensionAsked' });
  const started = scene(...events)
    .when(step('StartCase'))
    .then({ type: 'CaseStarted' });
  assert.equal(started.state.extensionAskedBy, undefined);
});

test('[CASE-04] where the model asks for no approval, nobody asks', () => {
  aCase(...past)
    .when(step('AskExtension'))
    .refuses('extension-needs-no-approval', { ids: ['c1'] });
  aCase(...past)
    .when(step('ExtendCase'))
    .then({ type: 'CaseExtended' });
  const timeless = {
    ...approving,
    cases: { ...approving.cases, grades: base.cases.grades.map((one) => ({ ...one, allow: {} })) },
  };
  aCase(...happened(wayTo.dispatched, timeless))
    .under(timeless)
    .when(step('AskExtension'))
    .refuses('nothing-to-extend', { ids: ['c1'] });
});

test('[CASE-05] lights show at 80 % and at 100 % where the model says so', () => {
  const model = { ...base, cases: { ...base.cases, warnAt: 0.8 } };
  const grades = base.cases.grades.map((one) => ({ ...one, allow: { collected: { hours: 10 } } }));
  const state = aCase(...happened(wayTo.collected, { ...model, cases: { ...model.cases, grades } })).state('case/c1');
  assert.ok(state?.limit);
  assert.equal(state.limit.warnAt - state.limit.from, 8 * 3_600_000);
  assert.equal(state.limit.at - state.limit.from, 10 * 3_600_000);
  assert.equal(caseContext.due?.(state)?.at, state.limit.warnAt);
});

const label = base.name;
const filing = [
  { id: 'within-duty', label, classes: [], source: 'ours' },
  { id: 'measured', label, classes: ['roads'], source: 'ours' },
];

test('[CASE-02] a case is put on file by criteria of its own, apart from its class', () => {
  const model = { ...base, cases: { ...base.cases, filing } };
  const accepted = aCase(...happened(wayTo.accepted)).under(model);
  accepted.when(step('FileCase')).refuses('criterion-unmet', { ids: ['c1'], params: { criteria: ['within-duty'] } });
  accepted
    .when(step('FileCase', { criteria: ['within-duty', 'other'] }))
    .then({ type: 'CaseFiled', data: { criteria: ['within-duty'] } });
});

test('[CASE-02] a criterion of a group of classes is asked of each class in it; where none is asked, none is told', () => {
  const both = [{ ...filing[1], id: 'measured', label, classes: ['fire', 'roads'], source: 'ours' }];
  const model = { ...base, cases: { ...base.cases, filing: both } };
  const pothole = happened([report({ class: 'pothole', fields: { depth: 5 } }), step('AcceptCase')]);
  aCase(...pothole)
    .under(model)
    .when(step('FileCase'))
    .refuses('criterion-unmet', { params: { criteria: ['measured'] } });
  for (const under of [model, base]) {
    aCase(...happened(wayTo.accepted))
      .under(under)
      .when(step('FileCase', { criteria: ['measured'] }))
      .then({ type: 'CaseFiled', data: { criteria: undefined } });
  }
});

test('[CASE-02] catalogues of classes are data in a version, each with its standard', () => {
  const catalogue = { id: 'matters', title: label, version: '2013', standardRef: 'GB/T 30428.2-2013', source: 'ours' };
  const classes = base.cases.classes.map((one) => ({ ...one, catalogue: 'matters', standardRef: '02-01' }));
  const data = { ...base, cases: { ...base.cases, classes, catalogues: [catalogue] } };
  const parsed = parseModel(data);
  assert.ok(parsed.ok);
  assert.equal(parsed.model.cases.catalogues?.[0]?.standardRef, 'GB/T 30428.2-2013');
  const lost = parseModel({ ...data, cases: { ...data.cases, catalogues: [] } });
  assert.ok(!lost.ok && lost.faults.every(({ code, at }) => code === 'unknown-reference' && at === 'matters'));
  const stray = parseModel({ ...data, cases: { ...data.cases, filing: [{ ...filing[0], classes: ['unheard-of'] }] } });
  assert.ok(!stray.ok && stray.faults[0]?.at === 'unheard-of');
});

const minute = 60_000;
const told = (
  id: string,
  rest: Partial<CaseRow> = {},
): Pick<CaseRow, 'id' | 'class' | 'grid' | 'reportedAt' | 'spot' | 'stage'> => ({
  id,
  class: 'fire',
  grid,
  stage: 'accepted',
  reportedAt: 0,
  ...rest,
});
test('[CASE-04] criteria of filing, and approval of more time, are faults of a model that has no step to ask for them', () => {
  const { FileCase: _file, AskExtension: _ask, ...transitions } = base.cases.transitions;
  const faults = (changed: object) => {
    const parsed = parseModel({ ...base, cases: { ...base.cases, ...changed } });
    return parsed.ok ? [] : parsed.faults.map(({ path, code, at }) => [path.join('.'), code, at]);
  };
  const approval = { times: 1, allow: { workingDays: 3 }, approval: true };
  const idle = faults({ transitions, filing, extension: approval });
  assert.deepEqual(
    idle.filter(([, code]) => code === 'never-applies'),
    [
      ['cases.filing', 'never-applies', 'FileCase'],
      ['cases.extension.approval', 'never-applies', 'AskExtension'],
    ],
  );
  assert.deepEqual(
    faults({ filing, extension: approval }).filter(([path]) => path !== 'cases.classes'),
    [],
  );
});

const spot = (east: number, system: 'WGS-84' | 'GCJ-02' = 'WGS-84') => ({
  spot: { position: [120 + east, 28] as [number, number], system },
});

test('[CASE-04] a duplicate is suggested near in place, time and class; nearest first, ended ones never', () => {
  const model = { ...base, cases: { ...base.cases, duplicates: { metres: 100, hours: 2, source: 'ours' } } };
  const one = told('one', spot(0));
  const others = [
    told('fifty-metres', spot(0.0005)),
    told('ten-metres', spot(0.0001)),
    told('far', spot(0.01)),
    told('late', { ...spot(0), reportedAt: 121 * minute }),
    told('other-class', { ...spot(0), class: 'dispute' }),
    told('ended', { ...spot(0), stage: 'closed' }),
    told('other-system', { ...spot(0.0001, 'GCJ-02'), reportedAt: -1, grid: 'elsewhere' }),
    one,
  ];
  assert.deepEqual(
    likelyDuplicates(one, others, model).map(({ id }) => id),
    ['ten-metres', 'fifty-metres'],
  );
  const gridOnly = told('grid-only');
  assert.deepEqual(
    likelyDuplicates(gridOnly, [told('same-grid'), told('elsewhere', { grid: 'g2' })], model).map(({ id }) => id),
    ['same-grid'],
  );
  assert.deepEqual(likelyDuplicates(one, others, base), []);
});
