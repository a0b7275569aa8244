import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { Portal } from '../support/portal.ts';
import { watchPage } from '../support/watch-page.ts';
import { ReportForm } from './report.ts';
import { Visitor } from './visitor.ts';

/** Tells of a broken lamp as a resident, and answers the number on the receipt. */
async function tellOfLamp(page: Page, text: string): Promise<string> {
  const form = new ReportForm(page);
  await form.what('路灯', '路灯不亮');
  await form.where('迎宾社区');
  await form.text.fill(text);
  await form.submit();
  return form.receiptNumber();
}

describe('the district is one, and stays', () => {
  let portal: Portal;
  before(async () => {
    portal = await Portal.open();
  });
  after(() => portal.close());

  test('a second browser sees at once what happens in the first, and both see it after a reload and a restart', async () => {
    await portal.serve(async (served) => {
      const [first, second] = await Promise.all([portal.enter(served, 'desk'), portal.enter(served, 'desk')]);
      const said = [first, second].map(watchPage);
      await Promise.all([first.goto(served.url), second.goto(served.url)]);
      const [resident, clerk] = [new Visitor(first), new Visitor(second)];
      await clerk.become('clerk');
      await clerk.goTo('工作台');
      await resident.become('resident');
      const number = await tellOfLamp(first, '菜场东门的路灯不亮，晚上看不清台阶。');

      await second.getByRole('row', { name: number }).click();
      await second.getByRole('heading', { name: number }).waitFor();
      await resident.openCase(number);
      await clerk.take('受理');
      await first.getByRole('region', { name: '办理经过' }).getByText('受理').first().waitFor();

      await first.reload();
      await resident.become('resident');
      await resident.openCase(number);
      await first.getByRole('region', { name: '办理经过' }).getByText('受理').first().waitFor();
      assert.deepEqual(said.flat(), []);

      // A line that breaks is told on the console by the browser itself.
      await served.restart();
      await first.reload();
      await resident.become('resident');
      await resident.openCase(number);
      await clerk.take('交办');
      await first.getByRole('region', { name: '办理经过' }).getByText('交办').first().waitFor();
    });
  });

  test('[CASE-01] on a phone without a line a report waits on the device, over a closed tab, and arrives once', async () => {
    await portal.serve(async (served) => {
      const page = await portal.enter(served, 'phone');
      await page.goto(served.url);
      const gridder = new Visitor(page);
      await gridder.become('gridder');
      await gridder.goTo('上报');
      const form = new ReportForm(page);
      await form.what('路灯', '路灯不亮');
      await form.where('迎宾社区');
      await form.text.fill('桥下的路灯一闪一闪，信号不好先记下来。');
      await served.stop();
      await form.submit();
      await page.getByText('先存在这台设备上').first().waitFor();
      await gridder.picture('7-phone-offline');

      const context = page.context();
      await page.close();
      await served.start();
      const again = await context.newPage();
      await again.goto(served.url);
      const back = new Visitor(again);
      await back.become('gridder');
      await back.goTo('工作台');
      await again.getByRole('button', { name: '辖区全部' }).click();
      await again.getByRole('searchbox', { name: /^在案件中查找$/ }).fill('桥下的路灯一闪一闪');
      await again.getByRole('row', { name: '桥下的路灯一闪一闪' }).waitFor();
      assert.equal(await again.getByRole('row', { name: '桥下的路灯一闪一闪' }).count(), 1);
    });
  });
});
