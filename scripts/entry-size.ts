// What an element costs a page: its entry bundled with all that it imports, Lit included, minified and gzipped.

import resolve from '@rollup/plugin-node-resolve';
import { gzipSync } from 'node:zlib';
import { rollup, type OutputChunk } from 'rollup';
import { lower } from './lower.ts';

/**
 * Kilobytes (1,000 bytes) of a built entry as it comes over the line, to one digit after the point. What loads later, on
 * demand, is not what the entry costs.
 */
export async function entrySize(file: string): Promise<number> {
  // What the bundler has to say of our code stopped the build already; the rest are remarks on dependencies.
  const bundle = await rollup({ input: file, plugins: [resolve({ browser: true })], logLevel: 'silent' });
  const { output } = await bundle.generate({
    format: 'es',
    plugins: [lower(['es2020', 'chrome88'])],
    inlineDynamicImports: false,
  });
  const chunks = new Map(output.flatMap((part) => (part.type === 'chunk' ? [[part.fileName, part] as const] : [])));
  const bytes = atOnce(output[0], chunks).reduce((sum, { code }) => sum + gzipSync(code).length, 0);
  return Math.round(bytes / 100) / 10;
}

/** An entry with what it imports, and what that imports. */
function atOnce(entry: OutputChunk, chunks: ReadonlyMap<string, OutputChunk>): readonly OutputChunk[] {
  const found = new Set([entry]);
  // A set hands on what is added to it while it is gone through.
  for (const { imports } of found) {
    for (const name of imports) {
      const chunk = chunks.get(name);
      if (chunk !== undefined) found.add(chunk);
    }
  }
  return [...found];
}
