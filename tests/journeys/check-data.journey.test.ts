import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { luqiao } from '@keting/models';
import { Portal } from '../support/portal.ts';

/** Luqiao's model with two kinds that stand under one another. */
const circular = {
  ...luqiao,
  kinds: luqiao.kinds.map((kind) =>
    kind.id === 'street-committee' ? { ...kind, parents: ['district-committee', 'living-room'] } : kind,
  ),
};

/** Luqiao's model with a figure where a list belongs, a warning beyond its bound, and a name that is misspelt. */
const misshapen = { ...luqiao, tiers: 5, cases: { ...luqiao.cases, warnAt: 2, warnAtt: 0.8 } };

const orphaned = 'code,name,parent,level\n33,浙江省,,province\n3310,台州市,33,city\n331005,无主区,3311,county\n';

describe('data of another place', () => {
  let portal: Portal;
  before(async () => {
    portal = await Portal.open();
  });
  after(() => portal.close());

  test('[ORG-01] a model with a circle or of a wrong shape, and a division without a superior are told in words, and nothing written is lost', async () => {
    await portal.visit('desk', async (page) => {
      await page.getByRole('link', { name: '检查数据' }).click();
      const data = page.getByLabel('内容');
      const check = page.getByRole('button', { name: '检查', exact: true });
      const told = page.getByRole('status');

      await data.fill(JSON.stringify(circular));
      await check.click();
      await told.getByText('绕成了一个圈，请断开其中一处。').first().waitFor();
      await told.getByText('kinds.2').first().waitFor();
      assert.equal(await data.inputValue(), JSON.stringify(circular));

      await data.fill(JSON.stringify(misshapen));
      await check.click();
      await told.getByText('类型不对，应当是列表。').waitFor();
      await told.getByText('太大了，上限是 0.99。').waitFor();
      await told.getByText('cases.warnAtt').first().waitFor();
      await told.getByText('没有这一项，请检查拼写。').waitFor();

      await page.getByLabel('区划表（CSV）').check();
      await data.fill(orphaned);
      await check.click();
      await told.getByText('上级不在表里').waitFor();
      await told.getByText('第 4 行').waitFor();
      assert.equal(await data.inputValue(), orphaned);

      await data.fill(orphaned.replace('3311', '3310'));
      await check.click();
      await told.getByText('没有问题：3 个区划。').waitFor();
    });
  });
});
