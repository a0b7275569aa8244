import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { servePortal } from '../../examples/portal/server/serve-portal.ts';
import { launchBrowser, type BrowserChoice } from '../../scripts/browser.ts';
import { copyOfRecord } from '../../scripts/portal-record.ts';
import { strictPolicy } from '../../scripts/serve.ts';
import { root } from '../../scripts/workspace.ts';
import { watchPage } from './watch-page.ts';

/** The sizes at which people meet the portal: a clerk's desk and a resident's phone, in CSS pixels. */
export const viewports = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

/** The portal as it is served, with a desk of its own on embedded PGlite. */
export interface Served {
  readonly url: string;
  /** Stops the server and starts it again on the same record. */
  restart(): Promise<void>;
  /** Stops the server: the line is down. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

class Server implements Served {
  private running: Awaited<ReturnType<typeof servePortal>> | undefined;
  private port = 0;
  private readonly data: string;

  constructor(data: string) {
    this.data = data;
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  async start(): Promise<void> {
    const folder = join(root, 'examples/portal/dist');
    this.running = await servePortal({ folder, policy: strictPolicy, data: this.data, port: this.port });
    this.port = this.running.port;
  }

  async stop(): Promise<void> {
    await this.running?.stop();
    this.running = undefined;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async end(): Promise<void> {
    await this.stop();
    await rm(this.data, { recursive: true, force: true });
  }
}

/** The built portal on a local server under the strict content security policy, and a browser to visit it. */
export class Portal {
  private readonly browser: Browser;

  private constructor(browser: Browser) {
    this.browser = browser;
  }

  /** Starts the browser of the tests, unless another is given. */
  static async open(choice?: BrowserChoice): Promise<Portal> {
    return new Portal(await launchBrowser(choice));
  }

  /**
   * Lets someone walk through the portal in a browser profile of their own, on a record of their own, and fails when the page
   * put an error or a warning on its console, threw, or was refused a file.
   */
  async visit(viewport: keyof typeof viewports, walk: (page: Page, served: Served) => Promise<void>): Promise<void> {
    await this.serve(async (served) => {
      const page = await this.enter(served, viewport);
      const said = watchPage(page);
      await page.goto(served.url);
      await walk(page, served);
      await page.context().close();
      if (said.length > 0) assert.fail(said.join('\n'));
    });
  }

  /** Serves the portal while something is done with it. */
  async serve(work: (served: Served) => Promise<void>): Promise<void> {
    const server = new Server(await copyOfRecord());
    try {
      await server.start();
      await work(server);
    } finally {
      await server.end();
    }
  }

  /** A page in a browser profile of its own. */
  async enter(served: Served, viewport: keyof typeof viewports): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: viewports[viewport],
      locale: 'zh-CN',
      baseURL: served.url,
    });
    context.setDefaultTimeout(60_000);
    return context.newPage();
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}
