// Browsers that come as npm packages, unpacked where they stay until their version changes.

import { inflate } from '@sparticuz/chromium';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { versionOf } from './manifests.ts';
import { cacheFolder, root } from './workspace.ts';

/** A browser on this disk, and what its process needs to know of where its libraries and fonts lie. */
export interface Unpacked {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The browser of the tests: `@sparticuz/chromium`. */
export async function unpackedBrowser(): Promise<Unpacked> {
  const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
  const folder = await unpacked('@sparticuz/chromium', archives);
  return startable(folder, join(folder, 'fonts'), [join(folder, 'al2023/lib')]);
}

/** Chromium 88: `chrome-aws-lambda` of its day. What it lacks on a bare machine is in the package above. */
export async function unpackedFloorBrowser(): Promise<Unpacked> {
  const folder = await unpacked('chrome-aws-lambda', ['chromium.br', 'swiftshader.tar.br', 'aws.tar.br']);
  const shared = await unpacked('@sparticuz/chromium', ['al2023.tar.br', 'fonts.tar.br'], 'shared');
  return startable(folder, join(shared, 'fonts'), [join(folder, 'aws/lib'), join(shared, 'al2023/lib')]);
}

/** The folder into which the archives of a package are unpacked, once for each version. */
async function unpacked(name: string, archives: readonly string[], what = 'browser'): Promise<string> {
  const folder = join(cacheFolder, `${name.replace('@', '').replace('/', '-')}-${versionOf(name)}-${what}`);
  if (!existsSync(folder)) await unpack(join(root, 'node_modules', name, 'bin'), archives, folder);
  return folder;
}

/**
 * Unpacks in a folder of its own, which gets its final name in one step when all is there: processes that start at the same
 * time never meet half a browser. The unpacking function knows no other place than the temporary folder.
 */
async function unpack(bin: string, archives: readonly string[], folder: string): Promise<void> {
  mkdirSync(cacheFolder, { recursive: true });
  const staging = mkdtempSync(`${folder}-`);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = staging;
  try {
    await Promise.all(archives.map((archive) => inflate(join(bin, archive))));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  // Another process may have been faster: what it unpacked is the same.
  if (existsSync(folder)) rmSync(staging, { recursive: true });
  else renameSync(staging, folder);
}

/** A bare machine lacks libraries that a browser wants; the packages bring them, for use only where they are missing. */
function startable(folder: string, fonts: string, libraries: readonly string[]): Unpacked {
  const executablePath = join(folder, 'chromium');
  const starts = spawnSync(executablePath, ['--no-sandbox', '--version'], { timeout: 10_000 }).status === 0;
  return {
    executablePath,
    env: {
      ...(starts ? {} : { LD_LIBRARY_PATH: libraries.join(':') }),
      ...(existsSync('/etc/fonts') ? {} : { FONTCONFIG_FILE: fontsFileFor(fonts) }),
    },
  };
}

/** Where a machine states no fonts at all, an old browser does not even start: this states those of the package. */
function fontsFileFor(fonts: string): string {
  const file = join(cacheFolder, 'fonts.conf');
  const folders = `<dir>${fonts}</dir><cachedir>${join(cacheFolder, 'fonts')}</cachedir>`;
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}</fontconfig>`,
  );
  return file;
}
