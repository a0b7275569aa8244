import assert from 'node:assert/strict';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Portal } from '../support/portal.ts';
import { ReportForm, smallPhoto } from './report.ts';
import { Visitor } from './visitor.ts';

describe('a report with mistakes in it', () => {
  let portal: Portal;
  let folder: string;
  before(async () => {
    portal = await Portal.open();
    folder = await mkdtemp(join(tmpdir(), 'keting-'));
  });
  after(async () => {
    await portal.close();
    await rm(folder, { recursive: true });
  });

  test('[CASE-01] on a phone every mistake is told in words, what is typed stays, and once mended it is taken', async () => {
    const hugePhoto = join(folder, '井盖全景.jpg');
    await writeFile(hugePhoto, Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
    await truncate(hugePhoto, 50_000_000);
    const notAPhoto = { name: '说明.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('这是一段文字，不是照片。') };

    await portal.visit('phone', async (page) => {
      const visitor = new Visitor(page);
      const form = new ReportForm(page);
      const told = (text: string | RegExp) => page.getByText(text).first().waitFor();
      await visitor.become('resident');

      // Nothing at all.
      await form.submit();
      await told('请选择是什么事。');
      await told('请选择在哪里。');
      await told('请写一写是什么情况。');
      await visitor.picture('3-1-nothing');

      await form.what('井盖', '井盖破损');
      await form.choose('危险程度', '松动、有声响');

      // A place outside the district.
      await form.openPlaces();
      await form.dialog.getByRole('button', { name: '按坐标' }).click();
      await form.dialog.getByRole('textbox', { name: '坐标（经度，纬度）' }).fill('116.4, 39.9');
      await form.dialog.getByRole('button', { name: '查找', exact: true }).click();
      await told('这个地方不在本辖区的网格内');
      assert.equal(await form.dialog.getByRole('textbox', { name: '坐标（经度，纬度）' }).inputValue(), '116.4, 39.9');
      await visitor.picture('3-2-outside');
      await form.dialog.getByRole('button', { name: '关闭' }).click();
      await form.where('迎宾社区');
      const place = await form.place.innerText();

      // Twice as many words as fit.
      const long = '井盖响。'.repeat(500);
      await form.text.fill(long);
      await form.submit();
      await told('最多 1,000 个字，请删去 1,000 个。');
      assert.equal(await form.text.inputValue(), long);
      await visitor.picture('3-3-long');

      // A file that is too large, and one that only claims to be a photo.
      await form.photo(hugePhoto);
      await told('“井盖全景.jpg”有 50 MB，超过 10 MB，没有加入。');
      await form.photo(notAPhoto);
      await told(/“说明.jpg”.*没有加入/);
      await visitor.picture('3-4-photos');

      assert.equal(await page.getByRole('combobox', { name: '什么事' }).inputValue(), '井盖破损');
      assert.equal(await page.getByRole('combobox', { name: '危险程度' }).inputValue(), 'loose');
      assert.equal(await form.place.innerText(), place);

      await form.photo(smallPhoto);
      await page.getByRole('img', { name: '照片 1' }).waitFor();
      await form.text.fill('路边井盖松动，车过有响声。');
      await form.submit();
      const number = await form.receiptNumber();
      await visitor.openCase(number);
      await page.getByRole('article').getByText('路边井盖松动，车过有响声。').waitFor();
    });
  });
});
