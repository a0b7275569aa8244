// The packages of the workspace, as their manifests state them.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { root } from './workspace.ts';

const target = z.union([z.string(), z.looseObject({ default: z.string() })]);
const schema = z.looseObject({ name: z.string(), exports: z.record(z.string(), target) });

/** A package that is published. */
export interface Manifest {
  readonly name: string;
  /** Its folder, from the root of the file system. */
  readonly folder: string;
  /** The module entries: as a customer writes them (`@keting/components/kt-desk.js`), and the built file behind each. */
  readonly entries: readonly { readonly specifier: string; readonly file: string }[];
}

export const packageNames = ['domain', 'models', 'runtime', 'components'] as const;

/** Reads the manifests of all packages; patterns of entries are resolved against what is built. */
export function manifests(): readonly Manifest[] {
  return packageNames.map((name) => manifestOf(join(root, 'packages', name)));
}

/** The version of an installed package. */
export function versionOf(name: string): string {
  const path = join(root, 'node_modules', name, 'package.json');
  return z.parse(z.looseObject({ version: z.string() }), JSON.parse(readFileSync(path, 'utf8'))).version;
}

function manifestOf(folder: string): Manifest {
  const { name, exports } = z.parse(schema, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const entries = Object.entries(exports).flatMap(([key, value]) =>
    entriesOf(folder, key, typeof value === 'string' ? value : value.default),
  );
  return {
    name,
    folder,
    entries: entries
      .filter(({ file }) => file.endsWith('.js'))
      .map(({ key, file }) => ({ specifier: `${name}${key.slice(1)}`, file: join(folder, file) })),
  };
}

/** `./kt-*.js` stands for as many entries as files fit its target, where every star is the same text. */
function entriesOf(folder: string, key: string, target: string): readonly { key: string; file: string }[] {
  if (!key.includes('*')) return [{ key, file: target }];
  const fits = new RegExp(`^${escaped(target).replace('\\*', '(.+)').replaceAll('\\*', '\\1')}$`);
  return globSync(target, { cwd: folder })
    .map((path) => `./${path.replaceAll('\\', '/')}`)
    .flatMap((file) => {
      const star = fits.exec(file)?.[1];
      return star === undefined ? [] : [{ key: key.replace('*', star), file }];
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function escaped(text: string): string {
  return text.replace(/[\\^$*+?.()|[\]{}]/g, '\\$&');
}
