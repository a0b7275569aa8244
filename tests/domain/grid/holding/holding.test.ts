import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  gridAt,
  gridContext,
  gridHoldings,
  gridOf,
  gridsBelow,
  holdingContext,
  holdingsOf,
  objectId,
  parseModel,
  peopleOfGrids,
  type HoldingEvent,
} from '@keting/domain';
import { given, sampleModel, sealed } from '@keting/domain/testing';
import { openDesk } from '../../../support/open-desk.ts';
import { community, draw, eastHomes, homes, plainMarket, point, westHomes } from '../small-community.ts';
import { holdingModel as model } from './holding-model.ts';

const { code: grid } = westHomes;
const object = objectId.parse('h1');
const micro = { code: grid, kind: 'micro', community };
const hydrant = { kind: 'hydrant', element: 'thing' as const, standardRef: 'GB/T 30428.2-2013 01-07' };
const registered: HoldingEvent = {
  type: 'ObjectRegistered',
  data: { ...hydrant, grid, name: sealed('the hydrant by the gate') },
};
const register = (data: object = {}) => ({
  type: 'RegisterObject' as const,
  data: { object, grid, kind: 'hydrant', name: 'the hydrant by the gate', ...data },
});
const known = given(holdingContext).under(model).with(gridOf(grid), micro);

test('[GRID-05] an object carries the national standard category of its kind', () => {
  known.when(register()).then(registered);
  known.when(register({ kind: 'dragon' })).refuses('object-kind-unknown', { params: { kind: 'dragon' } });
  given(holdingContext, registered)
    .under(model)
    .when(register())
    .refuses('object-exists', { ids: [object] });
  given(holdingContext)
    .under(model)
    .with(gridOf(grid), undefined)
    .when(register())
    .refuses('grid-unknown', { ids: [grid] });
  given(holdingContext).under(sampleModel()).when(register()).refuses('objects-lacking');
});

test('[GRID-05] a kind without a national standard category is no kind', () => {
  const objects = model.grids.objects ?? [];
  const fits = (standardRef: string) =>
    parseModel({
      ...model,
      grids: { ...model.grids, objects: objects.map((one) => ({ ...one, standardRef })) },
    }).ok;
  assert.ok(fits('GB/T 30428.2-2013 01-07'));
  for (const ref of ['', 'ours', 'ISO 9001']) assert.ok(!fits(ref), ref);
});

test('[GRID-05] [ALL-02] nobody is registered: people are only counted', () => {
  known.when(register({ kind: 'resident' })).refuses('people-not-registered', { params: { kind: 'resident' } });
});

test('[GRID-05] an object lies in the grid that it is registered in', () => {
  const [longitude, latitude] = point(0.5, 0.5);
  const place = { position: [longitude, latitude], system: 'WGS-84' as const };
  const at = gridAt(longitude, latitude, 'WGS-84');
  known
    .with(at, micro)
    .when(register({ place }))
    .then({ type: 'ObjectRegistered', data: { position: [longitude, latitude] } });
  known
    .with(at, { ...micro, code: eastHomes.code })
    .when(register({ place }))
    .refuses('object-elsewhere', { ids: [grid] });
  known
    .with(at, undefined)
    .when(register({ place }))
    .refuses('object-elsewhere', { ids: [grid] });
});

test('[GRID-05] a functional grid lies over others, so an object of it may lie anywhere in them', () => {
  const place = { position: point(1.5, 0.5), system: 'WGS-84' as const };
  given(holdingContext)
    .under(model)
    .with(gridOf(grid), { ...micro, kind: 'functional' })
    .when(register({ place }))
    .then({ type: 'ObjectRegistered', data: { grid, position: point(1.5, 0.5) } });
});

test('[GRID-05] an object moves to another grid and is retired once', () => {
  const stands = given(holdingContext, registered).under(model);
  const move = (to: string) => ({ type: 'MoveObject' as const, data: { object, grid: to } });
  const east = { ...micro, code: eastHomes.code };
  stands
    .with(gridOf(eastHomes.code), east)
    .when(move(eastHomes.code))
    .then({ type: 'ObjectMoved', data: { ...hydrant, grid: eastHomes.code, from: grid } });
  stands.when(move(grid)).refuses('object-stays', { ids: [object] });
  stands
    .with(gridOf(eastHomes.code), undefined)
    .when(move(eastHomes.code))
    .refuses('grid-unknown', { ids: [eastHomes.code] });
  const retire = { type: 'RetireObject' as const, data: { object } };
  stands.when(retire).then({ type: 'ObjectRetired', data: { ...hydrant, grid } });
  given(holdingContext, registered, { type: 'ObjectRetired', data: { ...hydrant, grid } })
    .under(model)
    .when(retire)
    .refuses('object-retired', { ids: [object] });
  given(holdingContext)
    .under(model)
    .when(retire)
    .refuses('object-retired', { ids: [object] });
});

