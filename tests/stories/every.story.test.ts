import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import * as z from 'zod/mini';
import { launchBrowser } from '../../scripts/browser.ts';
import { serve, type Serving } from '../../scripts/serve.ts';
import { root } from '../../scripts/workspace.ts';
import { watchPage } from '../support/watch-page.ts';

const folder = join(root, 'storybook-static');

const index = z.object({
  entries: z.record(
    z.string(),
    z.object({ id: z.string(), type: z.string(), title: z.string(), name: z.string(), importPath: z.string() }),
  ),
});

const violation = z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string() })) });

const finished = z.object({
  event: z.string(),
  detail: z.string(),
  status: z.optional(z.string()),
  reports: z.array(
    z.object({
      type: z.string(),
      status: z.string(),
      result: z.optional(z.object({ violations: z.optional(z.array(violation)) })),
    }),
  ),
});

const parts = (process.env['STORIES'] ?? '').split(',').filter((part) => part !== '');
const { entries } = z.parse(index, JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')));
const stories = Object.values(entries)
  .filter(({ type }) => type === 'story')
  .filter(({ importPath }) => parts.length === 0 || parts.some((part) => importPath.includes(part)));

describe('every story draws, plays, and is right with axe and the console', { concurrency: 2 }, () => {
  let browser: Browser;
  let storybook: Serving;

  before(async () => {
    browser = await launchBrowser();
    storybook = await serve(folder);
  });
  after(async () => {
    await Promise.all([browser.close(), storybook.close()]);
  });

  for (const { id, title, name } of stories) {
    test(`${title}: ${name}`, async () => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      try {
        const said = watchPage(page);
        await page.goto(`${storybook.url}/iframe.html?id=${id}&viewMode=story`);
        const end = await endOf(page);
        const found = [...said, ...complaints(end)];
        if (found.length > 0) assert.fail(found.join('\n'));
      } finally {
        await page.close();
      }
    });
  }
});

/** Waits until Storybook says how the story ended: drawn and played, or thrown out of. */
async function endOf(page: Page): Promise<z.infer<typeof finished>> {
  const handle = await page.waitForFunction(
    () => {
      interface Channel {
        last(event: string): readonly unknown[] | undefined;
      }
      interface Finished {
        status?: string;
        reporters?: readonly { type: string; status: string; result?: unknown }[];
      }
      const channel = Reflect.get(window, '__STORYBOOK_ADDONS_CHANNEL__') as Channel | undefined;
      if (!channel) return null;
      for (const event of ['storyThrewException', 'storyErrored', 'storyMissing', 'playFunctionThrewException']) {
        const thrown = channel.last(event)?.[0];
        if (thrown === undefined) continue;
        const { message } = thrown as { message?: string };
        return { event, detail: message ?? JSON.stringify(thrown), reports: [] };
      }
      const done = channel.last('storyFinished')?.[0] as Finished | undefined;
      return done ? { event: 'storyFinished', detail: '', status: done.status, reports: done.reporters ?? [] } : null;
    },
    undefined,
    { timeout: 30_000 },
  );
  return z.parse(finished, await handle.jsonValue());
}

function complaints(end: z.infer<typeof finished>): readonly string[] {
  if (end.event !== 'storyFinished') return [`${end.event}: ${end.detail}`];
  const found = end.reports
    .filter((report) => report.status === 'failed')
    .flatMap(({ result }) => result?.violations ?? []);
  const axe = found.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 3).map((node) => `\n    ${node.html}`);
    return `axe ${id}: ${help}, in ${nodes.length} places, such as${places.join('')}`;
  });
  const unexplained = end.status === 'error' && axe.length === 0 ? ['the story ended in an error'] : [];
  const unseen = end.reports.some((report) => report.type === 'a11y') ? [] : ['axe did not look at it'];
  return [...axe, ...unexplained, ...unseen];
}
