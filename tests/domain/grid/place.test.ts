import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  fromWgs84,
  functionalGridsAt,
  gridsAt,
  gridAt,
  gridCells,
  gridContext,
  gridOf,
  gridOverlays,
  grids,
  gridStaff,
  personId,
  staffOf,
  type CoordinateSystem,
} from '@keting/domain';
import { given, sampleModel } from '@keting/domain/testing';
import * as fc from 'fast-check';
import { openDesk, type OpenDesk } from '../../support/open-desk.ts';
import { runs } from '../../support/runs.ts';
import { box, community, draw, drawn, eastHomes, fish, homes, market, point, westHomes } from './small-community.ts';

const smallCommunity = async (): Promise<OpenDesk> => {
  const desk = openDesk([gridContext]);
  await desk.all(draw());
  return desk;
};

const at = async (desk: OpenDesk, x: number, y: number, system: CoordinateSystem = 'WGS-84') => {
  const [longitude, latitude] = fromWgs84(point(x, y), system);
  return (await desk.fact(gridAt(longitude, latitude, system)))?.code;
};

test('[GRID-04] a coordinate finds the micro-grid that contains it, in a market the market', async () => {
  const desk = await smallCommunity();
  assert.equal(await at(desk, 0.5, 0.5), westHomes.code);
  assert.equal(await at(desk, 1.5, 0.1), eastHomes.code);
  assert.equal(await at(desk, 2.9, 0.9), market.code);
});

test('[GRID-04] a place on a boundary belongs to the grid east or north of it', async () => {
  const desk = await smallCommunity();
  assert.equal(await at(desk, 1, 0.5), eastHomes.code);
  assert.equal(await at(desk, 0, 0), westHomes.code);
  assert.equal(await at(desk, 3, 0.5), undefined);
  assert.equal(await at(desk, 0.5, 1), undefined);
});

test('[GRID-04] the same place is found by its coordinate in each system', async () => {
  const desk = await smallCommunity();
  for (const system of ['WGS-84', 'GCJ-02', 'BD-09'] as const) {
    assert.equal(await at(desk, 1.25, 0.75, system), eastHomes.code, system);
  }
});

test('[GRID-04] a coordinate outside, or not on Earth, finds nothing', async () => {
  const desk = await smallCommunity();
  assert.equal(await at(desk, 7, 7), undefined);
  assert.equal(await desk.fact(gridAt(500, 28, 'WGS-84')), undefined);
});

test('[GRID-04] in a partition every place has one grid, whichever cells it is found by', async () => {
  const desk = await smallCommunity();
  const inside = fc.tuple(
    fc.double({ min: 0, max: 2.9999, noNaN: true }),
    fc.double({ min: 0, max: 0.9999, noNaN: true }),
  );
  await fc.assert(
    fc.asyncProperty(inside, async ([x, y]) => {
      const code = await at(desk, x, y);
      assert.ok(drawn.some((grid) => grid.code === code));
    }),
    { numRuns: runs() },
  );
});

test('[GRID-04] after a new drawing a place is found in the new grids alone', async () => {
  const desk = await smallCommunity();
  await desk.all(
    draw([
      { ...homes, polygons: box(0, 0, 1, 1) },
      { ...market, polygons: box(1, 0, 3, 1), stalls: [{ from: 1, to: 9 }] },
      { ...fish, stalls: [{ from: 1, to: 9 }] },
    ]),
  );
  assert.equal(await at(desk, 0.5, 0.5), homes.code);
  assert.equal(await at(desk, 1.5, 0.5), market.code);
  const { rows } = await desk.view(gridCells, { limit: 1000 });
  assert.deepEqual([...new Set(rows.map(({ code }) => code))].sort(), [homes.code, market.code]);
});

test('[GRID-02] a place lies in one territorial grid and in several functional ones', async () => {
  const desk = await smallCommunity();
  const functional = (suffix: string, data: object) => ({
    type: 'FoundFunctionalGrid',
    data: { grid: `${community}${suffix}`, purpose: 'service', name: suffix, ...data },
  });
  await desk.all(
    functional('N0001', { over: [westHomes.code, market.code] }),
    functional('E0001', { polygons: box(0.5, 0, 2.5, 1) }),
  );
  const over = async (x: number, y: number) => {
    const [longitude, latitude] = point(x, y);
    const found = await desk.fact(functionalGridsAt(longitude, latitude, 'WGS-84'));
    const territorial = await desk.fact(gridAt(longitude, latitude, 'WGS-84'));
    assert.deepEqual(
      await desk.ask(gridsAt, { position: [longitude, latitude], system: 'WGS-84' }),
      { ok: true, rows: [...(territorial === undefined ? [] : [territorial]), ...found] },
      'whoever asks is told what a decision is told',
    );
    return found.map(({ code }) => code.slice(12));
  };
  assert.deepEqual(await over(0.2, 0.5), ['N0001']);
  assert.deepEqual(await over(0.7, 0.5), ['E0001', 'N0001']);
  assert.deepEqual(await over(1.5, 0.5), ['E0001']);
  assert.deepEqual(await over(2.2, 0.5), ['E0001', 'N0001']);
  assert.deepEqual(await over(3.5, 0.5), []);
  assert.equal(await at(desk, 0.7, 0.5), westHomes.code);
  assert.equal((await desk.fact(gridOf(`${community}N0001`)))?.kind, 'functional');
});

