// A Rollup plugin: the page around a bundle, with a Chinese font for machines that have none.

import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'rollup';
import { root } from './workspace.ts';

const fonts = join(root, 'node_modules/@fontsource-variable/noto-sans-sc');

/** Emits `index.html` and the pictures of `folder`, the style sheets of its `src`, and the font under `fonts/` (a browser loads the slices it needs). */
export function page(folder: string): Plugin {
  return {
    name: 'page',
    generateBundle() {
      const emit = (fileName: string, path: string): void => {
        this.emitFile({ type: 'asset', fileName, source: readFileSync(path) });
      };
      emit('index.html', join(folder, 'index.html'));
      for (const picture of globSync(join(folder, '*.svg'))) emit(basename(picture), picture);
      for (const sheet of globSync(join(folder, 'src/*.css'))) emit(basename(sheet), sheet);
      emit('fonts/noto-sans-sc.css', join(fonts, 'wght.css'));
      emit('fonts/LICENSE', join(fonts, 'LICENSE'));
      for (const slice of globSync(join(fonts, 'files/*-wght-normal.woff2')))
        emit(`fonts/files/${basename(slice)}`, slice);
    },
  };
}
