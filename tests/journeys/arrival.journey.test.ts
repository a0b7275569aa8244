import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Portal, viewports } from '../support/portal.ts';

describe('arriving at the portal', () => {
  let portal: Portal;
  before(async () => {
    portal = await Portal.open();
  });
  after(() => portal.close());

  for (const viewport of ['desk', 'phone'] as const) {
    test(`it opens on a ${viewport} without a word on the console and fits its width`, async () => {
      await portal.visit(viewport, async (page) => {
        await page.getByRole('heading').first().waitFor();
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= viewports[viewport].width, `${width} px are wider than the screen`);
      });
    });
  }
});
