import assert from 'node:assert/strict';
import { test } from 'node:test';
import { luqiao } from '@keting/models';
import {
  caseCommands,
  caseCounts,
  caseRates,
  caseSettled,
  caseUnitCounts,
  caseUnitRates,
  rateColumns,
  settledShare,
  settlementLevels,
  type CaseEvent,
  type Sum,
  type View,
} from '@keting/domain';
import { recorded, sampleModel } from '@keting/domain/testing';
import * as fc from 'fast-check';
import { runs } from '../../support/runs.ts';
import { aCase, grid, happened, inStage, report, step, wayTo, type Asked } from './small-case.ts';

type Row = Readonly<Record<string, string | number | boolean>>;
/** A counter's rows over some histories, without those that came to nothing. */
function rowsOf(view: View, histories: readonly (readonly CaseEvent[])[]): readonly Row[] {
  assert.ok(view.kind === 'counter');
  const rows = new Map<string, { readonly row: Row; readonly sums: Record<string, number> }>();
  histories.forEach((past) => {
    past.forEach((event, i) => {
      for (const { row, add } of view.deltas(recorded(event, { stream: 'case/c1', version: i + 1, at: 0 }))) {
        const key = JSON.stringify(row);
        const known = rows.get(key) ?? { row, sums: {} };
        for (const [column, by] of Object.entries(add)) known.sums[column] = (known.sums[column] ?? 0) + by;
        rows.set(key, known);
      }
    });
  });
  return [...rows.values()].map(({ row, sums }) => ({ ...row, ...sums })).filter((row) => lives(view, row));
}
const lives = ({ name }: View, row: Row): boolean =>
  (name === 'case-settled' ? ['settled'] : Object.keys(row)).some(
    (column) => typeof row[column] === 'number' && row[column] !== 0,
  );

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

/** Counted from what the case is now, without any delta. */
function byHand(past: readonly CaseEvent[]): { readonly units: readonly Row[]; readonly settled: readonly Row[] } {
  const state = aCase(...past).state('case/c1');
  assert.ok(state);
  const standing = state.stage === 'suspended' ? state.before : state;
  const handler = 'handler' in standing ? standing.handler : undefined;
  const settlement = 'settlement' in state ? state.settlement : undefined;
  const overruns = past.flatMap((event) => (event.type === 'CaseSupervised' ? [event.data.unit] : []));
  const units = ['room', 'council', 'office', 'joint', 'street']
    .map((unit) => ({
      unit,
      class: cohort.class,
      day: cohort.day,
      given: Number(handler === unit),
      closed: Number(settlement?.unit === unit),
      rated: Number(state.ratedUnit === unit && state.rated !== undefined),
      satisfied: Number(state.ratedUnit === unit && state.rated === true),
      asked: Number(state.ratedUnit === unit && state.resolved !== undefined),
      resolved: Number(state.ratedUnit === unit && state.resolved === true),
      overruns: overruns.filter((one) => one === unit).length,
    }))
    .filter((row) => Object.values(row).some((value) => typeof value === 'number' && value !== 0));
  const row = settlement && {
    ...cohort,
    level: settlement.level,
    by: settlement.by,
    unit: settlement.unit ?? '',
    settled: 1,
  };
  return { units, settled: row === undefined ? [] : [row] };
}

const sorted = (rows: readonly Row[]) => [...rows].sort((a, b) => (String(a['unit']) < String(b['unit']) ? -1 : 1));
const life = fc.array(
  fc.record({
    pick: fc.noBias(fc.nat()),
    rating: fc.constantFrom('satisfied', 'unsatisfied'),
    resolved: fc.constantFrom({}, { resolved: true }, { resolved: false }),
    handler: fc.constantFrom('council', 'office'),
    tier: fc.constantFrom('grid-meeting', 'council', 'street-meeting'),
    ends: fc.nat(9).map((one) => one === 0),
  }),
  { minLength: 5, maxLength: 40 },
);
const endings: ReadonlySet<string> = new Set(['DeclineCase', 'VoidCase', 'WithdrawCase', 'MergeCase']);
type Moment = (typeof life extends fc.Arbitrary<infer Moments> ? Moments : never)[number];

/** The step as the moment has it. */
function asked(
  type: (typeof caseCommands)[number],
  { rating, resolved, handler, tier }: Moment,
  meetings: number,
): Asked {
  switch (type) {
    case 'RateCase':
      return step(type, { rating, ...resolved });
    case 'DispatchCase':
      return step(type, { handler, reason: 'Because' });
    case 'ReassignCase':
      return step(type, { handler });
    case 'EscalateCase':
      return step(type, { tier });
    case 'SettleCase':
    case 'ReferCase':
      return step(type, { meeting: `c1-m${meetings}` });
    default:
      return step(type);
  }
}

function lived(moments: readonly Moment[]): readonly CaseEvent[] {
  return moments.reduce<readonly CaseEvent[]>(
    (past, moment) => {
      const state = aCase(...past).state('case/c1');
      const possible = caseCommands.filter((type) => moment.ends || !endings.has(type));
      const fits = possible
        .map((type) => aCase(...past).when(asked(type, moment, state?.meetings ?? 0)).events)
        .filter(({ length }) => length > 0);
      return [...past, ...(fits[moment.pick % Math.max(1, fits.length)] ?? [])];
    },
    happened([report()]),
  );
}

test('[CASE-08] [CASE-09] over random lives, counts by unit and by tier equal a recount from history, and so do their rates', () => {
  const ever = new Set<string>();
  fc.assert(
    fc.property(life, (moments) => {
      const past = lived(moments);
      past.forEach(({ type }) => ever.add(type));
      const { units, settled } = byHand(past);
      assert.deepEqual(sorted(rowsOf(caseUnitCounts, [past])), sorted(units));
      assert.deepEqual(rowsOf(caseSettled, [past]), settled);
    }),
    { numRuns: runs() },
  );
  for (const type of ['CaseSettled', 'CaseReopened', 'CaseReassigned', 'CaseSuspended', 'CaseRated'])
    assert.ok(ever.has(type), type);
});

test('[CASE-08] a unit’s rates are of the cases it was given', () => {
  const rates = caseUnitRates({ given: 4, closed: 3, rated: 2, satisfied: 1, asked: 2, resolved: 2 });
  assert.deepEqual(rates, { closingRate: 0.75, resolutionRate: 1, satisfactionRate: 0.5 });
  assert.equal(caseUnitRates({}).closingRate, undefined);
  assert.ok(rateColumns.includes('asked'));
});

test('[CASE-08] a contact after its time is a contact, and none in time', () => {
  const base = sampleModel();
  const grades = base.cases.grades.map((one) => ({ ...one, firstContact: { hours: 2 } }));
  const model = { ...base, cases: { ...base.cases, grades } };
  const past = happened(wayTo.accepted, model);
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
    .refuses('deadline-not-reached');
  const { events } = aCase(...past)
    .under(model)
    .at(by)
    .when(overdue)
    .then({ type: 'ContactOverdue', data: { due: by } });
  aCase(...past, ...events)
    .under(model)
    .at(by)
    .when(overdue)
    .refuses('deadline-moved');
  aCase(...past, ...events)
    .under(model)
    .at(by)
    .when(step('ContactReporter'))
    .then({ type: 'ReporterContacted', data: { inTime: false } });
});
