// The browser that tests, benches and `npm run look` drive.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { cacheFolder, root } from './workspace.ts';

/** What it takes to start a browser with playwright-core. */
export interface BrowserChoice {
  readonly executablePath: string;
  readonly args: readonly string[];
}

/** Machines that run tests are often containers of root, without a sandbox, and tests want no traffic of the browser's own. */
const quietArgs = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

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
  if (named !== undefined && named !== '') return { executablePath: named, args: quietArgs };
  const installed = installedBrowsers.find((path) => existsSync(path));
  if (installed !== undefined) return { executablePath: installed, args: quietArgs };
  return packagedBrowser();
}

/** Starts the browser; whoever starts it closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, args } = await chooseBrowser();
  return chromium.launch({ executablePath, args: [...args], headless: true });
}

async function packagedBrowser(): Promise<BrowserChoice> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No browser found: install Chrome or Chromium, or name one in the variable CHROME_PATH.');
  }
  const folder = join(cacheFolder, `chromium-${packagedVersion()}`);
  if (!existsSync(folder)) await unpack(folder);
  // Its own list is made for one process in a small container; only what gives WebGL without a graphics card is wanted here.
  const args = [...quietArgs, '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
  return { executablePath: join(folder, 'chromium'), args };
}

/**
 * The package unpacks into the temporary folder under fixed names, and takes what lies there for its own, half-written or of
 * another version. So it is given a fresh temporary folder, which gets its final name in one step when all is there.
 */
async function unpack(folder: string): Promise<void> {
  mkdirSync(cacheFolder, { recursive: true });
  const staging = mkdtempSync(`${folder}-`);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = staging;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    await packaged.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  // Another process may have been faster: what it unpacked is the same.
  if (existsSync(folder)) rmSync(staging, { recursive: true });
  else renameSync(staging, folder);
}

function packagedVersion(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'),
  );
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  throw new Error('@sparticuz/chromium states no version.');
}
