import assert from 'node:assert/strict';
import { test } from 'node:test';
import { organisationContext, units, type Message, type UnitRow } from '@keting/domain';
import * as fc from 'fast-check';
import { interleaved } from '../../support/interleaved.ts';
import { openDesk } from '../../support/open-desk.ts';
import { runs } from '../../support/runs.ts';
import { found, smallDistrict } from './small-district.ts';

/** Two lines of groups, each under the one before it. */
const left = ['a0', 'a1', 'a2', 'a3'];
const right = ['b0', 'b1', 'b2', 'b3'];
const groups = [...left, ...right];
const lines = [left, right].flatMap((line) =>
  line.map((id, i) => found(id, 'party-group', i === 0 ? 'community' : line[i - 1])),
);
const moveOf = (units: readonly string[], parents: readonly string[]) =>
  fc.record({ unit: fc.constantFrom(...units), parent: fc.constantFrom(...parents) });

/** Sends all at once, with every answer of the store in an order that the scheduler chooses; answers what stands then. */
async function race(
  scheduler: fc.Scheduler,
  past: readonly Message[],
  together: readonly Message[],
): Promise<readonly UnitRow[]> {
  let through = false;
  const desk = openDesk([organisationContext], {
    through: (store) => {
      const slow = interleaved(scheduler)(store);
      return new Proxy(store, { get: (_, name) => Reflect.get(through ? slow : store, name) as unknown });
    },
  });
  await desk.all(...smallDistrict, ...past);
  through = true;
  const sent = together.map((command) => desk.send(command));
  await scheduler.waitFor(Promise.all(sent));
  through = false;
  const { rows } = await desk.view(units, { limit: 1000 });
  return rows;
}

/** The units from one to the top, or to the first that comes again. */
function pathFrom(rows: readonly UnitRow[], id: string): readonly string[] {
  const path: string[] = [];
  let at: string | undefined = id;
  while (at !== undefined && !path.includes(at)) {
    path.push(at);
    at = rows.find((row) => row.id === at)?.parent;
  }
  return path;
}

test('[ORG-01] two racing moves never close a circle, whatever their order', async () => {
  const crossing = fc.tuple(moveOf(left, right), moveOf(right, left), moveOf(groups, groups));
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), crossing, async (scheduler, moves) => {
      const rows = await race(
        scheduler,
        lines,
        moves.map((data) => ({ type: 'MoveUnit', data })),
      );
      for (const id of groups) assert.equal(pathFrom(rows, id).slice(-1)[0], 'district', `${id} hangs from the top`);
    }),
    { numRuns: runs() },
  );
});

test('[ORG-01] a unit founded under one that is being dissolved never ends up an orphan', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const rows = await race(
        scheduler,
        [found('a', 'party-group', 'community')],
        [
          { type: 'DissolveUnit', data: { unit: 'a', on: '2026-03-02' } },
          found('b', 'party-group', 'a'),
          { type: 'MoveUnit', data: { unit: 'a', parent: 'community' } },
        ],
      );
      const stands = (id: string) => rows.find((row) => row.id === id)?.stands === true;
      assert.ok(!stands('b') || stands('a'), 'who stands, stands under one that stands');
    }),
    { numRuns: runs() },
  );
});
