import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  appointments,
  auditCoverage,
  organisationContext,
  pairsOn,
  parseModel,
  recordOf,
  units,
  type UnitRow,
} from '@keting/domain';
import { given, sampleModel } from '@keting/domain/testing';
import * as fc from 'fast-check';
import { openDesk } from '../../support/open-desk.ts';
import { appoint, found, smallDistrict, unit } from './small-district.ts';
import { runs } from '../../support/runs.ts';

const label = { 'zh-Hans': '项', 'zh-Hant': '項', en: 'item' };
const source = 'ours';
const kind = (id: string, parents: readonly string[], rest: object = {}) => ({
  id,
  label,
  tier: 'member',
  parents,
  party: false,
  source,
  ...rest,
});

/** A place with markets, firms, compounds, and branches of trade associations, that says what of them is to be covered. */
const changes = {
  kinds: [
    kind('market', ['joint-committee']),
    kind('market-branch', ['joint-committee'], { party: true, pairsWith: 'market' }),
    kind('firm-branch', ['joint-committee'], { party: true, pairsWith: 'firm' }),
    kind('compound-branch', ['community-branch'], { party: true, pairsWith: 'compound-council' }),
    kind('compound-council', ['residents-committee']),
    kind('owners-committee', ['residents-committee']),
    kind('association-branch', ['joint-committee'], { party: true }),
    kind('stall', ['association-branch', 'community-branch', 'village-branch']),
  ],
  coverage: {
    targets: [
      { id: 'markets', label, kinds: ['market'], has: 'pair', source },
      { id: 'firms', label, kinds: ['firm'], minStaff: 30, has: 'pair', source },
      { id: 'councils', label, kinds: ['compound-branch'], has: 'pair', source },
      { id: 'owners', label, kinds: ['compound-branch'], has: { own: 'owners-committee' }, source },
      { id: 'branches', label, kinds: ['market'], has: { over: 'compound-branch' }, source },
    ],
    assignment: [
      { id: 'by-trade', kinds: ['stall'], to: ['association-branch'], by: 'trade', source },
      { id: 'by-place', kinds: ['stall'], to: ['community-branch', 'village-branch'], by: 'territory', source },
    ],
  },
};
const model = sampleModel(changes);

const row = (id: string, of: string, rest: Partial<UnitRow> = {}): UnitRow => ({
  id,
  name: id,
  kind: of,
  territory: '990101001001',
  territories: ['990101001001'],
  stands: true,
  from: '2020-01-01',
  names: [],
  parents: [],
  ...rest,
});
const many = (count: number, make: (i: number) => UnitRow): readonly UnitRow[] =>
  Array.from({ length: count }, (_, i) => make(i));
const figure = (target: string, rows: readonly UnitRow[]) =>
  auditCoverage(model, rows).find((one) => one.target === target);
const percent = (share: number | undefined): string => ((share ?? NaN) * 100).toFixed(1);

test('[ORG-03] of 3,950 and 1,187 branches each has its council; the one that loses it is listed', () => {
  const branches = many(3950 + 1187, (i) => row(`b${i}`, 'compound-branch', { pairedWith: `c${i}` }));
  assert.deepEqual(figure('councils', branches), {
    target: 'councils',
    all: 5137,
    covered: 5137,
    share: 1,
    gaps: [],
  });
  const { pairedWith: _, ...alone } = row('b7', 'compound-branch');
  const lacking = figure('councils', [...branches.filter(({ id }) => id !== 'b7'), alone]);
  assert.deepEqual([lacking?.all, lacking?.covered, lacking?.gaps], [5137, 5136, ['b7']]);
});

test('[ORG-06] 9 of 76 markets have a party organisation of their own: 11.8 %, and the 67 others are the list', () => {
  const markets = many(76, (i) => row(`m${i}`, 'market', i < 9 ? { pairedWith: `p${i}` } : {}));
  const found = figure('markets', markets);
  assert.equal(percent(found?.share), '11.8');
  assert.equal(found?.gaps.length, 67);
  assert.deepEqual(found.gaps.slice(0, 2), ['m9', 'm10']);
});

test('[ORG-06] 43 % of firms of 30 and more staff have one; smaller firms, and those gone, are not asked', () => {
  const firms = many(100, (i) => row(`f${i}`, 'firm', { staff: 30 + i, ...(i < 43 ? { pairedWith: `p${i}` } : {}) }));
  const others = [
    row('small', 'firm', { staff: 29 }),
    row('untold', 'firm'),
    row('gone', 'firm', { staff: 80, stands: false }),
  ];
  const found = figure('firms', [...firms, ...others]);
  assert.deepEqual([found?.all, found?.covered, percent(found?.share)], [100, 43, '43.0']);
});

