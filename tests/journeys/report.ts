import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually.ts';

/** The smallest picture there is: one pixel. */
export const smallPhoto = {
  name: '井盖.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

/** A file for a photo field: its bytes, or the path of a file too large to be handed over as bytes. */
export type ChosenFile = typeof smallPhoto | string;

/** The report form as somebody fills it in. */
export class ReportForm {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async what(typed: string, label: string): Promise<void> {
    await this.page.getByRole('combobox', { name: '什么事' }).fill(typed);
    await this.page.getByRole('option', { name: label }).click();
  }

  /** Chooses in a field that the class asks for. */
  async choose(label: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: label }).selectOption({ label: option });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: '在哪里' });
  }

  /** The button that names the chosen place, and opens the map and list of places. */
  get place(): Locator {
    return this.page.getByRole('button', { name: /^(选择地点|已选地点)/ });
  }

  async openPlaces(): Promise<void> {
    await this.place.click();
    await this.dialog.getByRole('button', { name: '按坐标' }).waitFor();
  }

  /** Picks the first micro-grid of a community from the list. */
  async where(community: string): Promise<void> {
    await this.openPlaces();
    await this.find(community);
    await this.dialog.getByRole('listbox', { name: '列表' }).getByRole('option', { name: community }).first().click();
    await this.dialog.getByRole('button', { name: /^就选/ }).click();
    await this.place.filter({ hasText: community }).waitFor();
  }

  /** On a narrow screen map and list share one place, which is known only once the dialog has been measured. */
  private async find(community: string): Promise<void> {
    const toList = this.dialog.getByRole('button', { name: '列表', exact: true });
    const search = this.dialog.getByRole('combobox', { name: '查找网格' });
    await eventually(async () => {
      if (await toList.isVisible()) await toList.click();
      await search.fill(community, { timeout: 1000 });
    });
  }

  async photo(file: ChosenFile): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: '添加照片' }).click();
    await (await chooser).setFiles(file);
  }

  get text(): Locator {
    return this.page.getByRole('textbox', { name: '说明' });
  }

  async submit(): Promise<void> {
    await this.page.getByRole('button', { name: '提交', exact: true }).click();
  }

  /** Waits for the receipt and reads the number on it. */
  async receiptNumber(): Promise<string> {
    await this.page.getByRole('heading', { name: '已收到' }).waitFor();
    return (await this.page.locator('kt-case-form').locator('[part="number"]').innerText()).trim();
  }
}
