import { contexts, process } from '@keting/domain';
import { viewsOf, type Store } from '@keting/runtime';
import { foundDistrict, type PostgresStore } from '@keting/server';
import type { PlaceId } from '../src/setup/places.ts';
import { openDesk } from './desk.ts';
import { liveThePast } from './past-cases.ts';
import { buildSetting } from './setting.ts';

/** Sets a sample up on an empty store. Throws where a command is refused: then the sample itself is wrong. */
async function build(place: PlaceId, store: Store): Promise<void> {
  const setting = buildSetting(place);
  const setup = openDesk(setting.model, store).as(process('setup'));
  for (const command of setting.commands) {
    const receipt = await setup.send(command);
    if (!receipt.ok) throw new Error(`${command.type}: ${receipt.refusal.code} ${receipt.refusal.ids.join(', ')}`);
  }
  await liveThePast(store, place, setting, Date.now());
}

/** The whole of a place's sample and the days before today, where the store is empty; answers whether it was. */
export const foundPlace = (
  store: PostgresStore,
  place: PlaceId,
  onFounding = (): void => undefined,
): Promise<boolean> =>
  foundDistrict(store, viewsOf(contexts), (memory) => {
    onFounding();
    return build(place, memory);
  });