test('[ORG-05] 81.7 % of compounds have an owners’ committee of their own: one that stands over all of the compound and nothing else', () => {
  const compounds = many(1000, (i) => {
    const territories = [`990101001001${String(i).padStart(4, '0')}`];
    return row(`b${i}`, 'compound-branch', { territories });
  });
  const committees = many(817, (i) => ({
    ...row(`o${i}`, 'owners-committee'),
    territories: compounds[i]!.territories,
  }));
  assert.equal(percent(figure('owners', [...compounds, ...committees])?.share), '81.7');
  const overAll = row('of-the-community', 'owners-committee');
  const ofAPart = row('of-a-part', 'owners-committee', { territories: ['990101001001099901'] });
  assert.equal(percent(figure('owners', [...compounds, ...committees, overAll, ofAPart])?.share), '81.7');
});

test('[ORG-06] what stands over a place covers it, though it stands over others too', () => {
  const market = row('m', 'market', { territories: ['9901010010010001'] });
  const over = (territory: string) => row('b', 'compound-branch', { territory, territories: [territory] });
  assert.deepEqual(figure('branches', [market, over('990101001001')])?.gaps, []);
  assert.deepEqual(figure('branches', [market, over('9901010010010001')])?.gaps, []);
  assert.deepEqual(figure('branches', [market, over('990101001002')])?.gaps, ['m']);
});

test('[ORG-06] where there is nothing to be covered there is no share, and no figures where the place asks for none', () => {
  assert.deepEqual(figure('markets', []), { target: 'markets', all: 0, covered: 0, share: undefined, gaps: [] });
  assert.deepEqual(auditCoverage(sampleModel(), [row('m', 'market')]), []);
});

test('[ORG-06] covered and gaps make up all, whatever the units', () => {
  const kinds = ['market', 'firm', 'compound-branch', 'owners-committee', 'stall'];
  const anyRow = fc.record({
    kind: fc.constantFrom(...kinds),
    paired: fc.boolean(),
    staff: fc.nat(60),
    stands: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 20 }), (drawn) => {
      const rows = drawn.map(({ kind: of, paired, staff, stands }, i) =>
        row(`u${i}`, of, { staff, stands, ...(paired ? { pairedWith: `p${i}` } : {}) }),
      );
      for (const { all, covered, gaps, share } of auditCoverage(model, rows)) {
        assert.equal(all, covered + gaps.length);
        assert.equal(new Set(gaps).size, gaps.length);
        assert.ok(share === undefined ? all === 0 : share >= 0 && share <= 1);
      }
    }),
    { numRuns: runs() },
  );
});

const takeIn = (id: string, of: string, territory: string, rest: object = {}) => ({
  type: 'TakeInUnit' as const,
  data: { unit: id, kind: of, name: id, territories: [territory], ...rest },
});

test('[ORG-06] an organisation without a superior falls to the unit that its place lies in, or to the branch of its trade', async () => {
  const desk = openDesk([organisationContext], { base: model });
  await desk.all(
    ...smallDistrict,
    found('barbers', 'association-branch', 'joint', { territories: ['990101'] }),
    { type: 'DescribeUnit', data: { unit: 'barbers', trades: ['barber'] } },
    takeIn('noodles', 'stall', '990101001201003', { staff: 4, trades: ['food'] }),
    takeIn('scissors', 'stall', '990101001201003', { trades: ['barber'] }),
    takeIn('corner', 'stall', '990101001001005'),
  );
  const { rows } = await desk.view(units, { where: { kind: 'stall' } });
  assert.deepEqual(rows.map(({ id, parent, assignedBy }) => [id, parent, assignedBy]).sort(), [
    ['corner', 'community', 'by-place'],
    ['noodles', 'east-village', 'by-place'],
    ['scissors', 'barbers', 'by-trade'],
  ]);
  const noodles = rows.find(({ id }) => id === 'noodles');
  assert.deepEqual([noodles?.staff, noodles?.trades, noodles?.from], [4, ['food'], '2026-03-02']);
  assert.deepEqual(await desk.refusal(takeIn('far', 'stall', '990101009001')), {
    code: 'assignment-nowhere',
    ids: ['990101009001'],
  });
  assert.deepEqual(await desk.refusal(takeIn('corner', 'stall', '990101001001005')), {
    code: 'unit-exists',
    ids: ['corner'],
  });
});

test('[ORG-06] an organisation is taken in from the day that is said, which its superior has seen', () => {
  const village = { id: unit('village'), kind: 'village-branch', territories: ['990101001201'] };
  const stall = given(organisationContext)
    .under(model)
    .withAll('unitsOver', (kind) => (kind === 'village-branch' ? [village] : []))
    .with(recordOf(unit('village')), { kind: 'village-branch', stage: 'standing', from: '2020-01-01' });
  const on = (day: string) => stall.when(takeIn('noodles', 'stall', '990101001201003', { on: day }));
  on('2025-05-01').then({ type: 'UnitFounded', data: { parent: 'village', on: '2025-05-01' } });
  on('2019-12-31').refuses('parent-younger', { ids: ['village'] });
});

