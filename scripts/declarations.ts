// A Rollup plugin: the type declarations of a package, file by file as its modules are, so that names, doc comments and
// `declare global` stay where they were written.

import { dirname, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'rollup';
import ts from 'typescript';

/** Emits a declaration file, and its map, for every source of the project of `tsconfig`, laid out as under `sourceRoot`. */
export function declarations(tsconfig: string, sourceRoot: string): Plugin {
  return {
    name: 'declarations',
    generateBundle({ dir }) {
      const program = programOf(tsconfig, sourceRoot, resolve(dir ?? 'dist'));
      const { diagnostics } = program.emit(
        undefined,
        (file, text) => {
          const fileName = relative(resolve(dir ?? 'dist'), file)
            .split(sep)
            .join('/');
          // Sources of other packages take part in the program, but their declarations are their own packages' business.
          if (!fileName.startsWith('..')) this.emitFile({ type: 'asset', fileName, source: text });
        },
        undefined,
        true,
        { afterDeclarations: [builtSpecifiers] },
      );
      for (const { messageText } of diagnostics) this.error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  };
}

function programOf(tsconfig: string, rootDir: string, outDir: string): ts.Program {
  const { config } = ts.readConfigFile(tsconfig, (path) => ts.sys.readFile(path)) as { config: unknown };
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(tsconfig));
  return ts.createProgram(fileNames, {
    ...options,
    rootDir,
    outDir,
    noEmit: false,
    declaration: true,
    declarationMap: true,
    emitDeclarationOnly: true,
  });
}

/** Sources import `./name.ts`; what is built is called `./name.js`. */
const builtSpecifiers: ts.TransformerFactory<ts.SourceFile | ts.Bundle> = (context) => (file) => {
  const visit = (node: ts.Node): ts.Node =>
    ts.isStringLiteral(node) && isSpecifier(node.parent)
      ? context.factory.createStringLiteral(node.text.replace(/^(\..*)\.ts$/, '$1.js'), true)
      : ts.visitEachChild(node, visit, context);
  return ts.visitEachChild(file, visit, context);
};

function isSpecifier(parent: ts.Node | undefined): boolean {
  if (parent === undefined) return false;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return true;
  return ts.isLiteralTypeNode(parent) && ts.isImportTypeNode(parent.parent);
}