test('[GRID-05] people are a number, told against the one before, in grids where each is counted once', () => {
  const count = (of: number, where = grid, kind = 'resident') => ({
    type: 'CountPeople' as const,
    data: { grid: where, kind, count: of },
  });
  const leaf = known.with(gridsBelow(grid), []);
  leaf.when(count(87)).then({
    type: 'PeopleCounted',
    data: { kind: 'resident', standardRef: 'GB/T 34300-2017', count: 87, was: 0, on: '2026-03-02' },
  });
  const before: HoldingEvent = {
    type: 'PeopleCounted',
    data: { kind: 'resident', standardRef: 'GB/T 34300-2017', count: 87, was: 0, on: '2026-03-01' },
  };
  given(holdingContext, before)
    .under(model)
    .with(gridOf(grid), micro)
    .with(gridsBelow(grid), [])
    .when(count(90))
    .then({ type: 'PeopleCounted', data: { count: 90, was: 87 } });
  leaf.when(count(3, grid, 'hydrant')).refuses('people-kind-unknown', { params: { kind: 'hydrant' } });
  const parted = given(holdingContext)
    .under(model)
    .with(gridOf(homes.code), { ...micro, code: homes.code, kind: 'basic' })
    .with(gridsBelow(homes.code), [grid]);
  parted.when(count(10, homes.code)).refuses('people-grid-unfit', { ids: [homes.code, grid] });
  parted.when(count(0, homes.code)).then({ type: 'PeopleCounted', data: { count: 0 } });
  given(holdingContext)
    .under(model)
    .with(gridOf(grid), { ...micro, kind: 'functional' })
    .when(count(10))
    .refuses('people-grid-unfit', { ids: [grid] });
  const gone = given(holdingContext).under(model).with(gridOf(grid), undefined);
  gone.when(count(10)).refuses('grid-unknown', { ids: [grid] });
  gone.when(count(0)).then({ type: 'PeopleCounted', data: { count: 0 } });
});

test('[GRID-05] people of a grid that is parted, or drawn no more, are not counted a second time', async () => {
  const desk = openDesk([gridContext, holdingContext], { base: model, processes: [peopleOfGrids] });
  const count = (where: string, people: number) => ({
    type: 'CountPeople',
    data: { grid: where, kind: 'resident', count: people },
  });
  const counted = async () => {
    await desk.settled();
    const { rows } = await desk.view(gridHoldings, { limit: 100 });
    return rows.filter((row) => row.count > 0).map((row) => [row.grid, row.count]);
  };
  const undivided = [homes, plainMarket];
  await desk.all(draw(undivided), count(homes.code, 300), count(plainMarket.code, 20));
  await desk.all(draw([homes, westHomes, eastHomes, plainMarket]));
  assert.deepEqual(await counted(), [[plainMarket.code, 20]]);
  await desk.all(count(westHomes.code, 160), count(eastHomes.code, 140), draw(undivided));
  assert.deepEqual(await counted(), [[plainMarket.code, 20]]);
});

test('[GRID-05] all five elements (人、地、物、事、组织) are told together, matters as the open cases of their classes', () => {
  const held = holdingsOf(model, {
    holdings: [
      { kind: 'resident', count: 87 },
      { kind: 'hydrant', count: 2 },
      { kind: 'resident', count: 13 },
    ],
    cases: [{ class: 'dispute', open: 4 }],
  });
  assert.deepEqual(
    held.slice(0, 4).map(({ element, kind, count }) => [element, kind, count]),
    [
      ['person', 'resident', 100],
      ['place', 'building', 0],
      ['thing', 'hydrant', 2],
      ['organisation', 'shop', 0],
    ],
  );
  assert.ok(held.slice(4).every(({ element }) => element === 'matter'));
  assert.equal(held.find(({ kind }) => kind === 'dispute')?.count, 4);
});
