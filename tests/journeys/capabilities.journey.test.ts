import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { axeFindings } from '../support/axe.ts';
import { Portal, viewports } from '../support/portal.ts';
import { eventually } from './eventually.ts';
import { Visitor } from './visitor.ts';

/** Opens a capability from the list of all. */
async function open(page: Page, title: string): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/capabilities';
  });
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('heading', { name: title, level: 2 }).waitFor();
}

/** Rows of a table by its name, without the head. */
const rowsOf = (page: Page, table: string) => page.getByRole('table', { name: table }).locator('tbody tr');

async function isSound(page: Page, width: number): Promise<void> {
  assert.deepEqual(await axeFindings(page), []);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= width, `${wide} px are wider than the screen`);
}

describe('a page for every capability', () => {
  let portal: Portal;
  before(async () => {
    portal = await Portal.open();
  });
  after(() => portal.close());

  for (const viewport of ['desk', 'phone'] as const) {
    const { width } = viewports[viewport];
    test(`[VOL-02] [GRID-03] [CASE-04] on a ${viewport} a clerk reads who serves and what has happened, founds a team and holds an activity`, async () => {
      await portal.visit(viewport, async (page) => {
        const visitor = new Visitor(page);
        await visitor.become('clerk');
        await page.getByRole('link', { name: '功能', exact: true }).click();
        await page.getByRole('heading', { name: '志愿服务' }).waitFor();
        await isSound(page, width);
        await visitor.picture(`7-${viewport}-1-list`);

        await open(page, '吹哨报到');
        await page.getByText('本地没有这项机制').waitFor();
        assert.equal(
          await page.getByRole('heading', { name: '数据' }).count(),
          0,
          'what a place has not is not listed',
        );

        await open(page, '网格人员配备');
        await rowsOf(page, '网格人员').getByText('党员微格员').first().waitFor();
        const [first] = await rowsOf(page, '网格人员').allInnerTexts();
        await page.getByRole('button', { name: '下一页' }).click();
        await page.getByRole('button', { name: '回到第一页' }).click();
        await rowsOf(page, '网格人员')
          .first()
          .getByText(String(first?.split('\t')[0]))
          .waitFor();
        await isSound(page, width);

        await open(page, '闭环办理');
        await rowsOf(page, '办理经过').getByText('上报').first().waitFor();
        await rowsOf(page, '案件').first().waitFor();
        await isSound(page, width);
        await visitor.picture(`7-${viewport}-2-case`);

        await open(page, '队伍与活动');
        await page.getByText('组建志愿队伍', { exact: true }).click();
        const team = page.getByRole('form', { name: '组建志愿队伍' });
        await eventually(async () => assert.equal(await team.getByLabel('单位').inputValue(), '迎宾社区城市会客厅'));
        await team.getByRole('button', { name: '确定' }).click();
        await team.getByText('请填写。').first().waitFor();
        await isSound(page, width);
        await team.getByLabel('类型').selectOption({ index: 1 });
        await team.getByLabel('名称').fill('迎宾巡防队（示例）');
        await team.getByRole('button', { name: '确定' }).click();
        await page.getByRole('status').getByText('已提交：组建志愿队伍。').waitFor();
        await rowsOf(page, '志愿队伍').getByText('迎宾巡防队（示例）').waitFor();

        await page.getByText('发布活动', { exact: true }).click();
        const activity = page.getByRole('form', { name: '发布活动' });
        await activity.getByLabel('队伍').fill('迎宾巡防队（示例）');
        await activity.getByLabel('服务领域').selectOption({ index: 1 });
        await activity.getByLabel('标题').fill('夜间巡防一次');
        await activity.getByLabel('名额').fill('12');
        await activity.getByLabel('开始时间').fill('2030-01-05T19:00');
        await activity.getByLabel('结束时间').fill('2030-01-05T18:00');
        await activity.getByRole('button', { name: '确定' }).click();
        await page.getByRole('status').getByText('没有办成').waitFor();
        await activity.getByLabel('结束时间').fill('2030-01-05T21:00');
        await activity.getByRole('button', { name: '确定' }).click();
        const row = rowsOf(page, '志愿活动').filter({ hasText: '夜间巡防一次' });
        await row.getByText('迎宾巡防队（示例）').waitFor();
        await row.getByText('19:00').waitFor();
        await isSound(page, width);
        await visitor.picture(`7-${viewport}-3-activity`);
      });
    });
  }

  for (const viewport of ['desk', 'phone'] as const) {
    test(`[GRID-02] [ORG-09] on a ${viewport} a clerk asks which grids a place lies in, and who answers for a case`, async () => {
      await portal.visit(viewport, async (page) => {
        const visitor = new Visitor(page);
        await visitor.become('clerk');
        await page.getByRole('link', { name: '功能', exact: true }).click();

        await open(page, '功能微格');
        await page.getByText('这个位置属于哪些网格', { exact: true }).click();
        const place = page.getByRole('form', { name: '这个位置属于哪些网格' });
        await place.getByRole('button', { name: '查询' }).click();
        await place.getByText('请填写。').first().waitFor();
        await place.getByLabel('位置').fill('121.38, 28.57');
        await place.getByLabel('坐标系').selectOption('WGS-84');
        await place.getByRole('button', { name: '查询' }).click();
        await rowsOf(page, '这个位置属于哪些网格').first().getByText('微格').first().waitFor();
        await isSound(page, viewports[viewport].width);
        await visitor.picture(`7-${viewport}-4-place`);

        await open(page, '权责清单与第一责任人');
        await page.getByText('这件事由谁负责', { exact: true }).click();
        const question = page.getByRole('form', { name: '这件事由谁负责' });
        const offered = question.locator('datalist option');
        await offered.first().waitFor({ state: 'attached' });
        await question.getByLabel('案件').fill(String(await offered.first().getAttribute('value')));
        await question.getByRole('button', { name: '查询' }).click();
        await rowsOf(page, '这件事由谁负责').first().waitFor();
        await isSound(page, viewports[viewport].width);
        await visitor.picture(`7-${viewport}-5-answers`);
      });
    });
  }

  test('[ALL-01] a resident is told what is not theirs to see, and is offered no command of an office', async () => {
    await portal.visit('desk', async (page) => {
      const visitor = new Visitor(page);
      await visitor.become('resident');
      await page.getByRole('link', { name: '功能', exact: true }).click();
      await open(page, '队伍与活动');
      await page.getByText('当前身份无权查看。').first().waitFor();
      assert.equal(await page.getByText('组建志愿队伍', { exact: true }).count(), 0);
      await isSound(page, viewports.desk.width);
    });
  });

  test('[ALL-04] in English every word of a page of tables and forms is English, but for what people wrote', async () => {
    await portal.visit('desk', async (page) => {
      const visitor = new Visitor(page);
      await visitor.become('clerk');
      await page.getByRole('combobox', { name: '语言' }).selectOption('en');
      for (const title of ['The closed loop', 'Teams and activities', 'Where it was settled']) {
        await open(page, title);
        await page.getByRole('region').first().or(page.getByText('Nothing is recorded yet.').first()).waitFor();
        for (const form of await page.locator('summary').all()) await form.click();
        const words = await page
          .locator('h1, h2, h3, h4, th, summary, label, legend, main button, main p')
          .allInnerTexts();
        assert.deepEqual(
          words.filter((text) => /\p{Script=Han}/u.test(text.split('\n')[0] ?? '')),
          [],
        );
      }
    });
  });
});
