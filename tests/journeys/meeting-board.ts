import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually.ts';

/** The three tiers of meetings, and the steps of each, by the names on the board. */
export type Tier = '微格协调会' | '会客厅议事会' | '街道联席会';
export type Step = '待召开' | '议事中' | '已决议';

/** The board of topics, with the panel of the one that is open. */
export class MeetingBoard {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  private get panel(): Locator {
    return this.page.getByRole('dialog');
  }

  private card(number: string, tier: Tier, step: Step): Locator {
    const column = this.page.getByRole('listbox', { name: new RegExp(`^${tier}.*${step}`) });
    return column.getByRole('option', { name: number });
  }

  /** Waits until the topic of a case stands at a step of a tier. */
  async sees(number: string, tier: Tier, step: Step): Promise<void> {
    await this.find(number);
    const card = this.card(number, tier, step);
    const toTier = this.page.getByRole('button', { name: tier });
    await eventually(async () => {
      // A narrow board shows one tier at a time.
      if (await toTier.isVisible()) await toTier.click();
      assert.ok(await card.isVisible(), `${number} at ${tier}, ${step}`);
    });
  }

  async open(number: string, tier: Tier, step: Step): Promise<void> {
    await this.sees(number, tier, step);
    await this.card(number, tier, step).click();
    await this.panel.waitFor();
  }

  /** Holds the meeting that stands called, with everybody there who is due. */
  async hold(number: string, tier: Tier): Promise<void> {
    await this.open(number, tier, '待召开');
    await this.panel.getByRole('button', { name: '全部到会' }).click();
    await this.panel.getByRole('button', { name: '召开会议' }).click();
    await this.panel.waitFor({ state: 'hidden' });
    await this.sees(number, tier, '议事中');
  }

  /** Ends the meeting in session: what it settles with all votes in favour, what it passes up without a vote. */
  async resolve(number: string, tier: Tier, outcome: '议定' | '提交上级', words: string): Promise<void> {
    await this.open(number, tier, '议事中');
    await this.panel.getByRole('radio', { name: outcome }).check();
    await this.panel.getByRole('textbox', { name: outcome === '议定' ? '决议内容' : '提交的理由' }).fill(words);
    if (outcome === '议定') await this.panel.getByRole('button', { name: '全票赞成' }).click();
    await this.panel.getByRole('button', { name: outcome, exact: true }).click();
    await this.panel.waitFor({ state: 'hidden' });
    await this.sees(number, tier, '已决议');
  }

  /** Closes the panel of the open topic. */
  async close(): Promise<void> {
    await this.panel.getByRole('button', { name: '关闭' }).click();
    await this.panel.waitFor({ state: 'hidden' });
  }

  private async find(number: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: '找议题、案件号、地点' }).fill(number);
  }
}
