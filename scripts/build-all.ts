// Builds the packages and the portal when their sources changed since the last time.

import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './alone.ts';
import { cacheFolder, mustRun, root } from './workspace.ts';

const inputs = [
  'package-lock.json',
  'rollup.config.js',
  'custom-elements-manifest.config.js',
  'tsconfig*.json',
  'scripts/*.ts',
  'packages/*/{package,tsconfig}.json',
  'packages/*/src/**/*',
  'examples/*/*.{json,html,svg}',
  'examples/*/src/**/*',
];

const outputs = [
  'packages/domain/dist/index.js',
  'packages/components/dist/custom-elements.json',
  'examples/portal/dist/index.html',
];

const stamp = join(cacheFolder, 'built.sha256');

/** Builds what is not built from exactly these sources; answers whether there was something to do. */
export function buildWhenChanged(): Promise<boolean> {
  return alone(join(cacheFolder, 'building'), async () => {
    const hash = hashOfInputs();
    const built = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
    if (built && outputs.every((path) => existsSync(join(root, path)))) return false;
    await mustRun('rollup', ['--config', '--silent']);
    await mustRun('cem', ['analyze', '--config', 'custom-elements-manifest.config.js', '--quiet']);
    writeFileSync(stamp, hash);
    return true;
  });
}

function hashOfInputs(): string {
  const hash = createHash('sha256');
  const files = globSync(inputs, { cwd: root, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}
