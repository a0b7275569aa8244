import { after, before, describe, test } from 'node:test';
import { Portal } from '../support/portal.ts';
import { MeetingBoard } from './meeting-board.ts';
import { ReportForm } from './report.ts';
import { Visitor } from './visitor.ts';

describe('the way of a case up through the three meetings', () => {
  let portal: Portal;
  before(async () => {
    portal = await Portal.open();
  });
  after(() => portal.close());

  for (const viewport of ['desk', 'phone'] as const) {
    test(`[CASE-06] on a ${viewport} what one grid cannot settle is passed up, meeting by meeting, and comes back with the resolution`, async () => {
      await portal.visit(viewport, async (page) => {
        const visitor = new Visitor(page);
        const form = new ReportForm(page);
        const board = new MeetingBoard(page);

        await visitor.become('resident');
        await form.what('村社', '村社矛盾');
        await form.where('迎宾社区');
        await form.text.fill('停车位划线，村里和社区各说各的，居民不知道听谁的。');
        await form.submit();
        const number = await form.receiptNumber();

        await visitor.become('clerk');
        await visitor.openCase(number);
        await visitor.take('受理');
        await visitor.take('提交会议', { texts: { 原因: '涉及多户，需要坐下来一起商量。' } });
        await visitor.seesSteps('去议事板');
        await visitor.seesTimeline('上报', '受理', '提交会议：微格协调会');

        await visitor.goTo('三会');
        await visitor.picture(`2-${viewport}-1-called`);
        await board.sees(number, '微格协调会', '待召开');
        await board.hold(number, '微格协调会');
        await visitor.picture(`2-${viewport}-2-held`);
        await board.resolve(number, '微格协调会', '提交上级', '微格内意见不一，请会客厅议事会来议。');
        await board.sees(number, '会客厅议事会', '待召开');
        await visitor.picture(`2-${viewport}-3-passed-up`);

        await board.hold(number, '会客厅议事会');
        await board.resolve(number, '会客厅议事会', '提交上级', '牵涉村与社区，请街道联席会来议。');

        await visitor.become('street');
        await visitor.goTo('三会');
        await board.sees(number, '街道联席会', '待召开');
        await board.hold(number, '街道联席会');
        await board.resolve(number, '街道联席会', '议定', '车位按原有红线重划，村与社区各派一人监督，三日内完成。');
        await visitor.picture(`2-${viewport}-4-settled`);
        await board.open(number, '街道联席会', '已决议');
        await visitor.picture(`2-${viewport}-5-resolution`);
        await board.close();

        await visitor.become('clerk');
        await visitor.openCase(number);
        await page.getByRole('article').getByText('待反馈', { exact: true }).waitFor();
        await visitor.seesTimeline(
          '上报',
          '受理',
          '提交会议：微格协调会',
          '提交会议：会客厅议事会',
          '提交会议：街道联席会',
          '会议议定，结案',
        );
        await visitor.timeline.getByText('车位按原有红线重划').waitFor();
        await visitor.seesSteps('反馈上报人', '催办');
        await visitor.take('反馈上报人', { texts: { 反馈内容: '街道联席会已议定重划车位，三日内完成。' } });
        await visitor.picture(`2-${viewport}-7-replied`);
      });
    });
  }
});
