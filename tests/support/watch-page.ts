import type { Page } from 'playwright-core';

/** Chatter of development builds, which says nothing about the page. */
const chatter = [/^Lit is in dev mode/];

/** Collects what a page may not do: console errors and warnings, uncaught errors, answers of 400 and above. */
export function watchPage(page: Page): readonly string[] {
  const said: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (!['error', 'warning'].includes(message.type()) || chatter.some((known) => known.test(text))) return;
    said.push(`console ${message.type()}: ${text}`);
  });
  page.on('pageerror', (error) => said.push(`page error: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) said.push(`${response.status()} ${response.url()}`);
  });
  return said;
}
