// `npm run look -- <url or html file> <out.png> [--width 1440] [--height 900] [--full] [--lang en] [--wait 500] [--do "<script>"]`
// Opens an address in the browser of the tests, saves a picture of it and prints what the page wrote to its console.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '1440' },
    height: { type: 'string', default: '900' },
    wait: { type: 'string', default: '500' },
    scale: { type: 'string', default: '1' },
    full: { type: 'boolean', default: false },
    do: { type: 'string' },
  },
});

const [target, picture] = positionals;
if (!target || !picture) {
  console.error(
    'npm run look -- <url or html file> <out.png> [--width 390] [--height 900] [--full] [--wait 500] [--do "<script>"]',
  );
  process.exit(2);
}

const url = existsSync(target) ? pathToFileURL(resolve(target)).href : target;
const browser = await launchBrowser();
const page = await browser.newPage({
  viewport: { width: Number(values.width), height: Number(values.height) },
  deviceScaleFactor: Number(values.scale),
});
page.on('console', (message) => {
  console.log(`${message.type()}: ${message.text()}`);
});
page.on('pageerror', (error) => {
  console.log(`page error: ${error.stack ?? error.message}`);
});
await page.goto(url, { waitUntil: 'load' });
await page.evaluate(() => document.fonts.ready.then(() => undefined));
if (values.do !== undefined) console.log(await page.evaluate(values.do));
// A developer's tool, not a test: stories announce no common moment of being ready.
await page.waitForTimeout(Number(values.wait));
await page.screenshot({ path: picture, fullPage: values.full });
await browser.close();
console.log(`saved ${picture}`);
