import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  gridContext,
  gridOf,
  grids,
  gridStaff,
  personId,
  staffOf,
  understaffed,
  type GridCommand,
  type GridEvent,
} from '@keting/domain';
import { given, sampleModel } from '@keting/domain/testing';
import { openDesk } from '../../support/open-desk.ts';
import { community, draw, eastHomes, fish, homes, market, tools, westHomes } from './small-community.ts';

const person = (id: string) => personId.parse(id);
const assign = (grid: string, post: string, who: string, from = '2026-03-01'): GridCommand => ({
  type: 'AssignGridMember',
  data: { grid, post, person: person(who), from },
});
const assigned = (post: string, who: string): GridEvent => ({
  type: 'GridMemberAssigned',
  data: { post, person: person(who), from: '2026-01-01' },
});
const micro = { code: westHomes.code, kind: 'micro', community };
const { code } = westHomes;

test('[GRID-03] a member is assigned to a post that the model has for such grids', () => {
  const known = given(gridContext).with(gridOf(code), micro);
  known
    .when(assign(code, 'party-member', 'p1'))
    .then({ type: 'GridMemberAssigned', data: { post: 'party-member', person: 'p1', from: '2026-03-01' } });
  known.when(assign(code, 'grid-officer', 'p1')).refuses('post-not-in-grid', {
    ids: [code],
    params: { post: 'grid-officer', kind: 'micro' },
  });
  known.when(assign(code, 'king', 'p1')).refuses('post-unknown', { params: { post: 'king' } });
  known.when(assign(code, 'party-member', 'p1', '2026-03-02')).then({ type: 'GridMemberAssigned' });
  known.when(assign(code, 'party-member', 'p1', '2026-03-03')).refuses('date-ahead', {
    params: { on: '2026-03-03', today: '2026-03-02' },
  });
  given(gridContext)
    .with(gridOf(code), undefined)
    .when(assign(code, 'party-member', 'p1'))
    .refuses('grid-unknown', { ids: [code] });
});

test('[GRID-03] a person holds a post in a grid once, and gives up only what they hold', () => {
  const staffed = given(gridContext, assigned('resident-member', 'p3'), assigned('party-member', 'p1')).with(
    gridOf(code),
    micro,
  );
  staffed.when(assign(code, 'party-member', 'p1')).refuses('already-holds', {
    ids: ['p1'],
    params: { post: 'party-member' },
  });
  staffed.when(assign(code, 'resident-member', 'p1')).then({ type: 'GridMemberAssigned' });
  const remove = (post: string, who: string, on?: string) =>
    staffed.when({
      type: 'RemoveGridMember',
      data: { grid: code, post, person: who, ...(on === undefined ? {} : { on }) },
    });
  remove('party-member', 'p1').then({ type: 'GridMemberRemoved', data: { on: '2026-03-02', from: '2026-01-01' } });
  remove('party-member', 'p2').refuses('not-held', { ids: ['p2'], params: { post: 'party-member', on: '2026-03-02' } });
  remove('party-member', 'p1', '2025-12-31').refuses('not-held', { ids: ['p1'], params: { on: '2025-12-31' } });
  remove('party-member', 'p1', '2026-01-01').then({ type: 'GridMemberRemoved' });
  remove('party-member', 'p1', '2026-03-03').refuses('date-ahead', {
    params: { on: '2026-03-03', today: '2026-03-02' },
  });
});

test('[GRID-03] nobody gives up a post in a grid that nobody serves in', () => {
  given(gridContext)
    .when({ type: 'RemoveGridMember', data: { grid: code, post: 'party-member', person: person('p1') } })
    .refuses('not-held', { ids: ['p1'] });
});

