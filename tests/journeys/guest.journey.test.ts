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
    test(`[ALL-01] [CASE-08] on a ${viewport} may report without a name, and follows and rates it by the secret alone`, async () => {
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

        // Without the secret there is nothing to see.
        await visitor.goTo('查进展');
        await page.getByRole('heading', { name: '用凭证码查进展' }).waitFor();
        assert.equal(await page.getByRole('grid').count(), 0);
        await visitor.picture(`5-${viewport}-3-look-up`);

        // The living room of the place does see it.
        await visitor.become('clerk');
        await visitor.openCase(number);
        await page.getByRole('article').getByText('匿名').waitFor();
        const address = page.url();
        await visitor.take('受理');
        await visitor.take('提交会议', { texts: { 原因: '几家都说到这件事，坐下来一起商量。' } });
        await visitor.become('guest');
        await page.getByRole('heading', { name: '上报事项' }).waitFor();
        await page.goto(address);
        await page.getByRole('heading', { name: '用凭证码查进展' }).waitFor();
        assert.equal(await page.getByText(number).count(), 0);

        // Typed as somebody copies it by hand.
        await page.getByRole('textbox', { name: '凭证码' }).fill(secret.toLowerCase());
        await page.getByRole('button', { name: '查看', exact: true }).click();
        await page.getByRole('heading', { name: number }).waitFor();
        await page.getByText('正在微格协调会上商议').waitFor();
        assert.equal(await page.getByRole('button', { name: '去议事板' }).count(), 0);
        await visitor.picture(`5-${viewport}-4-followed`);
      });
    });
  }
});
