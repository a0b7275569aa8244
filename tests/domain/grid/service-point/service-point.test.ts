import { test } from 'node:test';
import {
  fromWgs84,
  gridAt,
  servicePointContext,
  servicePointId,
  unitId,
  unitOf,
  type CoordinateSystem,
  type ServicePointEvent,
} from '@keting/domain';
import { given, sampleModel } from '@keting/domain/testing';
import { community, eastHomes, point as at, westHomes } from '../small-community.ts';
import { pointModel as model } from './point-model.ts';

const point = servicePointId.parse('s1');
const placeOf = (x: number, y: number, system: CoordinateSystem = 'WGS-84') => {
  const position = fromWgs84(at(x, y), system);
  return { place: { position, system }, fact: gridAt(position[0], position[1], system) };
};
const west = placeOf(0.5, 0.5);
const east = placeOf(1.5, 0.5);
const fact = (code: string) => ({ code, kind: 'micro', community });
const open = (data: object = {}) => ({
  type: 'OpenServicePoint' as const,
  data: { point, kind: 'station', name: 'Rest station', place: west.place, ...data },
});
const opened: ServicePointEvent = {
  type: 'ServicePointOpened',
  data: {
    kind: 'station',
    name: 'Rest station',
    grid: westHomes.code,
    position: west.place.position,
    on: '2026-03-02',
  },
};
const known = given(servicePointContext).under(model).with(west.fact, fact(westHomes.code));

test('[GRID-08] a service point has a kind of the model, a place in a grid, and a unit where one answers for it', () => {
  known.when(open()).then(opened);
  known.when(open({ kind: 'palace' })).refuses('point-kind-unknown', { params: { kind: 'palace' } });
  known
    .with(unitOf(unitId.parse('room')), undefined)
    .when(open({ unit: 'room' }))
    .refuses('point-unit-unknown', { ids: ['room'] });
  known
    .with(unitOf(unitId.parse('room')), { id: unitId.parse('room'), kind: 'living-room', territories: [community] })
    .when(open({ unit: 'room' }))
    .then({ type: 'ServicePointOpened', data: { unit: 'room' } });
  given(servicePointContext)
    .under(model)
    .with(west.fact, undefined)
    .when(open())
    .refuses('point-outside', { ids: [point] });
  given(servicePointContext, opened)
    .under(model)
    .when(open())
    .refuses('point-exists', { ids: [point] });
  given(servicePointContext)
    .under(sampleModel())
    .when(open())
    .refuses('service-points-lacking', { ids: [point] });
});

test('[GRID-08] a place told in another coordinate system is kept in WGS-84', () => {
  const { place, fact: asked } = placeOf(0.5, 0.5, 'GCJ-02');
  const [event] = given(servicePointContext)
    .under(model)
    .with(asked, fact(westHomes.code))
    .when(open({ place })).events;
  const position = event?.type === 'ServicePointOpened' ? event.data.position : [0, 0];
  const off = Math.max(...position.map((one, i) => Math.abs(one - (west.place.position[i] ?? 0))));
  if (off > 1e-7) throw new Error(`off by ${off} degrees`);
});

test('[GRID-08] a service point moves while it is open, and closes once', () => {
  const stands = given(servicePointContext, opened).under(model);
  const move = { type: 'MoveServicePoint' as const, data: { point, place: east.place } };
  stands
    .with(east.fact, fact(eastHomes.code))
    .when(move)
    .then({ type: 'ServicePointMoved', data: { grid: eastHomes.code, from: westHomes.code } });
  stands
    .with(east.fact, undefined)
    .when(move)
    .refuses('point-outside', { ids: [point] });
  const close = { type: 'CloseServicePoint' as const, data: { point } };
  stands.when(close).then({ type: 'ServicePointClosed', data: { grid: westHomes.code, on: '2026-03-02' } });
  const closed = given(servicePointContext, opened, {
    type: 'ServicePointClosed',
    data: { grid: westHomes.code, on: '2026-03-02' },
  }).under(model);
  closed.when(close).refuses('point-closed', { ids: [point] });
  closed.when(move).refuses('point-closed');
  given(servicePointContext)
    .under(model)
    .when(close)
    .refuses('point-closed', { ids: [point] });
});