test('[GRID-03] understaffed grids are listed with what they lack, by the rule of the model', async () => {
  const desk = openDesk([gridContext]);
  await desk.all(
    draw(),
    assign(westHomes.code, 'party-member', 'p1'),
    assign(westHomes.code, 'resident-member', 'p2'),
    assign(eastHomes.code, 'party-member', 'p3'),
    assign(fish.code, 'party-member', 'p3'),
    assign(fish.code, 'resident-member', 'p4'),
  );
  const list = async () => {
    const all = await desk.view(grids, { where: { community }, limit: 100 });
    const staff = await desk.view(gridStaff, { limit: 100 });
    return understaffed(sampleModel(), all.rows, staff.rows);
  };
  const lacks = (post: string, has = 0) => ({ post, has, needs: 1, source: 'ours' });
  assert.deepEqual(await list(), [
    { code: eastHomes.code, missing: [lacks('resident-member')] },
    { code: tools.code, missing: [lacks('party-member'), lacks('resident-member')] },
  ]);
  await desk.all({ type: 'RemoveGridMember', data: { grid: westHomes.code, post: 'party-member', person: 'p1' } });
  assert.deepEqual((await list())[0], { code: westHomes.code, missing: [lacks('party-member')] });
});

test('[GRID-03] a rule of another model counts otherwise', () => {
  const model = sampleModel();
  const two = {
    ...model,
    grids: { ...model.grids, staffing: [{ grid: 'basic' as const, post: 'grid-officer', min: 2, source: 'ours' }] },
  };
  assert.deepEqual(
    understaffed(two, [homes, market, fish], [{ grid: homes.code, post: 'grid-officer', person: 'p1' }]),
    [{ code: homes.code, missing: [{ post: 'grid-officer', has: 1, needs: 2, source: 'ours' }] }],
  );
});

test('[GRID-03] one person does not satisfy two rules: a grid has as many members as its rules ask for together', () => {
  const member = (post: string, who: string) => ({ grid: fish.code, post, person: who });
  const missing = (...staff: readonly ReturnType<typeof member>[]) =>
    understaffed(sampleModel(), [fish], staff).flatMap((one) => one.missing.map(({ post, has }) => [post, has]));
  const both = [member('party-member', 'p1'), member('resident-member', 'p1')];
  assert.deepEqual(missing(...both), [['resident-member', 0]]);
  assert.deepEqual(missing(...both, member('resident-member', 'p2')), []);
  assert.deepEqual(missing(...both, member('party-member', 'p2')), [], 'who holds both posts counts where one lacks');
});

test('[GRID-03] who staffs grids acts over those grids, until they are drawn away', async () => {
  const desk = openDesk([gridContext]);
  await desk.all(draw(), assign(westHomes.code, 'party-member', 'p1'), assign(eastHomes.code, 'resident-member', 'p1'));
  assert.deepEqual(await desk.standingsOf(person('p1')), [
    { post: 'party-member', unit: westHomes.code, kind: 'micro', territories: [westHomes.code] },
    { post: 'resident-member', unit: eastHomes.code, kind: 'micro', territories: [eastHomes.code] },
  ]);
  await desk.all(draw([homes, market, fish, tools]));
  assert.deepEqual(await desk.standingsOf(person('p1')), []);
  assert.deepEqual(await desk.fact(staffOf(westHomes.code)), []);
});

test('[ORG-09] who staffed a grid on a past day is known after others came, and after the grid was drawn away', async () => {
  const desk = openDesk([gridContext]);
  desk.today('2026-03-20');
  await desk.all(
    draw(),
    assign(westHomes.code, 'party-member', 'p-old', '2026-03-01'),
    {
      type: 'RemoveGridMember',
      data: { grid: westHomes.code, post: 'party-member', person: 'p-old', on: '2026-03-10' },
    },
    assign(westHomes.code, 'party-member', 'p-new', '2026-03-10'),
  );
  const on = async (...day: readonly [] | readonly [string]) =>
    (await desk.fact(staffOf(westHomes.code, ...day))).map((one) => one.person);
  assert.deepEqual(await on('2026-02-28'), []);
  assert.deepEqual(await on('2026-03-01'), ['p-old']);
  assert.deepEqual(await on('2026-03-09'), ['p-old']);
  assert.deepEqual(await on('2026-03-10'), ['p-new']);
  assert.deepEqual(await on(), ['p-new']);
  await desk.all(draw([homes, market, fish, tools]));
  assert.deepEqual([await on(), await on('2026-03-19'), await on('2026-03-20')], [[], ['p-new'], []]);
});
