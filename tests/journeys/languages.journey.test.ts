import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { Portal, viewports } from '../support/portal.ts';
import { Visitor } from './visitor.ts';

const pages = ['overview', 'work', 'report', 'organisation', 'grids', 'meetings'] as const;

/** Shows a page by its address, and waits until what is on it has been read. */
async function show(page: Page, name: (typeof pages)[number]): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${name}`);
  await page.locator(`main.page-${name}`).waitFor();
  await page.waitForFunction(() => {
    const everything = (root: ParentNode): readonly Element[] =>
      [...root.querySelectorAll('*')].flatMap((each) => [
        each,
        ...(each.shadowRoot ? everything(each.shadowRoot) : []),
      ]);
    return everything(document).every(
      (each) => each.getAttribute('role') !== 'status' || !each.textContent.trim().endsWith('…'),
    );
  });
}

/**
 * What the page and its elements say themselves: headings, the words on what can be pressed, typed into and chosen from, and the
 * names that are only read out. Units, persons and matters are data and speak their own language.
 */
const ownWords = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const everything = (root: ParentNode): readonly Element[] =>
      [...root.querySelectorAll('*')].flatMap((each) => [
        each,
        ...(each.shadowRoot ? everything(each.shadowRoot) : []),
      ]);
    const isData = (each: Element): boolean =>
      each.closest('[role=tree], [role=option], [role=gridcell], nav.path, select') !== null;
    const textOf = (each: Element): string =>
      [...each.childNodes].map((node) => (node instanceof HTMLSelectElement ? '' : (node.textContent ?? ''))).join(' ');
    const spoken = 'button, label, legend, summary, h2, h3, h4, dt, [role=columnheader], nav a';
    return everything(document.body)
      .filter((each) => !isData(each))
      .flatMap((each) => [
        each.getAttribute('aria-label') ?? '',
        each.getAttribute('placeholder') ?? '',
        each.matches(spoken) ? textOf(each) : '',
      ])
      .map((text) => text.trim())
      .filter((text) => text !== '');
  });

/** Signs that are written otherwise in Traditional Chinese. */
const simplifiedOnly =
  /[办报标编处单当点对发个关号会机级结开来录们满门评启区权认设识时实数态条厅图为问无显详现线选样页议应优与员圆运张这证织执质种众转状总组网请还没类读见转让谁从]/;

describe('the languages and sizes of the portal', () => {
  let portal: Portal;
  before(async () => {
    portal = await Portal.open();
  });
  after(() => portal.close());

  for (const { language, name, foreign } of [
    { language: 'en', name: 'English', foreign: /\p{Script=Han}/u },
    { language: 'zh-Hant', name: 'Traditional Chinese', foreign: simplifiedOnly },
  ]) {
    test(`[ALL-04] in ${name} no label of the page or of an element is left in another language`, async () => {
      await portal.visit('desk', async (page) => {
        const visitor = new Visitor(page);
        await page.getByRole('combobox', { name: '语言' }).selectOption(language);
        for (const where of pages) {
          await show(page, where);
          const words = await ownWords(page);
          assert.ok(words.length > 10, `${where} says something`);
          assert.deepEqual(
            words.filter((text) => foreign.test(text)),
            [],
            where,
          );
          await visitor.picture(`4-${language}-${where}`);
        }
        await show(page, 'work');
        await page.getByRole('row').nth(1).click();
        await page.getByRole('article').waitFor();
        assert.deepEqual(
          (await ownWords(page)).filter((text) => foreign.test(text)),
          [],
        );
        await visitor.picture(`4-${language}-case`);
      });
    });
  }

  test('[ALL-05] in large type no page is wider than a phone', async () => {
    await portal.visit('phone', async (page) => {
      const visitor = new Visitor(page);
      await page.getByRole('combobox', { name: '字号与疏密' }).selectOption('large');
      for (const where of pages) {
        await show(page, where);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        await visitor.picture(`4-large-${where}`);
        assert.ok(width <= viewports.phone.width, `${where} is ${String(width)} px wide`);
      }
    });
  });
});