test('[ORG-06] an organisation that says no trade, or whose trade nobody is the branch of, falls to no branch of a trade', () => {
  const barbers = { id: unit('barbers'), kind: 'association-branch', territories: ['990101'] };
  const byTradeAlone = sampleModel({
    ...changes,
    coverage: { ...changes.coverage, assignment: changes.coverage.assignment.filter(({ by }) => by === 'trade') },
  });
  const stall = given(organisationContext)
    .under(byTradeAlone)
    .withAll('unitsOver', () => [barbers]);
  const record = { kind: 'association-branch', stage: 'standing' as const, from: '2020-01-01' };
  const nowhere = { ids: ['990101001201003'], params: { kind: 'stall' } };
  stall.when(takeIn('s', 'stall', '990101001201003')).refuses('assignment-nowhere', nowhere);
  for (const known of [record, { ...record, trades: ['food'] }, undefined]) {
    stall
      .with(recordOf(unit('barbers')), known)
      .when(takeIn('s', 'stall', '990101001201003', { trades: ['barber'] }))
      .refuses('assignment-nowhere', nowhere);
  }
});

test('[ORG-06] a kind that no rule assigns is refused, and one that the model lacks', () => {
  const empty = given(organisationContext).under(model);
  empty.when(takeIn('m', 'market', '990101001001')).refuses('assignment-missing', {
    ids: ['m'],
    params: { kind: 'market' },
  });
  empty.when(takeIn('m', 'palace', '990101001001')).refuses('kind-unknown', {
    ids: ['m'],
    params: { kind: 'palace' },
  });
  given(organisationContext)
    .when(takeIn('f', 'firm', '990101001001'))
    .refuses('assignment-missing');
});

test('[ORG-06] what a unit is like is noted, and what is not said stays', async () => {
  const desk = openDesk([organisationContext], { base: model });
  const describe = (data: object) => ({ type: 'DescribeUnit', data: { unit: 'works', ...data } });
  await desk.all(
    ...smallDistrict,
    found('works', 'firm', 'joint'),
    describe({ staff: 30 }),
    describe({ trades: ['mill'] }),
  );
  const rows = async () => (await desk.view(units, { where: { kind: 'firm' } })).rows;
  assert.deepEqual(
    (await rows()).map(({ staff, trades }) => [staff, trades]),
    [[30, ['mill']]],
  );
  assert.deepEqual(figure('firms', await rows())?.gaps, ['works']);
  await desk.all(describe({ staff: 29 }));
  assert.deepEqual(figure('firms', await rows())?.gaps, []);
  const same = { code: 'description-same', ids: ['works'] };
  assert.deepEqual(await desk.refusal(describe({ staff: 29 })), same);
  assert.deepEqual(await desk.refusal(describe({})), same);
});

test('[ORG-03] one person who heads a branch and its committee shows as their shared head, while they head both', async () => {
  const desk = openDesk([organisationContext]);
  await desk.all(
    ...smallDistrict,
    { type: 'PairBodies', data: { unit: 'council', with: 'community' } },
    appoint('community', 'secretary', 'p1'),
    appoint('community', 'member', 'p2'),
    appoint('council', 'director', 'p1', { from: '2021-01-01', until: '2022-01-01' }),
  );
  const on = async (day: string) => {
    const [all, held] = [await desk.view(units, { limit: 100 }), await desk.view(appointments, { limit: 100 })];
    return pairsOn(sampleModel(), all.rows, held.rows, day);
  };
  const pair = { party: 'community', council: 'council' };
  assert.deepEqual(await on('2020-12-31'), [{ ...pair, sharedHeads: [] }]);
  assert.deepEqual(await on('2021-01-01'), [{ ...pair, sharedHeads: ['p1'] }]);
  assert.deepEqual(await on('2022-01-01'), [{ ...pair, sharedHeads: [] }]);
});

test('[ORG-06] a model that asks for what cannot be is told where', () => {
  const asked = (coverage: object) => {
    const parsed = parseModel({ ...model, coverage: { targets: [], assignment: [], ...coverage } });
    return parsed.ok ? [] : parsed.faults.map(({ path, code, at }) => [path.join('.'), code, at]);
  };
  const target = { id: 't', label, kinds: ['district-committee'], has: 'pair', source };
  assert.deepEqual(asked({ targets: [target, { ...target, kinds: ['x'], has: { over: 'y' } }] }), [
    ['coverage.targets.1.id', 'duplicate-id', 't'],
    ['coverage.targets.0.kinds.0', 'never-applies', 'district-committee'],
    ['coverage.targets.1.kinds.0', 'unknown-reference', 'x'],
    ['coverage.targets.1.has.over', 'unknown-reference', 'y'],
  ]);
  assert.deepEqual(asked({ targets: [{ ...target, kinds: ['market'], has: { own: 'z' } }] }), [
    ['coverage.targets.0.has.own', 'unknown-reference', 'z'],
  ]);
  const rule = { id: 'r', kinds: ['stall'], to: ['district-committee'], by: 'territory', source };
  assert.deepEqual(asked({ assignment: [rule] }), [['coverage.assignment.0.kinds.0', 'never-applies', 'stall']]);
});
