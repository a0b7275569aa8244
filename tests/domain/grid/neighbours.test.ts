import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  gridAt,
  gridCells,
  gridContext,
  gridIndex,
  type GridCommand,
  type MultiPolygon,
  type Position,
} from '@keting/domain';
import { given } from '@keting/domain/testing';
import * as fc from 'fast-check';
import { interleaved } from '../../support/interleaved.ts';
import { openDesk, type OpenDesk } from '../../support/open-desk.ts';
import { runs } from '../../support/runs.ts';
import { box, community, draw, drawn, market, outline, point, westHomes } from './small-community.ts';
import { communityOf, drawWhole, gridIn, ring, shapesIn, towns } from './small-neighbours.ts';

/** A desk where the small community (number 1) is drawn: three squares in a row from west to east. */
const small = async (...more: readonly GridCommand[]): Promise<OpenDesk> => {
  const desk = openDesk([gridContext]);
  await desk.all(draw(), ...more);
  return desk;
};

const at = async (desk: OpenDesk, [longitude, latitude]: Readonly<Position>) =>
  (await desk.fact(gridAt(longitude, latitude, 'WGS-84')))?.code;

test('[GRID-01] ground of another community is not drawn over, and the refusal says whose it is and where', () => {
  const neighbour = { stage: 'partition' as const, community, outline, grids: drawn };
  given(gridContext)
    .withAll('neighboursIn', () => [neighbour])
    .when(drawWhole(99, box(2.5, 0, 4, 1)))
    .refuses('neighbour-overlap', {
      ids: [market.code, gridIn(99)],
      params: { longitude: 120.0275, latitude: 28 },
      rule: 'GRID-01',
    });
});

test('[GRID-01] nobody captures the places of another community, with whichever code', async () => {
  for (const number of [0, 99]) {
    const desk = await small();
    assert.equal((await desk.refusal(drawWhole(number, outline)))?.code, 'neighbour-overlap');
    assert.equal(await at(desk, point(0.5, 0.5)), westHomes.code);
  }
});

test('[GRID-01] an overlap is refused where one community lies inside the other, also with no border near', async () => {
  const within = drawWhole(2, box(0.2, 0.2, 0.4, 0.4));
  const around = drawWhole(2, box(-9, -9, 9, 9));
  for (const drawing of [within, around]) {
    assert.equal((await (await small()).refusal(drawing))?.code, 'neighbour-overlap');
  }
});

test('[GRID-01] an overlap of one centimetre is an overlap', async () => {
  const desk = await small();
  const centimetre = 1e-5;
  const over = await desk.refusal(drawWhole(2, box(3 - centimetre, 0, 4, 1)));
  assert.deepEqual(over, { code: 'neighbour-overlap', ids: [market.code, gridIn(2)] });
  assert.equal(await desk.refusal(drawWhole(2, box(3, 0, 4, 1))), undefined);
});

test('[GRID-01] communities share borders, corners and holes, whichever corners their common border has', async () => {
  const [south, north] = [box(0, -1, 3, 0), box(3, 1, 4, 2)];
  const withHole = [
    [...(box(-5, -5, 8, 6)[0] ?? []), ring(...[point(-2, -2), point(-2, 3), point(5, 3), point(5, -2)])],
  ];
  await small(drawWhole(2, south), drawWhole(3, north), drawWhole(4, withHole));
});

test('[GRID-01] a community is drawn anew on its own ground and on free ground, and gives up what it leaves', async () => {
  const desk = await small(drawWhole(2, box(3, 0, 4, 1)));
  await desk.all(drawWhole(2, box(3, 0, 4, 1)), drawWhole(2, box(3, -1, 7, 2)));
  assert.equal((await desk.refusal(drawWhole(2, box(2, 0, 4, 1))))?.code, 'neighbour-overlap');
  await desk.all(drawWhole(2, box(5, 0, 6, 1)), drawWhole(3, box(3, 0, 5, 1)));
});

test('[GRID-01] a community enters the cells that it may reach into, and leaves those that it reaches no more', () => {
  const alone = given(gridContext).withAll('neighboursIn', () => []);
  const [first, second] = [drawWhole(1, box(0, 0, 0.9, 0.4)), drawWhole(1, box(0.5, 0, 1.4, 0.4))];
  const moves = (type: 'CellEntered' | 'CellLeft', cell: string) => ({
    type,
    stream: `cell/${cell}`,
    data: { community: communityOf(1) },
  });
  const { events } = alone
    .when(first)
    .then({ type: 'PartitionDrawn' })
    .also(moves('CellEntered', '24000:5600'), moves('CellEntered', '24001:5600'));
  given(gridContext, ...events)
    .withAll('neighboursIn', () => [])
    .when(second)
    .then({ type: 'PartitionDrawn' })
    .also(moves('CellEntered', '24002:5600'), moves('CellLeft', '24000:5600'));
});

test('[GRID-01] neighbours that overlap each other hold up nobody who stays clear of them', () => {
  const twins = [2, 3].map((number) => drawWhole(number, box(3, 0, 4, 1)).data);
  given(gridContext)
    .withAll('neighboursIn', () => twins)
    .when(drawWhole(4, box(4, 0, 5, 1)))
    .then({ type: 'PartitionDrawn' });
});

test('[GRID-01] a border moves between two communities once the one has given the ground up', async () => {
  const desk = await small(drawWhole(2, box(3, 0, 5, 1)), drawWhole(3, box(5, 0, 7, 1)));
  const taker = drawWhole(2, box(3, 0, 6, 1));
  assert.deepEqual(await desk.refusal(taker), { code: 'neighbour-overlap', ids: [gridIn(2), gridIn(3)] });
  await desk.all(drawWhole(3, box(6, 0, 7, 1)), taker);
});

