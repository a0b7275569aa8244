// Builds the packages and the portal when their sources changed since the last time.

import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, mustRun, root } from './workspace.ts';

const inputs = [
  'package-lock.json',
  'rollup.config.js',
  'custom-elements-manifest.config.js',
  'tsconfig*.json',
  'scripts/*.ts',
  'packages/*/{package,tsconfig}.json',
  'packages/*/src/**/*',
  'examples/*/{package.json,index.html}',
  'examples/*/src/**/*',
];

const outputs = [
  'packages/domain/dist/index.js',
  'packages/components/dist/custom-elements.json',
  'examples/portal/dist/index.html',
];

const stamp = join(cacheFolder, 'built.sha256');

/** Builds what is not built from exactly these sources; answers whether there was something to do. */
export async function buildWhenChanged(): Promise<boolean> {
  const hash = hashOfInputs();
  const built = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  if (built && outputs.every((path) => existsSync(join(root, path)))) return false;
  await build();
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}

/** Builds everything, from empty folders. */
async function build(): Promise<void> {
  for (const folder of globSync('{packages,examples}/*/dist', { cwd: root })) {
    rmSync(join(root, folder), { recursive: true, force: true });
  }
  await mustRun('rollup', ['--config', '--silent']);
  await mustRun('cem', ['analyze', '--config', 'custom-elements-manifest.config.js', '--quiet']);
}

function hashOfInputs(): string {
  const hash = createHash('sha256');
  const files = globSync(inputs, { cwd: root, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}
