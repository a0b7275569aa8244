import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Portal } from '../support/portal.ts';
import { Visitor } from './visitor.ts';

describe('the micro-grids of the district', () => {
  let portal: Portal;
  before(async () => {
    portal = await Portal.open();
  });
  after(() => portal.close());

  for (const viewport of ['desk', 'phone'] as const) {
    test(`[GRID-04] on a ${viewport} a micro-grid is found in the list, and by a coordinate in it`, async () => {
      await portal.visit(viewport, async (page) => {
        const visitor = new Visitor(page);
        await visitor.goTo('微格');
        const picker = page.getByRole('group', { name: '微格' });
        await picker.getByRole('button', { name: '按坐标' }).waitFor();
        await visitor.picture(`4-${viewport}-3-grids`);
        if (viewport === 'phone') await picker.getByRole('button', { name: '列表', exact: true }).click();
        await picker.getByRole('combobox', { name: '查找网格' }).fill('迎宾社区');
        await picker.getByRole('option', { name: '迎宾社区' }).first().click();
        const chosen = picker.getByRole('status').filter({ hasText: '户' });
        await chosen.getByText('迎宾社区 · 第1微格').waitFor();
        await visitor.picture(`4-${viewport}-4-picked`);

        await picker.getByRole('button', { name: '按坐标' }).click();
        await picker.getByRole('textbox', { name: '坐标（经度，纬度）' }).fill('121.38, 28.57');
        await picker.getByRole('button', { name: '查找', exact: true }).click();
        await chosen.getByText('南官社区 · 第2微格').waitFor();
        await visitor.picture(`4-${viewport}-5-coordinate`);
        const list = await picker.getByRole('listbox', { name: '列表' }).boundingBox();
        const below = await chosen.boundingBox();
        assert.ok(
          list !== null && below !== null && list.y + list.height <= below.y,
          'the list runs under what is chosen',
        );
      });
    });
  }
});
