// What a customer gets from the registry, looked at as a customer's tools would.

import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifests, type Manifest } from '../manifests.ts';
import { mustRun, run } from '../workspace.ts';
import { broken, fine, program, together, type Check, type Result } from './check.ts';

export const packed: Check = {
  name: 'packed',
  about: 'publint and are-the-types-wrong on the packed packages, and every entry imported in plain Node',
  needsBuild: true,
  run: async () => {
    const results: Result[] = [];
    for (const manifest of manifests()) results.push(await lookAt(manifest), ...(await importAll(manifest)));
    return together(results);
  },
};

async function lookAt(manifest: Manifest): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'keting-pack-'));
  try {
    await mustRun('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder, manifest.folder]);
    const tarballs = globSync('*.tgz', { cwd: folder });
    const looks = tarballs.flatMap((name) => {
      const tarball = join(folder, name);
      return [
        program('publint', '--strict', tarball),
        // The packages are ES modules for bundlers and Node 20 and up, so the old ways of resolving are no promise.
        program(
          'attw',
          tarball,
          '--profile',
          'esm-only',
          '--format',
          'ascii',
          '--exclude-entrypoints',
          'custom-elements.json',
        ),
      ];
    });
    return together(await Promise.all(looks));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Servers render pages and tools read them: an entry may not touch a document when it is imported. */
async function importAll({ name, entries }: Manifest): Promise<readonly Result[]> {
  if (entries.length === 0) return [broken(`${name} has no entry: is it built?`)];
  const { code, output } = await run('node', [
    '--input-type=module',
    '--eval',
    `for (const entry of ${JSON.stringify(entries.map(({ specifier }) => specifier))}) {
      try { await import(entry); } catch (error) { console.error(entry, error); process.exitCode = 1; }
    }`,
  ]);
  return [code === 0 && output === '' ? fine : broken(output)];
}
