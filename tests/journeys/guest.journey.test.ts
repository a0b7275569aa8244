import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Portal } from '../support/portal.ts';
import { ReportForm } from './report.ts';
import { Visitor } from './visitor.ts';

describe('somebody who has not signed in', () => {
  let portal: Portal;
  before(async () => {
    portal = await Portal.open();
  });
  after(() => portal.close());

  for (const viewport of ['desk', 'phone'] as const) {
    test(`[ALL-01] on a ${viewport} may report without a name, is given a secret, and sees no case`, async () => {
      await portal.visit(viewport, async (page) => {
        const visitor = new Visitor(page);
        const form = new ReportForm(page);

        await visitor.become('guest');
        await form.what('垃圾', '垃圾堆放');
        await form.where('迎宾社区');
        await form.text.fill('菜场后门堆了两天的泡沫箱，下雨后有异味。');
        assert.equal(await page.getByRole('radiogroup', { name: '怎样联系您' }).getByRole('radio').count(), 1);
        await visitor.picture(`5-${viewport}-1-form`);
        await form.submit();
        const number = await form.receiptNumber();
        const secret = await page.getByRole('region', { name: '凭证码' }).getByRole('status').first().innerText();
        assert.match(secret.replace(/\s/g, ''), /^[0-9A-Z]{16,}$/);
        await visitor.picture(`5-${viewport}-2-receipt`);

        await visitor.goTo('工作台');
        await page.getByText('未登录可以匿名上报').waitFor();
        assert.equal(await page.getByRole('grid').count(), 0);
        await visitor.goTo('三会');
        await page.getByText('还没有议题').waitFor();
        assert.equal(await page.getByText(number).count(), 0);
        await visitor.picture(`5-${viewport}-3-meetings`);

        // The living room of the place does see it.
        await visitor.become('clerk');
        await visitor.openCase(number);
        await page.getByRole('article').getByText('匿名').waitFor();
        const address = page.url();
        await visitor.become('guest');
        await page.getByRole('heading', { name: '上报事项' }).waitFor();
        await page.goto(address);
        await page.getByText('未登录可以匿名上报').waitFor();
        assert.equal(await page.getByText(number).count(), 0);
      });
    });
  }
});
