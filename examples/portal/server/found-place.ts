import { contexts, process } from '@keting/domain';
import { memoryFiles, viewsOf, type Files, type Store } from '@keting/runtime';
import { foundDistrict, type PostgresStore } from '@keting/server';
import type { PlaceId } from '../src/setup/places.ts';
import { openDesk } from './desk.ts';
import { liveThePast } from './past/past.ts';
import { buildSetting } from './setting.ts';

/** Sets a sample up on an empty store, with the days before today. Throws where a command is refused: then the sample itself is wrong. */
export async function buildPlace(place: PlaceId, store: Store, files: Files): Promise<void> {
  const setting = buildSetting(place);
  const setup = openDesk(setting.model, store).as(process('setup'));
  for (const command of setting.commands) {
    const receipt = await setup.send(command);
    if (!receipt.ok) throw new Error(`${command.type}: ${receipt.refusal.code} ${receipt.refusal.ids.join(', ')}`);
  }
  await liveThePast({ place, setting, store, files }, Date.now());
}

/** What founding has beside the record. */
interface Besides {
  /** Where the files are kept that the past shows; nowhere unless told. */
  readonly files?: Files;
  /** Told before a place is founded. */
  readonly onFounding?: () => void;
}

/** The whole of a place's sample and the days before today, where the store is empty; answers whether it was. */
export const foundPlace = (
  store: PostgresStore,
  place: PlaceId,
  { files = memoryFiles(), onFounding }: Besides = {},
): Promise<boolean> =>
  foundDistrict(store, viewsOf(contexts), (memory) => {
    onFounding?.();
    return buildPlace(place, memory, files);
  });
