// A Rollup plugin: the type declarations of a package, file by file as its modules are, so that names, doc comments and
// `declare global` stay where they were written.

import { globSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import type { Plugin } from 'rollup';
import ts from 'typescript';
import { compile } from './native-compiler.ts';

/** Emits a declaration file, and its map, for every source of the project of `tsconfig`, laid out as under `sourceRoot`. */
export function declarations(tsconfig: string, sourceRoot: string): Plugin {
  return {
    name: 'declarations',
    async generateBundle() {
      const folder = await mkdtemp(join(tmpdir(), 'keting-declarations-'));
      try {
        const { code, output } = await compile(...['--project', tsconfig, '--rootDir', sourceRoot], ...into(folder));
        if (code !== 0) this.error(output);
        for (const file of globSync('**/*.{d.ts,d.ts.map}', { cwd: folder })) {
          const text = await readFile(join(folder, file), 'utf8');
          const source = file.endsWith('.map') ? text : builtSpecifiers(text);
          this.emitFile({ type: 'asset', fileName: file.split(sep).join('/'), source });
        }
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  };
}

/** Nothing but declarations; what is wrong in the sources, the check `types` says. */
function into(folder: string): readonly string[] {
  return [
    ...['--outDir', folder, '--noEmit', 'false', '--noCheck'],
    ...['--declaration', '--declarationMap', '--emitDeclarationOnly'],
  ];
}

/** Sources import `./name.ts`; what is built is called `./name.js`. The length stays, and with it what the map says. */
function builtSpecifiers(text: string): string {
  return ts
    .preProcessFile(text)
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.') && fileName.endsWith('.ts'))
    .reduce((built, { pos, fileName }) => {
      const end = text.indexOf(fileName, pos) + fileName.length;
      return `${built.slice(0, end - 'ts'.length)}js${built.slice(end)}`;
    }, text);
}
