import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { before, suite, test } from 'node:test';
import { cases, caseStream, contexts, topics } from '@keting/domain';
import { memoryFiles, memoryStore, viewsOf, type LocalDesk } from '@keting/runtime';
import { postgresStore } from '@keting/server';
import { personasIn } from '../../examples/portal/server/cast.ts';
import { openDesk } from '../../examples/portal/server/desk.ts';
import { buildSetting } from '../../examples/portal/server/setting.ts';
import { buildPlace, foundPlace } from '../../examples/portal/server/found-place.ts';
import { setUp } from '../../examples/portal/server/set-up.ts';
import { readPersonas, type Persona } from '../../examples/portal/src/setup/persons.ts';
import { firstPlace, placeIds, type PlaceId } from '../../examples/portal/src/setup/places.ts';
import { copyOfRecord } from '../../scripts/portal-record.ts';

const throwIt = (trouble: unknown): never => {
  throw trouble;
};

/** A place that stands, in memory, and whom one can be there. */
class Standing {
  personas: readonly Persona[] = [];
  private readonly place: PlaceId;
  private desk: LocalDesk | undefined;

  constructor(place: PlaceId) {
    this.place = place;
  }

  async open(): Promise<void> {
    const setting = buildSetting(this.place);
    this.personas = readPersonas(JSON.parse(JSON.stringify(personasIn(this.place, setting))));
    const store = memoryStore({ views: viewsOf(contexts) });
    await buildPlace(this.place, store, memoryFiles());
    this.desk = openDesk(setting.model, store);
  }

  as(id: string): ReturnType<LocalDesk['as']> {
    const persona = this.personas.find((one) => one.id === id);
    assert.ok(persona && this.desk, id);
    return this.desk.as(persona.actor);
  }
}

/** Everybody whom one can be in the places beside the first; where units report to communities, who heads one, too. */
const everybodyIn = (place: PlaceId): readonly string[] => [
  ...['resident', 'gridder', 'clerk', 'street', 'head', 'officer'],
  ...(place === 'nanjing' ? [] : ['employer']),
  'guest',
];

const stages = ['accepted', 'closed', 'collected', 'dispatched', 'escalated', 'handling', 'replied', 'verifying'];

/** What waits for whom. */
const turns = [
  ['gridder', 'verifying', 'VerifyCase'],
  ['clerk', 'collected', 'AcceptCase'],
  ['officer', { in: ['dispatched', 'handling'] }, 'HandleCase'],
] as const;

test('a place that stands in its folder is left as it is', async () => {
  const folder = await copyOfRecord();
  const connect = { folder: join(folder, 'record') };
  await setUp({ place: firstPlace, connect, files: { on: 'disk', folder: join(folder, 'files') } });
  const store = await postgresStore({ connect, district: firstPlace, views: viewsOf(contexts), onTrouble: throwIt });
  assert.equal(await foundPlace(store, firstPlace), false);
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

// The first place is the one of the journeys; that a place is set up beside it is one of them.
for (const place of placeIds.filter((one) => one !== firstPlace)) {
  suite(`${place} as the portal sets it up`, () => {
    const standing = new Standing(place);
    before(() => standing.open());

    test('everybody whom one can be is there, and works or lives somewhere', () => {
      assert.deepEqual(
        standing.personas.map(({ id }) => id),
        everybodyIn(place),
      );
      for (const { id, place: where, name } of standing.personas)
        if (id !== 'guest') assert.ok(where !== '' && name !== '', id);
    });

    test('its head sees matters at every step from the report to the reply, and topics at every step of a meeting', async () => {
      const { rows } = await standing.as('head').view(cases, { limit: 100 });
      assert.ok(rows.length >= 20);
      assert.deepEqual([...new Set(rows.map(({ stage }) => stage))].sort(), stages);
      const { rows: talked } = await standing.as('head').view(topics, { limit: 100 });
      assert.deepEqual([...new Set(talked.map(({ step }) => step))].sort(), ['called', 'held', 'resolved']);
    });

    for (const [id, stage, type] of turns)
      test(`a matter waits for ${id} to ${type}`, async () => {
        const desk = standing.as(id);
        const { rows } = await desk.view(cases, { where: { stage } });
        const offers = (await desk.offers(rows.map(({ id: one }) => caseStream(one)))).flat();
        assert.ok(offers.some((offer) => offer.type === type && offer.allowed));
      });
  });
}
