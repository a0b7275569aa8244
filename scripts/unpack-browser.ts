// Browsers that come as npm packages, unpacked where they stay until their version changes.

import { inflate } from '@sparticuz/chromium';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { versionOf } from './manifests.ts';
import { cacheFolder, root } from './workspace.ts';

/** A browser on this disk, and what its process needs to know of where its libraries and fonts lie. */
export interface Unpacked {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The browser of the tests: `@sparticuz/chromium`. */
export function unpackedBrowser(): Promise<Unpacked> {
  return unpacked('@sparticuz/chromium', ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']);
}

/** Chromium 88: `chrome-aws-lambda` of its day. */
export function unpackedFloorBrowser(): Promise<Unpacked> {
  return unpacked('chrome-aws-lambda', ['chromium.br', 'swiftshader.tar.br', 'aws.tar.br']);
}

async function unpacked(name: string, archives: readonly string[]): Promise<Unpacked> {
  const folder = join(cacheFolder, `${name.replace('@', '').replace('/', '-')}-${versionOf(name)}`);
  if (!existsSync(folder)) await unpack(join(root, 'node_modules', name, 'bin'), archives, folder);
  const executablePath = join(folder, 'chromium');
  return { executablePath, env: environmentFor(executablePath, folder) };
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
function environmentFor(executablePath: string, folder: string): Record<string, string> {
  const libraries = ['al2023/lib', 'aws/lib'].map((path) => join(folder, path)).filter((path) => existsSync(path));
  const starts = spawnSync(executablePath, ['--no-sandbox', '--version'], { timeout: 10_000 }).status === 0;
  return {
    ...(starts ? {} : { LD_LIBRARY_PATH: libraries.join(':') }),
    ...(existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
  };
}
