import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  centreOf,
  gridContext,
  grids,
  metresBetween,
  outOfReach,
  reachOfGrids,
  servicePointContext,
  servicePoints,
  type Position,
} from '@keting/domain';
import * as fc from 'fast-check';
import { openDesk } from '../../../support/open-desk.ts';
import { box, community, draw, eastHomes, fish, market, point, tools, westHomes } from '../small-community.ts';
import { pointModel, pointRules } from './point-model.ts';
import { runs } from '../../../support/runs.ts';

const near = (actual: number, expected: number, within: number) => {
  assert.ok(Math.abs(actual - expected) <= within, `${actual} is not within ${within} of ${expected}`);
};

test('[GRID-08] a degree of a meridian is some 111.2 km, one of a parallel shorter by the cosine', () => {
  near(metresBetween([120, 28], [120, 29]), 111_195, 1);
  near(metresBetween([120, 28], [121, 28]), 111_195 * Math.cos((28 * Math.PI) / 180), 5);
  assert.equal(metresBetween([120, 28], [120, 28]), 0);
});

test('[GRID-08] the way is the same in both directions and never longer by way of a third place', () => {
  const place = fc.tuple(fc.double({ min: 73, max: 135, noNaN: true }), fc.double({ min: 18, max: 54, noNaN: true }));
  fc.assert(
    fc.property(place, place, place, (one, two, three) => {
      near(metresBetween(one, two), metresBetween(two, one), 1e-6);
      assert.ok(metresBetween(one, three) <= metresBetween(one, two) + metresBetween(two, three) + 1e-6);
    }),
    { numRuns: runs() },
  );
});

test('[GRID-08] the middle of a grid is the centroid of its largest part', () => {
  const [large = [], small = []] = [box(0, 0, 2, 1)[0], box(5, 0, 6, 1)[0]];
  const [x, y] = centreOf([small, large]) ?? [0, 0];
  const [expectedX, expectedY] = point(1, 0.5);
  near(x, expectedX, 1e-9);
  near(y, expectedY, 1e-9);
  assert.equal(centreOf([]), undefined);
  const flat: Position[] = [point(0, 0), point(1, 1), point(0, 0)];
  assert.ok(centreOf([[flat]])?.every((one) => Number.isFinite(one)));
});

test('[GRID-08] grids farther than 15 minutes’ walk from a point of a kind are listed (15 分钟便民生活圈)', async () => {
  const desk = openDesk([gridContext, servicePointContext], { base: pointModel });
  await desk.all(draw());
  const listed = async (kind: string) => {
    const all = await desk.view(grids, { where: { community }, limit: 100 });
    const points = await desk.view(servicePoints, { where: { kind }, limit: 100 });
    const reaches = reachOfGrids(pointRules, kind, { grids: all.rows, points: points.rows });
    return outOfReach(pointRules, reaches).map(({ code, nearest }) => `${code.slice(12)} ${nearest?.point ?? '-'}`);
  };
  const suffixes = ['001', '00101', '00102', '002', '00201', '00202'];
  assert.deepEqual(
    await listed('station'),
    suffixes.map((code) => `${code} -`),
    'where there is no point, every grid is out of reach',
  );
  const open = (id: string, kind: string, x: number) => ({
    type: 'OpenServicePoint',
    data: { point: id, kind, name: id, place: { position: point(x, 0.5), system: 'WGS-84' } },
  });
  // The middle of the next grid lies 0.01 degrees east, 982 m here: 1,227 m of way, 15.3 minutes.
  await desk.all(open('west', 'station', 0.5), open('centre', 'centre', 1.5));
  assert.deepEqual(await listed('station'), ['00102 west', '002 west', '00201 west', '00202 west']);
  await desk.all({
    type: 'MoveServicePoint',
    data: { point: 'west', place: { position: point(0.6, 0.5), system: 'WGS-84' } },
  });
  assert.deepEqual(await listed('station'), ['002 west', '00201 west', '00202 west']);
  await desk.all(open('market', 'station', 2.5));
  assert.deepEqual(await listed('station'), []);
  await desk.all({ type: 'CloseServicePoint', data: { point: 'west' } });
  assert.deepEqual(await listed('station'), ['001 market', '00101 market', '00102 market']);
});

test('[GRID-08] a trade micro-grid is where its market is; what has no ground at all is left out', () => {
  const points = [{ id: 's', kind: 'station', position: point(2.5, 0.5) }];
  const afloat = { code: `${community}N0001` };
  const reaches = reachOfGrids(pointRules, 'station', { grids: [market, fish, tools, afloat], points });
  assert.deepEqual(
    reaches.map(({ code }) => code),
    [market.code, fish.code, tools.code],
  );
  assert.ok(reaches.every(({ nearest }) => nearest !== undefined && nearest.metres < 1e-3));
});

test('[GRID-08] of several points the nearest counts, and a slower pace or a smaller circle leaves more out', () => {
  const points = [point(0.5, 0.5), point(1.4, 0.5)].map((position, i) => ({ id: `s${i}`, kind: 'station', position }));
  const reaches = reachOfGrids(pointRules, 'station', { grids: [westHomes, eastHomes], points });
  assert.deepEqual(
    reaches.map(({ nearest }) => nearest?.point),
    ['s0', 's1'],
  );
  const slow = { ...pointRules, metresPerMinute: 20, minutes: 5 };
  const slower = reachOfGrids(slow, 'station', { grids: [westHomes, eastHomes], points });
  assert.deepEqual(
    outOfReach(slow, slower).map(({ code }) => code),
    [eastHomes.code],
  );
});
