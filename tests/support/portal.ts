import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, type BrowserChoice } from '../../scripts/browser.ts';
import { serve, strictPolicy, type Serving } from '../../scripts/serve.ts';
import { root } from '../../scripts/workspace.ts';
import { watchPage } from './watch-page.ts';

/** The sizes at which people meet the portal: a clerk's desk and a resident's phone, in CSS pixels. */
export const viewports = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

/** The built portal on a local server under the strict content security policy, and a browser to visit it. */
export class Portal {
  private readonly browser: Browser;
  private readonly server: Serving;

  private constructor(browser: Browser, server: Serving) {
    this.browser = browser;
    this.server = server;
  }

  /** Serves the portal and starts the browser of the tests, unless another is given. */
  static async open(choice?: BrowserChoice): Promise<Portal> {
    const browser = await launchBrowser(choice);
    return new Portal(browser, await serve(join(root, 'examples/portal/dist'), { policy: strictPolicy }));
  }

  /**
   * Lets someone walk through the portal in a browser profile of their own, and fails when the page put an error or a warning
   * on its console, threw, or was refused a file.
   */
  async visit(viewport: keyof typeof viewports, walk: (page: Page) => Promise<void>): Promise<void> {
    const context = await this.browser.newContext({ viewport: viewports[viewport], locale: 'zh-CN' });
    try {
      context.setDefaultTimeout(15_000);
      const page = await context.newPage();
      const said = watchPage(page);
      await page.goto(this.server.url);
      await walk(page);
      if (said.length > 0) assert.fail(said.join('\n'));
    } finally {
      await context.close();
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.browser.close(), this.server.close()]);
  }
}
