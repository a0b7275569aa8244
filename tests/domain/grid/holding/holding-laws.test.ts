import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gridContext, gridHoldings, gridObjects, holdingContext } from '@keting/domain';
import * as fc from 'fast-check';
import { openDesk } from '../../../support/open-desk.ts';
import { runs } from '../../../support/runs.ts';
import { community, draw, eastHomes, fish, homes, point, westHomes } from '../small-community.ts';
import { holdingModel } from './holding-model.ts';

const grid = fc.constantFrom(westHomes.code, eastHomes.code, fish.code, homes.code);
const object = fc.constantFrom('a', 'b', 'c', 'd');
const kind = fc.constantFrom('hydrant', 'building', 'shop', 'resident');
const asked = fc.oneof(
  fc.record({ object, grid, kind }).map((data) => ({ type: 'RegisterObject', data: { ...data, name: 'it' } })),
  fc.record({ object, grid }).map((data) => ({ type: 'MoveObject', data })),
  fc.record({ object }).map((data) => ({ type: 'RetireObject', data })),
  fc.record({ grid, count: fc.nat(50) }).map((data) => ({ type: 'CountPeople', data: { ...data, kind: 'resident' } })),
);

test('[GRID-05] counts are equal to a recount of what stands, whatever was registered, moved, retired and counted', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(asked, { minLength: 1, maxLength: 15 }), async (commands) => {
      const desk = openDesk([gridContext, holdingContext], { base: holdingModel });
      await desk.all(draw());
      const people = new Map<string, number>();
      for (const command of commands) {
        const refused = await desk.refusal(command);
        if (refused !== undefined || command.type !== 'CountPeople') continue;
        const { grid: at, count } = command.data as { grid: string; count: number };
        people.set(at, count);
      }
      const expected = new Map<string, number>([...people].map(([at, count]) => [`${at} resident`, count]));
      for (const row of (await desk.view(gridObjects, { limit: 100 })).rows) {
        const key = `${row.grid} ${row.kind}`;
        expected.set(key, (expected.get(key) ?? 0) + 1);
      }
      const held = (await desk.view(gridHoldings, { limit: 100 })).rows.filter(({ count }) => count !== 0);
      assert.deepEqual(
        new Map(held.map((row) => [`${row.grid} ${row.kind}`, row.count])),
        new Map([...expected].filter(([, count]) => count !== 0).sort()),
      );
    }),
    { numRuns: runs() },
  );
});

test('[GRID-05] what a community holds is one query, over all its grids', async () => {
  const desk = openDesk([gridContext, holdingContext], { base: holdingModel });
  const place = { position: point(0.5, 0.5), system: 'WGS-84' };
  await desk.all(
    draw(),
    { type: 'RegisterObject', data: { object: 'a', grid: homes.code, kind: 'hydrant', name: 'it', place } },
    { type: 'RegisterObject', data: { object: 'b', grid: fish.code, kind: 'shop', name: 'a stall' } },
    { type: 'CountPeople', data: { grid: westHomes.code, kind: 'resident', count: 87 } },
    { type: 'CountPeople', data: { grid: eastHomes.code, kind: 'resident', count: 70 } },
  );
  const sums = await desk.sum(gridHoldings, {
    where: { grid: { prefix: community } },
    by: ['element', 'kind'],
    of: ['count'],
  });
  const told = sums.map(({ element, kind: of, count }) => `${String(element)} ${String(of)} ${String(count)}`);
  assert.deepEqual(told.sort(), ['organisation shop 1', 'person resident 157', 'thing hydrant 1']);
  const twice = { type: 'CountPeople', data: { grid: homes.code, kind: 'resident', count: 157 } };
  assert.equal((await desk.refusal(twice))?.code, 'people-grid-unfit');
});
