import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  organisationContext,
  pathOf,
  recordOf,
  treeAsOf,
  units,
  type OrganisationEvent,
  type UnitNode,
} from '@keting/domain';
import { given } from '@keting/domain/testing';
import { openDesk } from '../../support/open-desk.ts';
import { appointed, found, founded, person, smallDistrict, unit } from './small-district.ts';

const standing = (kind: string, from = '2020-01-01') => ({ kind, stage: 'standing' as const, from });
const fact = (id: string, kind: string) => ({ id: unit(id), kind, territories: ['990101'] });
const empty = given(organisationContext);

test('[ORG-01] a unit stands under a kind that the model lets it stand under', () => {
  empty
    .with(recordOf(unit('street')), standing('street-committee'))
    .when(found('joint', 'joint-committee', 'street'))
    .then({ type: 'UnitFounded', data: { kind: 'joint-committee', parent: 'street', on: '2020-01-01' } })
    .also({ type: 'SubordinatePlaced', stream: 'unit/street', data: { unit: 'joint', kind: 'joint-committee' } });
});

test('[ORG-01] a unit of a wrong kind is refused with the superior at fault', () => {
  empty
    .with(recordOf(unit('office')), standing('street-office'))
    .when(found('joint', 'joint-committee', 'office'))
    .refuses('kind-not-allowed-under', {
      ids: ['office'],
      params: { kind: 'joint-committee', under: 'street-office' },
    });
  empty.when(found('x', 'palace', 'office')).refuses('kind-unknown', { ids: ['x'], params: { kind: 'palace' } });
});

test('[ORG-01] an orphan is refused: no superior, one that is not there, one that is dissolved', () => {
  empty
    .when(found('joint', 'joint-committee'))
    .refuses('parent-required', { params: { parents: ['street-committee'] } });
  empty
    .with(recordOf(unit('nowhere')), undefined)
    .when(found('joint', 'joint-committee', 'nowhere'))
    .refuses('parent-unknown', { ids: ['nowhere'] });
  empty
    .with(recordOf(unit('street')), { ...standing('street-committee'), stage: 'dissolved' })
    .when(found('joint', 'joint-committee', 'street'))
    .refuses('unit-dissolved', { ids: ['street'] });
});

test('[ORG-01] a unit is not older than its superior, and not of tomorrow', () => {
  empty
    .with(recordOf(unit('street')), standing('street-committee', '2021-05-01'))
    .when(found('joint', 'joint-committee', 'street', { on: '2021-04-30' }))
    .refuses('parent-younger', { ids: ['street'], params: { on: '2021-04-30', from: '2021-05-01' } });
  empty.when(found('district', 'district-committee', undefined, { on: '2026-03-03' })).refuses('date-ahead');
});

test('[ORG-01] the top of the tree stands under nothing', () => {
  empty.when(found('district', 'district-committee')).then({ type: 'UnitFounded' }).also();
  empty
    .with(recordOf(unit('street')), standing('street-committee'))
    .when(found('district', 'district-committee', 'street'))
    .refuses('kind-not-allowed-under', { ids: ['street'] });
});

test('[ORG-01] a unit answers for codes of the place and no others', () => {
  empty
    .when(found('district', 'district-committee', undefined, { territories: ['990101', '330106'] }))
    .refuses('territory-outside', { ids: ['330106'], params: { territory: '990101' } });
});

test('[ORG-01] a unit is founded once', () => {
  given(organisationContext, founded('district-committee'))
    .when(found('district', 'district-committee'))
    .refuses('unit-exists', { ids: ['district'] });
});

test('[ORG-01] a circle is refused with the units that would close it', () => {
  given(organisationContext, founded('party-group', 'branch'))
    .with(pathOf(unit('c')), [fact('c', 'party-group'), fact('b', 'party-group'), fact('a', 'party-group')])
    .when({ type: 'MoveUnit', data: { unit: 'a', parent: 'c' } })
    .refuses('unit-cycle', { ids: ['c', 'b', 'a'] });
  given(organisationContext, founded('party-group', 'branch'))
    .with(pathOf(unit('a')), [fact('a', 'party-group'), fact('branch', 'community-branch')])
    .when({ type: 'MoveUnit', data: { unit: 'a', parent: 'a' } })
    .refuses('unit-cycle', { ids: ['a'] });
});

test('[ORG-01] a move tells both superiors in the same commit', () => {
  given(organisationContext, founded('party-group', 'branch'))
    .with(pathOf(unit('other')), [fact('other', 'community-branch')])
    .with(recordOf(unit('other')), standing('community-branch'))
    .when({ type: 'MoveUnit', data: { unit: 'a', parent: 'other' } })
    .then({ type: 'UnitMoved', data: { parent: 'other', was: 'branch', on: '2026-03-02' } })
    .also(
      { type: 'SubordinatePlaced', stream: 'unit/other' },
      { type: 'SubordinateLeft', stream: 'unit/branch', data: { unit: 'a', on: '2026-03-02' } },
    );
});

