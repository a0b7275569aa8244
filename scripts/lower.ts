// A Rollup plugin: what a page loads, made small and spoken in a language that old browsers know.

import { transform } from 'esbuild';
import type { Plugin } from 'rollup';

/**
 * Minifies whole chunks and lowers their syntax to `target`, dependencies included: a package of the registry is as new as its
 * author pleased.
 */
export function lower(target: readonly string[]): Plugin {
  return {
    name: 'lower',
    async renderChunk(code) {
      const { code: lowered, map } = await transform(code, {
        target: [...target],
        format: 'esm',
        minify: true,
        sourcemap: 'external',
        legalComments: 'none',
        define: { 'process.env.NODE_ENV': '"production"' },
      });
      return { code: lowered, map };
    },
  };
}
