import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { chooseFloorBrowser } from '../../scripts/browser.ts';
import { Portal } from '../support/portal.ts';

// The tools of Playwright that look for things in a page need a newer browser: here the page is asked in its own words.
describe('the portal in the oldest browser supported, Chromium 88', () => {
  let portal: Portal;
  before(async () => {
    portal = await Portal.open(await chooseFloorBrowser());
  });
  after(() => portal.close());

  for (const viewport of ['desk', 'phone'] as const) {
    test(`on a ${viewport} every element on the page comes alive without a word on the console`, async () => {
      await portal.visit(viewport, async (page) => {
        assert.match(await page.evaluate(() => navigator.userAgent), /Chrome\/88\./);
        const dead = await page.evaluate(async () => {
          const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
          const everything = (root: ParentNode): readonly Element[] =>
            [...root.querySelectorAll('*')].flatMap((each) => [
              each,
              ...(each.shadowRoot ? everything(each.shadowRoot) : []),
            ]);
          const ours = (): readonly Element[] =>
            everything(document).filter(({ localName }) => localName.startsWith('kt-'));
          const lifeless = (): readonly Element[] => ours().filter(({ shadowRoot }) => !shadowRoot?.firstElementChild);
          const patience = performance.now() + 15_000;
          while ((ours().length === 0 || lifeless().length > 0) && performance.now() < patience) await frame();
          return ours().length === 0
            ? ['no element of ours on the page']
            : lifeless().map(({ localName }) => localName);
        });
        assert.deepEqual(dead, []);
      });
    });
  }
});
