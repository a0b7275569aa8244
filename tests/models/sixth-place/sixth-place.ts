import {
  contexts,
  parseModel,
  person,
  personId,
  process,
  processes,
  type GovernanceModel,
  type Message,
} from '@keting/domain';
import { plainCalendar } from '@keting/domain/testing';
import { createDesk, memoryStore, newId, viewsOf } from '@keting/runtime';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { TestClock } from '../../runtime/desk/small-place.ts';

const dataIn = (file: string): unknown => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));

/** The model of a town that is nowhere, as it is read from its file. */
export const sixthData: unknown = dataIn('model.json');

/** The same, read as any other model is. */
export const sixthPlace: GovernanceModel = (() => {
  const parsed = parseModel(sixthData);
  assert.ok(parsed.ok, parsed.ok ? '' : JSON.stringify(parsed.faults));
  return parsed.model;
})();

/** What founds the town: units, holders, grids and a resident, all invented. */
const founding: readonly Message[] = z
  .array(z.strictObject({ type: z.string(), data: z.unknown() }))
  .parse(dataIn('sample.json'));

/** Everything of the domain on one desk in the invented town, and a clock that a test moves. */
export async function openSixthPlace() {
  const store = memoryStore({ views: viewsOf(contexts) });
  const clock = new TestClock();
  const trouble: unknown[] = [];
  const desk = createDesk({
    ...{ model: sixthPlace, store, clock, newId, contexts, processes, calendar: plainCalendar },
    onTrouble: (it) => trouble.push(it),
  });
  const as = (name: string) => desk.as(person(personId.parse(name)));
  const setup = desk.as(process('setup'));
  for (const message of founding) {
    const receipt = await setup.send(message);
    assert.ok(receipt.ok, `${JSON.stringify(message)}: ${JSON.stringify(receipt)}`);
  }
  await desk.settled();
  return {
    ...{ as, clock, desk, store, trouble },
    done: async (who: string, type: string, data: object) => {
      const receipt = await as(who).send({ type, data });
      assert.ok(receipt.ok, `${who}: ${type}: ${JSON.stringify(receipt)}`);
      await desk.settled();
    },
    refused: async (who: string, type: string, data: object) => {
      const receipt = await as(who).send({ type, data });
      return receipt.ok ? undefined : receipt.refusal.code;
    },
    /** Goes on to an instant; what falls due before it happens by itself. */
    at: async (instant: number) => {
      clock.reach(instant);
      await desk.settled();
    },
  };
}