test('[GRID-02] a grid whose purpose is over ends: no place lies in it, nobody serves in it, and its code is free', async () => {
  const desk = await smallCommunity();
  const [service, youth] = [`${community}N0001`, `${community}E0001`];
  const lay = (grid: string, data: object) => ({
    type: 'FoundFunctionalGrid',
    data: { grid, purpose: 'service', name: 'N', ...data },
  });
  const end = { type: 'EndFunctionalGrid', data: { grid: service } };
  await desk.all(
    lay(service, { over: [westHomes.code], polygons: box(1, 0, 2, 1) }),
    lay(youth, { over: [westHomes.code] }),
    { type: 'AssignGridMember', data: { grid: service, post: 'party-member', person: 'li', from: '2026-03-01' } },
    end,
  );
  const over = async (x: number) => {
    const [longitude, latitude] = point(x, 0.5);
    return (await desk.fact(functionalGridsAt(longitude, latitude, 'WGS-84'))).map(({ code }) => code);
  };
  assert.deepEqual([await over(0.2), await over(1.5)], [[youth], []]);
  assert.equal(await desk.fact(gridOf(service)), undefined);
  const left = await Promise.all([
    desk.view(grids, { where: { code: service } }),
    desk.view(gridCells, { where: { code: service } }),
    desk.view(gridOverlays, { where: { code: service } }),
    desk.view(gridStaff, { where: { grid: service } }),
  ]);
  assert.deepEqual(
    left.map(({ rows }) => rows.length),
    [0, 0, 0, 0],
  );
  assert.deepEqual(await desk.standingsOf(personId.parse('li')), []);
  assert.deepEqual(await desk.refusal(end), { code: 'grid-unknown', ids: [service] });
  await desk.all(lay(service, { over: [westHomes.code] }));
  assert.deepEqual(await over(0.2), [youth, service]);
  assert.deepEqual(await desk.fact(staffOf(service, '2026-03-01')), [{ person: 'li', post: 'party-member' }]);
});

test('[GRID-02] a functional grid lies over grids that there are, or on ground of its own', async () => {
  const desk = await smallCommunity();
  const found = (data: object) =>
    desk.refusal({
      type: 'FoundFunctionalGrid',
      data: { grid: `${community}N0001`, purpose: 'service', name: 'N', ...data },
    });
  assert.deepEqual(await found({ over: ['990101001001999'] }), { code: 'grid-unknown', ids: ['990101001001999'] });
  assert.deepEqual(await found({}), { code: 'ground-missing', ids: [`${community}N0001`] });
  const bowTie = [[[point(0, 0), point(1, 1), point(1, 0), point(0, 1), point(0, 0)]]];
  assert.equal((await found({ polygons: bowTie }))?.code, 'ring-invalid');
  assert.equal(await found({ over: [westHomes.code] }), undefined);
  assert.deepEqual(await found({ over: [westHomes.code] }), { code: 'grid-exists', ids: [`${community}N0001`] });
});

test('[GRID-02] a functional grid has a code of the place, where the place has such grids', () => {
  const code = `${community}N0001`;
  const found = (grid: string, model = sampleModel()) =>
    given(gridContext)
      .under(model)
      .withAll('neighboursIn', () => [])
      .when({
        type: 'FoundFunctionalGrid',
        data: { grid, purpose: 'service', name: 'N', polygons: box(0, 0, 1, 1) },
      });
  found(code)
    .then({ type: 'FunctionalGridFounded', data: { community, over: [] } })
    .claims(`grid-code/${code}`);
  found(`${community}N00`).refuses('grid-code-invalid', { ids: [`${community}N00`] });
  found('330106001001N0001').refuses('grid-code-outside', { ids: ['330106001001N0001'] });
  const model = sampleModel();
  const kinds = model.grids.kinds.filter(({ id }) => id !== 'functional');
  found(code, { ...model, grids: { ...model.grids, kinds } }).refuses('grid-kind-unknown', { ids: [code] });
});
