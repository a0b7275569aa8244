import { ballots, contexts, everything, resolutions, sittings, type Standing, type View } from '@keting/domain';
import { memoryFiles, memoryStore, viewsOf, type LocalDesk, type Store } from '@keting/runtime';
import assert from 'node:assert/strict';
import { before, suite, test } from 'node:test';
import { personasIn } from '../../examples/portal/server/cast.ts';
import { openDesk } from '../../examples/portal/server/desk.ts';
import { buildPlace } from '../../examples/portal/server/found-place.ts';
import { buildSetting, type Setting } from '../../examples/portal/server/setting.ts';
import type { Capability } from '../../examples/portal/src/capabilities/capability.ts';
import { capabilities } from '../../examples/portal/src/capabilities/catalogue.ts';
import { mayAtAll, seenBy, viewOf } from '../../examples/portal/src/capabilities/domain.ts';
import { referenceOf } from '../../examples/portal/src/capabilities/references.ts';
import { readPersonas } from '../../examples/portal/src/setup/persons.ts';
import { placeIds, type PlaceId } from '../../examples/portal/src/setup/places.ts';

const noConsents = { consents: 'the model asks for no consent' };
const noRounds = {
  'patrol-counts': 'the model has no patrols',
  'occasion-counts': 'the model has no occasions',
};
const noMatching = { needs: 'the model matches no needs', projects: 'the model has no projects' };

/** Tables that nobody whom one can be sees a row of, and why that is so. */
const exceptions: Readonly<Record<PlaceId, Readonly<Record<string, string>>>> = {
  shibei: { ...noConsents },
  luqiao: { ...noConsents, ...noRounds },
  chengcheng: { ...noConsents, ...noRounds, ...noMatching },
  nanjing: { ...noConsents, ...noRounds, ...noMatching, 'unit-honours': 'the model has no honours of units' },
  bengbu: { ...noConsents },
};

/** Somebody whom a visitor can be. */
interface Reader {
  readonly id: string;
  readonly desk: LocalDesk;
  readonly standings: readonly Standing[];
}

/** A place as it is founded, in memory, and everybody whom one can be there. */
class Founded {
  readers: readonly Reader[] = [];
  private store: Store = memoryStore({ views: viewsOf(contexts) });

  async found(place: PlaceId, setting: Setting): Promise<void> {
    await buildPlace(place, this.store, memoryFiles());
    const desk = openDesk(setting.model, this.store);
    const personas = readPersonas(JSON.parse(JSON.stringify(personasIn(place, setting))));
    this.readers = await Promise.all(
      personas.map(async ({ id, actor }) => {
        const own = desk.as(actor);
        return { id, desk: own, standings: await own.standings() };
      }),
    );
  }

  /** Whether somebody sees rows of a view on its page; where nobody may see any, whether there are any. */
  async shows(name: string): Promise<boolean> {
    const view = viewOf(name);
    const may = this.readers.filter(({ desk, standings }) =>
      mayAtAll(desk.model, { actor: desk.actor, standings }, seenBy(name)),
    );
    if (may.length === 0) return (await this.store.rows(view, { limit: 1 }, everything)).rows.length > 0;
    const shown = await Promise.all(may.map((reader) => sees(reader, view)));
    return shown.includes(true);
  }
}

const firstOf = (row: unknown, key: string): string | undefined => {
  const id: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, key) : undefined;
  return typeof id === 'string' ? id : undefined;
};

/** Whether a page shows rows of a view to a reader: of a view within streams, of the one that it begins with. */
async function sees({ desk }: Reader, view: View): Promise<boolean> {
  const { within } = view;
  if (within === undefined) return (await desk.view(view, { limit: 1 })).rows.length > 0;
  const reference = referenceOf(view.name, within.column);
  assert.ok(reference, view.name);
  const [first] = (await desk.view(viewOf(reference.view), { limit: 1 })).rows;
  const id = firstOf(first, reference.key);
  return id !== undefined && (await desk.view(view, { where: { [within.column]: id }, limit: 1 })).rows.length > 0;
}

/** Tables that are as they are not expected to be: empty, or not. */
async function wrong({ views }: Capability, place: PlaceId, founded: Founded): Promise<readonly string[]> {
  const shown = await Promise.all(views.map(async (name) => ({ name, shows: await founded.shows(name) })));
  return shown.filter(({ name, shows }) => shows === name in exceptions[place]).map(({ name }) => name);
}

/** At whose desk the body of a place is convened: its area is a community, or a whole sub-district. */
const chairs: Readonly<Record<PlaceId, string>> = {
  ...{ shibei: 'clerk', luqiao: 'clerk' },
  ...{ chengcheng: 'street', nanjing: 'street', bengbu: 'street' },
};

for (const place of placeIds)
  suite(`the past of ${place}`, () => {
    const setting = buildSetting(place);
    const founded = new Founded();
    before(() => founded.found(place, setting));

    for (const capability of capabilities.filter(({ how }) => how(setting.model) !== undefined))
      test(`[${capability.code}] each table of its page has rows for somebody whom one can be`, async () => {
        assert.deepEqual(await wrong(capability, place, founded), []);
      });

    test('[DEL-03] who took the chair of a sitting sees what came of it', async () => {
      const chair = founded.readers.find(({ id }) => id === chairs[place]);
      assert.ok(chair);
      for (const view of [sittings, ballots, resolutions]) assert.ok(await sees(chair, view), view.name);
    });
  });
