// Whether the installed packages are those of the lock file. Plain JavaScript without a dependency, for Node 18 and up:
// it runs before anything is installed. As a program it stamps what npm has just installed (root `postinstall`).

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of the workspace. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The Node that the workspace pins, whatever the machine's own is. */
export const pinnedNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

const stampFile = join(root, 'node_modules', '.cache', 'keting', 'lock.sha256');

/** Installs what the lock file names, unless exactly that is installed already. */
export function ensureInstalled() {
  if (!isFresh()) npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
  // The pinned Node comes by an install script, which a machine may have switched off for all packages.
  if (!existsSync(pinnedNode)) npm('rebuild', 'node', '--ignore-scripts=false', '--loglevel=error');
  stamp();
}

function isFresh() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockHash();
}

function stamp() {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, lockHash());
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function npm(...args) {
  console.log(`npm ${args.join(' ')}`);
  const cli = process.env['npm_execpath'];
  const [command, first] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
  const done = spawnSync(command, [...first, ...args], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32' && first.length === 0,
  });
  if (done.status !== 0) {
    console.error(`npm ${args[0]} failed: is the registry within reach?`);
    process.exit(done.status ?? 1);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) stamp();
