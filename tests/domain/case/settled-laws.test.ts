import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseCommands, caseSettled, caseUnitCounts, type CaseEvent } from '@keting/domain';
import * as fc from 'fast-check';
import { runs } from '../../support/runs.ts';
import { rowsOf, type Row } from './counted.ts';
import { aCase, grid, happened, report, step, type Asked } from './small-case.ts';

const cohort = { grid, class: 'dispute', day: '2026-03-02' };

/** The unit that has the case after all this. */
function handlerIn(past: readonly CaseEvent[]): string | undefined {
  const state = aCase(...past).state('case/c1');
  const standing = state?.stage === 'suspended' ? state.before : state;
  return standing !== undefined && 'handler' in standing ? standing.handler : undefined;
}

/** Counted from what the case is now, without any delta. */
function byHand(past: readonly CaseEvent[]): { readonly units: readonly Row[]; readonly settled: readonly Row[] } {
  const state = aCase(...past).state('case/c1');
  assert.ok(state);
  const handler = handlerIn(past);
  const settlement = 'settlement' in state ? state.settlement : undefined;
  const overruns = past.flatMap((event) => (event.type === 'CaseSupervised' ? [event.data.unit] : []));
  const answer = past
    .flatMap((event) => (event.type === 'CaseRated' && event.data.resolved !== undefined ? [event.data] : []))
    .at(-1);
  const nameless = past.some((event) => event.type === 'CaseReported' && event.data.reporter.mode === 'anonymous');
  const contacted = past.some(({ type, data }) => type === 'ReporterContacted' && !('inTime' in data) && data.first);
  const ranOverWith = new Set(
    past.flatMap((event, i) => {
      if (event.type !== 'CaseSupervised') return [];
      const had = handlerIn(past.slice(0, i));
      return had !== undefined && had === event.data.unit ? [had] : [];
    }),
  );
  const units = ['room', 'council', 'office', 'joint', 'street']
    .map((unit) => ({
      unit,
      class: cohort.class,
      day: cohort.day,
      given: Number(handler === unit),
      reachable: Number(handler === unit && !nameless),
      contacted: Number(handler === unit && contacted),
      overdue: Number(handler === unit && ranOverWith.has(unit)),
      closed: Number(settlement?.unit === unit),
      rated: Number(state.ratedUnit === unit && state.rated !== undefined),
      satisfied: Number(state.ratedUnit === unit && state.rated === true),
      asked: Number(answer?.unit === unit),
      resolved: Number(answer?.unit === unit && answer.resolved === true),
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
    late: fc.nat(3).map((one) => one === 0),
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

function lived(moments: readonly Moment[], mode: string): readonly CaseEvent[] {
  return moments.reduce<readonly CaseEvent[]>(
    (past, moment) => {
      const state = aCase(...past).state('case/c1');
      const possible = caseCommands.filter((type) => moment.ends || !endings.has(type));
      // Whoever is late lets the stage run over first.
      const at = moment.late ? (state?.limit?.at ?? 0) + 1 : undefined;
      const given = (of: readonly CaseEvent[]) => (at === undefined ? aCase(...of) : aCase(...of).at(at));
      const fits = possible
        .map((type) => given(past).when(asked(type, moment, state?.meetings ?? 0)).events)
        .filter(({ length }) => length > 0);
      return [...past, ...(fits[moment.pick % Math.max(1, fits.length)] ?? [])];
    },
    happened([report({ mode })]),
  );
}

test('[CASE-08] [CASE-09] over random lives, counts by unit and by tier equal a recount from history, and so do their rates', () => {
  const ever = new Set<string>();
  fc.assert(
    fc.property(life, fc.constantFrom('masked', 'anonymous'), (moments, mode) => {
      const past = lived(moments, mode);
      past.forEach(({ type }) => ever.add(type));
      const { units, settled } = byHand(past);
      assert.deepEqual(sorted(rowsOf(caseUnitCounts, [past])), sorted(units));
      assert.deepEqual(rowsOf(caseSettled, [past]), settled);
    }),
    { numRuns: runs() },
  );
  for (const type of [
    'CaseSupervised',
    'ReporterContacted',
    'CaseSettled',
    'CaseReopened',
    'CaseReassigned',
    'CaseSuspended',
    'CaseRated',
  ])
    assert.ok(ever.has(type), type);
});
