// The browsers that tests, benches and `npm run look` drive.

import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { unpackedFloorBrowser, unpackedBrowser, type Unpacked } from './unpack-browser.ts';

/** What it takes to start a browser with playwright-core. */
export interface BrowserChoice {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

/** Machines that run tests are often containers of root, without a sandbox, and tests want no traffic of the browser's own. */
const quietArgs = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** The machine has no graphics card, and one that is played by the processor costs twice what drawing without one does. */
const withoutCard = ['--disable-gpu'];

const installedBrowsers: readonly string[] = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The browser to use: the one that the variable `CHROME_PATH` names, else an installed Chrome or Chromium, else the one that
 * comes as an npm package (Linux on x64 only).
 */
export async function chooseBrowser(): Promise<BrowserChoice> {
  const named = process.env['CHROME_PATH'];
  const installed = named === undefined || named === '' ? installedBrowsers.find((path) => existsSync(path)) : named;
  if (installed !== undefined) return { executablePath: installed, args: quietArgs, env: environment() };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No browser found: install Chrome or Chromium, or name one in the variable CHROME_PATH.');
  }
  return choiceOf(await unpackedBrowser(), withoutCard);
}

/** The oldest browser that everything has to work in, Chromium 88; there is one for Linux on x64 only. */
export async function chooseFloorBrowser(): Promise<BrowserChoice | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  return choiceOf(await unpackedFloorBrowser(), withoutCard);
}

/** Starts a browser, the one of `chooseBrowser` unless another is given; whoever starts it closes it. */
export async function launchBrowser(choice?: BrowserChoice): Promise<Browser> {
  return chromium.launch({ ...(choice ?? (await chooseBrowser())), headless: true });
}

function choiceOf({ executablePath, env }: Unpacked, args: readonly string[]): BrowserChoice {
  return { executablePath, args: [...quietArgs, ...args], env: { ...environment(), ...env } };
}

/** What the browser finds around it. A bare machine states no locale; names of files are Chinese all the same. */
function environment(): Record<string, string> {
  const environment: Record<string, string> = { LANG: 'C.UTF-8' };
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}