test('[ORG-01] a move to where a unit stands already is none', () => {
  given(organisationContext, founded('party-group', 'branch'))
    .when({ type: 'MoveUnit', data: { unit: 'a', parent: 'branch' } })
    .refuses('parent-same', { ids: ['a', 'branch'] });
});

test('[ORG-01] a unit that stood under none tells its new superior alone', () => {
  given(organisationContext, founded('party-group'))
    .with(pathOf(unit('branch')), [fact('branch', 'community-branch')])
    .with(recordOf(unit('branch')), standing('community-branch'))
    .when({ type: 'MoveUnit', data: { unit: 'a', parent: 'branch' } })
    .then({ type: 'UnitMoved', data: { parent: 'branch' } })
    .also({ type: 'SubordinatePlaced', stream: 'unit/branch', data: { unit: 'a', kind: 'party-group' } });
});

test('[ORG-01] a unit of a kind that the model has no more stays where it stands', () => {
  given(organisationContext, founded('guild', 'branch'))
    .when({ type: 'MoveUnit', data: { unit: 'a', parent: 'other' } })
    .refuses('kind-unknown', { ids: ['a'], params: { kind: 'guild' } });
});

test('[ORG-01] a new name is another one, from a day that has come and not before the last renaming', () => {
  const renamed: OrganisationEvent = {
    type: 'UnitRenamed',
    data: { name: 'Works', was: 'Unit', on: '2024-01-01' },
  };
  const works = given(organisationContext, founded('firm', 'joint'), renamed);
  const rename = (name: string, on: string) => works.when({ type: 'RenameUnit', data: { unit: 'works', name, on } });
  rename('Works', '2025-01-01').refuses('name-same', { ids: ['works'] });
  rename('Mill', '2023-12-31').refuses('date-before-last-change', { params: { on: '2023-12-31', last: '2024-01-01' } });
  rename('Mill', '2026-03-03').refuses('date-ahead', { params: { on: '2026-03-03', today: '2026-03-02' } });
  rename('Mill', '2024-01-01').then({
    type: 'UnitRenamed',
    data: { name: 'Mill', was: 'Works', on: '2024-01-01' },
  });
});

const dissolution = (id: string, on = '2026-03-02') => ({ type: 'DissolveUnit' as const, data: { unit: id, on } });

test('[ORG-01] a dissolution names the appointments that end with the unit, and none that had ended by then', () => {
  const paired: OrganisationEvent = { type: 'BodiesPaired', data: { with: unit('council'), on: '2020-01-01' } };
  given(
    organisationContext,
    founded('community-branch', 'joint'),
    paired,
    appointed('member', 'p1', '2020-01-01', '2026-03-02'),
    appointed('member', 'p2', '2021-01-01', '2026-03-03'),
    appointed('member', 'p3', '2022-01-01'),
  )
    .withAll('childrenOf', () => [])
    .when(dissolution('branch'))
    .then({
      type: 'UnitDissolved',
      data: {
        territories: ['990101001'],
        ended: [
          { post: 'member', person: person('p2'), from: '2021-01-01' },
          { post: 'member', person: person('p3'), from: '2022-01-01' },
        ],
      },
    })
    .also(
      { type: 'SubordinateLeft', stream: 'unit/joint', data: { unit: 'branch', on: '2026-03-02' } },
      { type: 'BodiesParted', stream: 'unit/council', data: { with: 'branch', on: '2026-03-02' } },
    );
});

test('[ORG-01] the dissolution of a unit without superior, pair or credit code touches nothing else', () => {
  given(organisationContext, founded('district-committee'))
    .withAll('childrenOf', () => [])
    .when(dissolution('district'))
    .then({ type: 'UnitDissolved', data: { ended: [] } })
    .also()
    .releases();
});

test('[ORG-01] what had ended before a unit is dissolved ended on its own day', () => {
  const { state } = given(
    organisationContext,
    founded('community-branch', 'joint'),
    appointed('member', 'p1', '2020-01-01', '2025-01-01'),
    appointed('member', 'p2', '2020-01-01'),
  )
    .withAll('childrenOf', () => [])
    .when(dissolution('branch'))
    .then({ type: 'UnitDissolved' });
  assert.deepEqual(
    state.appointments.map(({ person: who, until }) => [who, until]),
    [
      ['p1', '2025-01-01'],
      ['p2', '2026-03-02'],
    ],
  );
});

