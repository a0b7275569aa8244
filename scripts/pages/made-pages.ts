// Pages of docs that are made from the code, formatted as all pages are.

import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../workspace.ts';
import { modelsPage } from './models-page.ts';
import { privacyPage } from './privacy-page.ts';
import { rulesPage } from './rules-page.ts';

/** A page that is made, and where it stands. */
export interface MadePage {
  readonly path: string;
  readonly text: string;
}

async function formatted(path: string, text: string): Promise<MadePage> {
  const filepath = join(root, path);
  return { path: filepath, text: await format(text, { ...(await resolveConfig(filepath)), filepath }) };
}

/** Every page that is made from the code, as it should be. */
export const madePages = (): Promise<readonly MadePage[]> =>
  Promise.all([
    formatted('docs/models.md', modelsPage()),
    formatted('docs/rules.md', rulesPage()),
    formatted('docs/privacy.md', privacyPage()),
  ]);
