import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Portal } from '../support/portal.ts';
import { eventually } from './eventually.ts';
import { ReportForm } from './report.ts';
import { Visitor } from './visitor.ts';

const told = '小广场的石凳断了一条腿，孩子坐上去会翻倒。';

describe('the five places', () => {
  let portal: Portal;
  before(async () => {
    portal = await Portal.open();
  });
  after(() => portal.close());

  test('what is reported in one place is seen by who receives there, not in another, and the address keeps the place', async () => {
    await portal.visit('desk', async (page) => {
      const visitor = new Visitor(page);
      await visitor.goTo('上报');
      await visitor.moveTo('南京市：社区党建');
      assert.match(page.url(), /\?place=nanjing#\/report$/);
      assert.equal(await page.title(), '南京市社区党建');

      await visitor.become('resident');
      const form = new ReportForm(page);
      await form.what('环境', '社区环境');
      await form.where('苏州路社区');
      await form.text.fill(told);
      await form.submit();
      const number = await form.receiptNumber();

      await page.reload();
      await page.locator('main[aria-busy="false"]').waitFor();
      assert.equal(await page.title(), '南京市社区党建');
      await visitor.become('clerk');
      await visitor.openCase(number);
      await page.getByRole('article').getByText(told).first().waitFor();
      await visitor.take('受理');
      await visitor.goTo('责任区');

      await visitor.moveTo('路桥区：城市会客厅');
      assert.doesNotMatch(page.url(), /place=/);
      await visitor.goTo('工作台');
      await page.getByRole('button', { name: '辖区全部' }).click();
      const search = page.getByRole('searchbox', { name: /^在案件中查找$/ });
      await search.fill('邮亭');
      await page.getByRole('row', { name: '邮亭' }).first().waitFor();
      await search.fill(told);
      await page.getByText('没有符合条件的案件').first().waitFor();

      await page.goBack();
      await page.goBack();
      await eventually(async () => assert.equal(await page.title(), '南京市社区党建'));
    });
  });
});
