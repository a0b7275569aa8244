// What an element costs a page: its entry bundled with all that it imports, minified and gzipped.

import resolve from '@rollup/plugin-node-resolve';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rollup } from 'rollup';
import * as z from 'zod/mini';
import { lower } from '../lower.ts';
import { manifests } from '../manifests.ts';
import { root } from '../workspace.ts';
import { broken, fine, together, type Check } from './check.ts';

/** Where the limits are written, in kilobytes (1,000 bytes) by entry. */
const limitsFile = 'packages/components/size-limits.json';

export const sizes: Check = {
  name: 'sizes',
  about: `elements within ${limitsFile}`,
  needsBuild: true,
  run: async () => {
    const limits = z.parse(z.record(z.string(), z.number()), JSON.parse(readFileSync(join(root, limitsFile), 'utf8')));
    const elements = manifests()
      .flatMap(({ entries }) => entries)
      .filter(({ file }) => basename(file).startsWith('kt-'));
    const results = elements.map(async ({ file }) => {
      const [name, limit, size] = [basename(file), limits[basename(file)], await sizeOf(file)];
      if (limit === undefined) return broken(`${name} weighs ${size} KB and has no limit yet in ${limitsFile}`);
      return size <= limit ? fine : broken(`${name} weighs ${size} KB, its limit is ${limit} KB`);
    });
    const gone = Object.keys(limits).filter((name) => !elements.some(({ file }) => basename(file) === name));
    return together([
      ...(await Promise.all(results)),
      ...gone.map((name) => broken(`${limitsFile} names ${name}, which is no entry`)),
    ]);
  },
};

/** Kilobytes of a gzipped bundle, to one digit after the point. */
async function sizeOf(file: string): Promise<number> {
  // What the bundler has to say of our code stopped the build already; the rest are remarks on dependencies.
  const bundle = await rollup({ input: file, plugins: [resolve({ browser: true })], logLevel: 'silent' });
  const { output } = await bundle.generate({
    format: 'es',
    plugins: [lower(['es2020', 'chrome88'])],
    inlineDynamicImports: false,
  });
  // What loads later, on demand, is not what the entry costs.
  const atOnce = new Set([output[0].fileName, ...output[0].imports]);
  const code = output.filter((part) => part.type === 'chunk' && atOnce.has(part.fileName));
  const bytes = code.reduce((sum, part) => sum + (part.type === 'chunk' ? gzipSync(part.code).length : 0), 0);
  return Math.round(bytes / 100) / 10;
}
