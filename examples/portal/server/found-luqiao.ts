import { contexts, process } from '@keting/domain';
import { buildSampleDistrict, districtCommands } from '@keting/models/luqiao/sample';
import { viewsOf, type Store } from '@keting/runtime';
import { foundDistrict, type PostgresStore } from '@keting/server';
import { openDesk } from './desk.ts';
import { liveThePast } from './past-cases.ts';

/** Sets the sample district up on an empty store. Throws where a command is refused: then the sample itself is wrong. */
async function buildLuqiao(store: Store): Promise<void> {
  const district = buildSampleDistrict();
  const setup = openDesk(store).as(process('setup'));
  for (const command of districtCommands(district)) {
    const receipt = await setup.send(command);
    if (!receipt.ok) throw new Error(`${command.type}: ${receipt.refusal.code} ${receipt.refusal.ids.join(', ')}`);
  }
  await liveThePast(store, district, Date.now());
}

/** The whole of Luqiao and the days before today, where the store is empty; answers whether it was. */
export const foundLuqiao = (store: PostgresStore, onFounding = (): void => undefined): Promise<boolean> =>
  foundDistrict(store, viewsOf(contexts), (memory) => {
    onFounding();
    return buildLuqiao(memory);
  });
