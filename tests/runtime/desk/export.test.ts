import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personId, type GovernanceModel } from '@keting/domain';
import { ways } from './all-contexts/histories.ts';
import { model } from './all-contexts/model.ts';
import { openPlace, taken, type Place } from './all-contexts/place.ts';
import { isWait } from './all-contexts/steps.ts';

/** The place after the one way in which a command is asked. */
async function afterWayOf(command: string): Promise<Place> {
  const way = ways.find((steps) => steps.some((step) => !isWait(step) && step.type === command));
  assert.ok(way, command);
  const place = await openPlace();
  for (const step of way) assert.equal(await taken(place, step), undefined, JSON.stringify(step));
  return place;
}

/** The same place, in which everybody may know what is kept about them. */
const telling: GovernanceModel = {
  ...model,
  permissions: [...model.permissions, { do: ['see:personal-contents'], by: ['signed-in'], where: 'own' }],
};

async function rowsNaming(who: string, place: Place) {
  const told = await place.under(telling, [model]).as(who).exportPerson(personId.parse(who));
  assert.ok('rows' in told);
  return told.rows;
}

test('[ALL-02] who is named among several, as a helper is, finds that row in what is kept about them', async () => {
  const rows = await rowsNaming('officer', await afterWayOf('NameHelper'));
  assert.deepEqual(
    rows['helps']?.map(({ id }) => id),
    ['h1'],
  );
});

test('[ALL-02] who votes for another finds that row too, and their own once', async () => {
  const rows = await rowsNaming('r1', await afterWayOf('AppointProxy'));
  const ofBallot = rows['ballot-voters']?.filter(({ ballot }) => ballot === 'f4') ?? [];
  assert.deepEqual(ofBallot.map(({ person }) => person).sort(), ['r1', 'r3']);
});
