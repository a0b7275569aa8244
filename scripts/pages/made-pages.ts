// Files that are made from the code and kept beside it, formatted as all are.

import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { personasIn } from '../../examples/portal/server/cast.ts';
import { buildSetting } from '../../examples/portal/server/setting.ts';
import { placeIds } from '../../examples/portal/src/setup/places.ts';
import { root } from '../workspace.ts';
import { commandsPage } from './commands-page.ts';
import { modelsPage } from './models-page.ts';
import { privacyPage } from './privacy-page.ts';
import { rulesPage } from './rules-page.ts';

/** A page of docs or another file that is made, and where it stands. */
export interface MadePage {
  readonly path: string;
  readonly text: string;
}

async function formatted(path: string, text: string): Promise<MadePage> {
  const filepath = join(root, path);
  return { path: filepath, text: await format(text, { ...(await resolveConfig(filepath)), filepath }) };
}

/** Every file that is made from the code, as it should be. */
export const madePages = (): Promise<readonly MadePage[]> =>
  Promise.all([
    formatted('docs/models.md', modelsPage()),
    formatted('docs/commands.md', commandsPage()),
    formatted('docs/rules.md', rulesPage()),
    formatted('docs/privacy.md', privacyPage()),
    formatted('examples/portal/server/personas.json', personas()),
  ]);

/** Whom one can be in each place. Who holds which post is known once the sample is built, and a server would begin with that. */
function personas(): string {
  return JSON.stringify(Object.fromEntries(placeIds.map((place) => [place, personasIn(place, buildSetting(place))])));
}
