import { after, before, describe, test } from 'node:test';
import { Portal } from '../support/portal.ts';
import { ReportForm, smallPhoto } from './report.ts';
import { Visitor } from './visitor.ts';

describe('the straight way of a case', () => {
  let portal: Portal;
  before(async () => {
    portal = await Portal.open();
  });
  after(() => portal.close());

  for (const viewport of ['desk', 'phone'] as const) {
    test(`[CASE-04] [CASE-08] on a ${viewport} a report goes from desk to desk and back as a reply that is rated`, async () => {
      await portal.visit(viewport, async (page) => {
        const visitor = new Visitor(page);
        const form = new ReportForm(page);

        await visitor.become('resident');
        await form.what('井盖', '井盖破损');
        await form.choose('危险程度', '碎裂，可能塌陷');
        await form.where('迎宾社区');
        await form.photo(smallPhoto);
        await page.getByRole('img', { name: '照片 1' }).waitFor();
        await form.text.fill('迎宾社区门口的井盖裂成两半，电动车经过会弹起来。');
        await visitor.picture(`1-${viewport}-1-form`);
        await form.submit();
        const number = await form.receiptNumber();
        await visitor.picture(`1-${viewport}-2-receipt`);

        await visitor.openCase(number);
        await visitor.seesSteps('催办', '撤回');
        await visitor.picture(`1-${viewport}-3-reporter`);

        await visitor.become('clerk');
        await visitor.openCase(number);
        await visitor.seesSteps('受理', '催办', '不予受理', '作废');
        await page.getByRole('button', { name: '照片 1' }).click();
        await page.getByRole('dialog', { name: '照片 1' }).getByRole('img').waitFor();
        await visitor.picture(`1-${viewport}-3-photo`);
        await page.keyboard.press('Escape');
        await visitor.take('受理');
        await visitor.seesSteps('交办', '联系上报人', '提交会议', '挂账', '催办', '作废');
        await visitor.begin('交办');
        await page.getByText('依据：公共设施由市政公用事业中心归口').waitFor();
        await visitor.picture(`1-${viewport}-4-dispatch`);
        await visitor.confirm('交办');
        await visitor.seesSteps('联系上报人', '提交会议', '申请延期', '改派', '挂账', '催办', '作废');

        await visitor.become('officer');
        await visitor.openCase(number);
        await visitor.seesSteps('开始处置', '报处置结果', '联系上报人', '退回');
        await visitor.take('报处置结果', { texts: { 处置结果: '已更换新井盖，周边住户一起看过。' } });
        await visitor.seesSteps();
        await visitor.picture(`1-${viewport}-5-handled`);

        await visitor.become('gridder');
        await visitor.openCase(number);
        await visitor.seesSteps('核查通过', '退回返工');
        await visitor.picture(`1-${viewport}-5-to-verify`);

        await visitor.become('clerk');
        await visitor.openCase(number);
        await visitor.seesSteps('核查通过', '退回返工', '催办');
        await visitor.take('核查通过');
        await visitor.seesSteps('反馈上报人', '催办');
        await visitor.take('反馈上报人', { texts: { 反馈内容: '井盖已经换好，谢谢您告诉我们。' } });
        await visitor.seesSteps();
        await visitor.picture(`1-${viewport}-6-replied`);

        await visitor.become('resident');
        await visitor.openCase(number);
        await visitor.seesSteps('评价');
        await visitor.take('评价', { choose: '满意' });
        await visitor.seesTimeline(
          '上报',
          '受理',
          '交办给区市政公用事业中心',
          '报处置结果',
          '核查通过，结案',
          '反馈上报人',
          '评价：满意',
        );
        await visitor.timeline.getByText('已更换新井盖，周边住户一起看过。').waitFor();
        await visitor.timeline.getByText('井盖已经换好，谢谢您告诉我们。').waitFor();
        await visitor.picture(`1-${viewport}-7-rated`);
      });
    });
  }
});
