import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { Portal } from '../support/portal.ts';
import { eventually } from './eventually.ts';
import { Visitor } from './visitor.ts';

/** The name of the unit at which the keyboard is in the tree. */
const activeUnit = (tree: Locator): Promise<string | null> =>
  tree.evaluate((element) => {
    const id = element.getAttribute('aria-activedescendant');
    const root = element.getRootNode();
    return id !== null && root instanceof ShadowRoot ? (root.getElementById(id)?.title ?? null) : null;
  });

describe('the organisation of the district', () => {
  let portal: Portal;
  before(async () => {
    portal = await Portal.open();
  });
  after(() => portal.close());

  for (const viewport of ['desk', 'phone'] as const) {
    test(`[ORG-01] on a ${viewport} a unit is found by its name, and the arrow keys walk the tree from there`, async () => {
      await portal.visit(viewport, async (page) => {
        const visitor = new Visitor(page);
        await visitor.goTo('组织');
        await page.getByRole('searchbox', { name: '在架构中查找' }).fill('迎宾社区大党委');
        await page.getByText(/^1 \/ \d+$/).waitFor();
        await visitor.picture(`4-${viewport}-1-organisation`);

        const tree = page.getByRole('tree', { name: '组织架构' });
        const walks = async (key: string, to: string): Promise<void> => {
          await tree.press(key);
          await eventually(async () => assert.equal(await activeUnit(tree), to, key));
        };
        await tree.focus();
        await eventually(async () => assert.equal(await activeUnit(tree), '迎宾社区大党委'));
        await walks('ArrowRight', '迎宾社区城市会客厅');
        await walks('ArrowDown', '迎宾社区党总支');
        await walks('ArrowUp', '迎宾社区城市会客厅');
        await walks('ArrowLeft', '迎宾社区大党委');
        await tree.press('Enter');
        const path = page.getByRole('navigation', { name: '所在位置' });
        await path.getByRole('button', { name: '迎宾社区大党委' }).waitFor();
        assert.deepEqual(await path.getByRole('button').allInnerTexts(), [
          '中共路桥区委',
          '路南街道党工委',
          '迎宾社区大党委',
        ]);
        await walks('Home', '中共路桥区委');
        await visitor.picture(`4-${viewport}-2-walked`);
      });
    });
  }
});
