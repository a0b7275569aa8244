import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually.ts';

/** Whom one can be at the portal, by the value of the choice. */
export type Persona = 'resident' | 'gridder' | 'clerk' | 'street' | 'head' | 'officer' | 'guest';

/** The pages of the portal, by the names of their tabs. */
export type PageName = '总览' | '工作台' | '我的事项' | '查进展' | '上报' | '组织' | '微格' | '责任区' | '三会';

/** What a step on a case asks for: labels of texts with what to write, and the choices to pick. */
export interface Answers {
  readonly texts?: Readonly<Record<string, string>>;
  readonly choose?: string;
}

/** Somebody who walks through the portal and finds everything by the name that it is shown by. */
export class Visitor {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async become(persona: Persona): Promise<void> {
    await this.page.getByRole('combobox', { name: '当前身份' }).selectOption(persona);
    await this.page.locator('main[aria-busy="false"]').waitFor();
  }

  /** Goes to another place, by the name of its model; one that nobody has asked for yet is set up first. */
  async moveTo(place: string): Promise<void> {
    await this.page.getByRole('combobox', { name: '地方' }).selectOption({ label: place });
    await this.page.locator('main[aria-busy="false"]').waitFor({ timeout: 120_000 });
  }

  /** Goes to a page, and waits until it is the one shown: the page before may hold elements of the same names. */
  async goTo(name: PageName): Promise<void> {
    const link = this.page.getByRole('navigation', { name: '页面' }).getByRole('link', { name, exact: true });
    await link.click();
    await eventually(async () => assert.equal(await link.getAttribute('aria-current'), 'page'));
  }

  /** Opens a case from the worklist of whoever one is: a reporter's is a list of their own matters. */
  async openCase(number: string): Promise<void> {
    const own = this.page.getByRole('navigation', { name: '页面' }).getByRole('link', { name: '我的事项' });
    await this.goTo((await own.count()) > 0 ? '我的事项' : '工作台');
    await this.page.getByRole('searchbox', { name: /^在(案件|事项)中查找$/ }).fill(number);
    await this.page.getByRole('row', { name: number }).click();
    await this.page.getByRole('heading', { name: number }).waitFor();
  }

  get actions(): Locator {
    return this.page.getByRole('region', { name: '可以办理' });
  }

  get timeline(): Locator {
    return this.page.getByRole('region', { name: '办理经过' });
  }

  /** Waits until exactly these steps may be taken on the opened case, in this order, that which leads on first. */
  async seesSteps(...expected: readonly string[]): Promise<void> {
    const buttons = this.actions.getByRole('button');
    await eventually(async () => assert.deepEqual(await buttons.allInnerTexts(), expected));
  }

  /** Waits until the timeline of the opened case tells of exactly these events, the first one first. */
  async seesTimeline(...expected: readonly string[]): Promise<void> {
    const entries = this.timeline.getByRole('list').first().locator('> li');
    await eventually(async () => {
      const told = await entries.allInnerTexts();
      assert.deepEqual(
        told.map((text, at) => (text.includes(expected[at] ?? '') ? expected[at] : text)),
        expected,
      );
    });
  }

  /** Opens the form of a step on the opened case. */
  async begin(step: string): Promise<Locator> {
    await this.actions.getByRole('button', { name: step, exact: true }).click();
    return this.page.getByRole('form', { name: step });
  }

  /** Sends the opened form of a step, and waits until the page says that it is done. */
  async confirm(step: string): Promise<void> {
    await this.page
      .getByRole('form', { name: step })
      .getByRole('button', { name: `确定${step}` })
      .click();
    await this.actions.getByRole('status').getByText(`已${step}`, { exact: true }).waitFor();
  }

  /** Takes a step on the opened case. */
  async take(step: string, { texts = {}, choose }: Answers = {}): Promise<void> {
    const form = await this.begin(step);
    if (choose !== undefined) await form.getByText(choose, { exact: true }).click();
    for (const [label, words] of Object.entries(texts)) await form.getByLabel(label).fill(words);
    await this.confirm(step);
  }

  /** Keeps a picture of the page in the folder that the variable `JOURNEY_PICTURES` names; without it, nothing is kept. */
  async picture(name: string): Promise<void> {
    const folder = process.env['JOURNEY_PICTURES'];
    if (folder !== undefined) await this.page.screenshot({ path: join(folder, `${name}.png`) });
  }
}
