import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../scripts/workspace.ts';

/** What axe finds wrong on a page as it stands, each with the first places where it does. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // Evaluated by the browser's own tools: the page's policy lets in no script from elsewhere.
  await page.evaluate(await readFile(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'));
  const found: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) =>
      violations.map(({ id, help, nodes }) => id + ': ' + help + ' in ' + nodes.slice(0, 3).map(({ html }) => html).join(' ')))`,
  );
  return Array.isArray(found) ? found.map(String) : ['axe gave no list'];
}