test('[GRID-01] a cut into communities is accepted in any order, and a corner moved into a neighbour is refused', async () => {
  const townInOrder = towns.chain((town) => {
    const numbers = town.grounds.map((_, number) => number);
    return fc.record({
      town: fc.constant(town),
      order: fc.shuffledSubarray(numbers, { minLength: numbers.length }),
    });
  });
  await fc.assert(
    fc.asyncProperty(townInOrder, async ({ town: { grounds, intruder }, order }) => {
      const desk = openDesk([gridContext]);
      for (const number of order) await desk.all(drawWhole(number, grounds[number] ?? []));
      const refused = await desk.refusal(drawWhole(intruder.number, intruder.ground));
      assert.equal(refused?.code, 'neighbour-overlap');
      assert.ok(refused.ids.includes(gridIn(intruder.number)) && refused.ids.length > 1);
    }),
    { numRuns: runs() },
  );
});

test('[GRID-02] a functional grid is laid over ground of its own community, and over another’s only where a grid there is named', async () => {
  const grid = `${communityOf(1)}N0001`;
  const service = (polygons: MultiPolygon, over?: readonly string[]) => ({
    type: 'FoundFunctionalGrid',
    data: { grid, purpose: 'service', name: 'N', polygons, ...(over === undefined ? {} : { over }) },
  });
  const desk = openDesk([gridContext]);
  await desk.all(...[1, 2, 3].map((number) => drawWhole(number, box(number, 0, number + 1, 1))));
  const straying = service(box(1.5, 0, 2.5, 1));
  assert.deepEqual(await desk.refusal(straying), { code: 'neighbour-overlap', ids: [grid, communityOf(2)] });
  const elsewhere = service(box(2, 0, 4, 1), [gridIn(2)]);
  assert.deepEqual(await desk.refusal(elsewhere), { code: 'neighbour-overlap', ids: [grid, communityOf(3)] });
  await desk.all(service(box(1, 0, 3, 1), [gridIn(2)]));
});

test('[GRID-04] a place on the border of two communities belongs to the one east or north of it', async () => {
  const desk = await small(drawWhole(0, box(3, 0, 4, 1)), drawWhole(2, box(0, 1, 3, 2)));
  assert.equal(await at(desk, point(3, 0.5)), gridIn(0));
  assert.equal(await at(desk, point(1.5, 1)), gridIn(2));
  assert.equal(await at(desk, point(3, 1)), undefined);
  assert.equal(await at(desk, point(2.9999, 0.9999)), market.code);
});

test('[GRID-04] where communities meet, one of them answers: the one that would if they were grids of one', async () => {
  await fc.assert(
    fc.asyncProperty(towns, async ({ grounds, corners }) => {
      const desk = openDesk([gridContext]);
      await desk.all(...grounds.map((ground, number) => drawWhole(number, ground)).reverse());
      const together = gridIndex(shapesIn(grounds));
      for (const corner of corners) assert.equal(await at(desk, corner), together.at(corner));
    }),
    { numRuns: runs() },
  );
});

/** Sends drawings together after what was drawn before, every answer of the store in an order that the scheduler chooses. */
async function race(scheduler: fc.Scheduler, past: readonly GridCommand[], together: readonly GridCommand[]) {
  let through = false;
  const desk = openDesk([gridContext], {
    through: (store) => {
      const slow = interleaved(scheduler)(store);
      return new Proxy(store, { get: (_, name): unknown => Reflect.get(through ? slow : store, name) });
    },
  });
  await desk.all(...past);
  through = true;
  const receipts = await scheduler.waitFor(Promise.all(together.map((command) => desk.send(command))));
  through = false;
  return { desk, receipts };
}

test('[GRID-01] of two communities drawn over each other at the same time one stands, whatever the order', async () => {
  const past = [drawWhole(3, box(0, 0, 1, 1)), drawWhole(4, box(4, 0, 5, 1))];
  const races = [
    [drawWhole(1, box(1, 0, 3, 1)), drawWhole(2, box(2, 0, 4, 1))],
    [drawWhole(3, box(0, 0, 3, 1)), drawWhole(4, box(2, 0, 5, 1))],
    [drawWhole(3, box(0, 0, 3, 1)), drawWhole(2, box(2, 0, 4, 1))],
  ];
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.constantFrom(...races), async (scheduler, together) => {
      const { desk, receipts } = await race(scheduler, past, together);
      assert.equal(receipts.filter(({ ok }) => ok).length, 1);
      const codes = receipts.flatMap((receipt) => (receipt.ok ? [] : [receipt.refusal.code]));
      assert.deepEqual(codes, ['neighbour-overlap']);
      assert.notEqual(await at(desk, point(2.5, 0.5)), undefined);
    }),
    { numRuns: runs() },
  );
});

test('[GRID-01] communities side by side that are drawn at the same time all stand in the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const both = [drawWhole(1, box(0, 0, 1, 1)), drawWhole(2, box(1, 0, 2, 1))];
      const { desk, receipts } = await race(scheduler, [], both);
      assert.ok(receipts.every(({ ok }) => ok));
      const { rows } = await desk.view(gridCells, { where: { community: communityOf(1) }, limit: 100 });
      assert.notEqual(rows.length, 0);
    }),
    { numRuns: runs() },
  );
});
