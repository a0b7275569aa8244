import assert from 'node:assert/strict';
import { contexts, everything, personalContents } from '@keting/domain';
import type { History } from './histories.ts';
import {
  eventsHaveTheirShape,
  pointsComeToNothing,
  replayIsTheState,
  rowsAreAboutTheirStreams,
  toldOf,
  viewsAreTheRecord,
} from './laws.ts';
import { openPlace, type Place } from './place.ts';
import { countersAreARecount } from './recounts.ts';
import { commandOf, isWait, type Step } from './steps.ts';

/** Asks, and sees that what was said before is what comes of it. */
async function foretold(place: Place, step: Step): Promise<void> {
  if (isWait(step)) {
    await place.wait(step.wait);
    return;
  }
  const at = place.as(step.by);
  const command = commandOf(step);
  const verdict = await at.can(command);
  const receipt = await at.send(command);
  if (verdict.allowed !== receipt.ok) assert.fail(`${step.by} ${JSON.stringify([command, verdict, receipt])}`);
  if (!receipt.ok && !verdict.allowed) assert.deepEqual(receipt.refusal, verdict.refusal);
  if (!receipt.ok) return;
  assert.deepEqual(await at.send({ ...command, id: receipt.id }), receipt, 'what is sent twice has happened once');
  await place.desk.settled();
}

const kept = personalContents(contexts);

/** Erases who asks for it; nothing of theirs is left but what stays by its purpose. */
async function erased({ as, desk, store }: Place, person: string): Promise<void> {
  const receipt = await as(person).send({ type: 'ErasePerson', data: { person, ground: 'asked' } });
  if (!receipt.ok) return;
  await desk.settled();
  const { rows } = await store.rows(kept, { where: { person, kept: false }, limit: 1000 }, everything);
  const ids = rows.map((row) => String(Reflect.get(Object(row), 'id')));
  assert.deepEqual(await store.contents(ids), {}, `what is left of ${person}`);
}

/** Lets a history happen, and looks at every law. */
export async function lawsHold({ steps, erased: person }: History): Promise<void> {
  const place = await openPlace();
  for (const step of steps) {
    await foretold(place, step);
    await pointsComeToNothing(place.store);
  }
  await erased(place, person);
  assert.deepEqual(place.trouble, [], 'what comes by itself is refused nowhere');
  const told = await toldOf(place);
  eventsHaveTheirShape(told);
  await replayIsTheState(told);
  await viewsAreTheRecord(told);
  await countersAreARecount(place.store);
  await rowsAreAboutTheirStreams(told);
}