test('[ORG-01] nothing is asked of a unit that never was, nor of one that is dissolved', () => {
  empty.when(dissolution('firm')).refuses('unit-unknown', { ids: ['firm'] });
  given(organisationContext, founded('firm', 'joint'), {
    type: 'UnitDissolved',
    data: { on: '2026-01-01', territories: [], ended: [] },
  })
    .when({ type: 'RenameUnit', data: { unit: 'firm', name: 'Mill' } })
    .refuses('unit-dissolved', { ids: ['firm'] });
});

const shape = (nodes: readonly UnitNode[]): unknown =>
  Object.fromEntries(nodes.map(({ id, children }) => [id, shape(children)]));

test('[ORG-01] moving a subtree keeps its history: the tree of any day is the one that stood', async () => {
  const desk = openDesk([organisationContext]);
  await desk.all(
    ...smallDistrict,
    found('second-joint', 'joint-committee', 'street'),
    found('group', 'party-group', 'community', { on: '2026-03-01' }),
  );
  await desk.all({ type: 'MoveUnit', data: { unit: 'community', parent: 'second-joint' } });
  desk.today('2026-04-01');
  await desk.all({ type: 'RenameUnit', data: { unit: 'community', name: 'Sunny side' } });
  const { rows } = await desk.view(units, { limit: 100 });
  const villages = { 'east-village': {}, 'west-village': {} };
  const treeOf = (joints: object) => ({ district: { street: { office: { council: {} }, ...joints } } });
  const branch = { community: { group: {} } };
  assert.deepEqual(shape(treeAsOf(rows, '2019-12-31')), {});
  assert.deepEqual(
    shape(treeAsOf(rows, '2026-03-01')),
    treeOf({ joint: { ...branch, ...villages }, 'second-joint': {} }),
  );
  assert.deepEqual(shape(treeAsOf(rows, '2026-03-02')), treeOf({ joint: villages, 'second-joint': branch }));
  const nameOn = (on: string) =>
    treeAsOf(rows, on)[0]
      ?.children[0]?.children.flatMap(({ children }) => children)
      .find(({ id }) => id === 'community')?.name;
  assert.equal(nameOn('2026-03-31'), 'community');
  assert.equal(nameOn('2026-04-01'), 'Sunny side');
});

test('[ORG-01] a unit is dissolved when none stands under it any more; then it takes none in', async () => {
  const desk = openDesk([organisationContext]);
  await desk.all(...smallDistrict);
  const dissolve = (id: string, on = '2026-03-02') => ({ type: 'DissolveUnit', data: { unit: id, on } });
  assert.deepEqual(await desk.refusal(dissolve('joint')), {
    code: 'unit-has-children',
    ids: ['community', 'east-village', 'west-village'],
  });
  await desk.all(dissolve('community'), dissolve('east-village'), dissolve('west-village'));
  assert.equal((await desk.refusal(dissolve('joint', '2026-03-01')))?.code, 'date-before-last-change');
  await desk.all(dissolve('joint'));
  assert.deepEqual(await desk.refusal(found('late', 'village-branch', 'joint')), {
    code: 'unit-dissolved',
    ids: ['joint'],
  });
  assert.equal((await desk.refusal(dissolve('joint')))?.code, 'unit-dissolved');
});

test('[ORG-01] a credit code is claimed by that code, so that it keeps no other unit from its own', () => {
  empty
    .with(recordOf(unit('joint')), standing('joint-committee'))
    .when(found('works', 'firm', 'joint', { creditCode: '91000000000000017Q' }))
    .then({ type: 'UnitFounded', data: { creditCode: '91000000000000017Q' } })
    .claims('credit-code/91000000000000017Q');
});

test('[ORG-01] a credit code belongs to one unit, and is free again when that is dissolved', async () => {
  const desk = openDesk([organisationContext]);
  await desk.all(...smallDistrict);
  const firm = (id: string) => found(id, 'firm', 'joint', { creditCode: '91000000000000017Q' });
  await desk.all(firm('works'));
  assert.equal((await desk.refusal(firm('mill')))?.code, 'claim-taken');
  await desk.all({ type: 'DissolveUnit', data: { unit: 'works', on: '2026-03-02' } }, firm('mill'));
});

test('[ORG-01] a name, a code and a date that cannot be are told field by field', () => {
  empty
    .when({
      type: 'FoundUnit',
      data: { unit: 'x', kind: 'firm', name: ' ', territories: [], creditCode: 'I', on: '2026-02-30' },
    })
    .invalid(
      { path: 'name', code: 'too-short' },
      { path: 'territories', code: 'too-small' },
      { path: 'creditCode', code: 'wrong-form' },
      { path: 'on', code: 'wrong-form' },
    );
});
