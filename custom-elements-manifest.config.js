// The machine-readable manual of the elements: Storybook's tables, completion in editors, wrappers for other frameworks.

import { posix } from 'node:path';

const { dirname, join } = posix;
const source = /^\/?packages\/components\/src\/(.*)\.ts$/;

/** Editors and frameworks load what is built, so the manifest names that. */
const builtPaths = {
  name: 'built-paths',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      const folder = dirname(module.path);
      relink(module, (path) => (path.startsWith('.') ? join(folder, path) : path).replace(source, 'dist/$1.js'));
    }
  },
};

/** Rewrites every path in `value`: modules name themselves in `path` and one another in `module`. */
function relink(value, built) {
  if (typeof value !== 'object' || value === null) return;
  for (const key of ['path', 'module']) if (typeof value[key] === 'string') value[key] = built(value[key]);
  for (const inner of Object.values(value)) relink(inner, built);
}

/** A manual tells what one may use. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations } of customElementsManifest.modules) {
      for (const declaration of declarations ?? []) {
        declaration.members = declaration.members?.filter(
          ({ name, privacy }) => (privacy ?? 'public') === 'public' && !name.startsWith('#') && !fromLit.has(name),
        );
      }
    }
  },
};

/** What every element of Lit has. */
const fromLit = new Set([
  'styles',
  'formAssociated',
  'shadowRootOptions',
  'render',
  'willUpdate',
  'update',
  'updated',
  'firstUpdated',
]);

export default {
  globs: ['packages/components/src/**/*.ts'],
  exclude: ['**/*.styles.ts', '**/*.texts.ts'],
  outdir: 'packages/components/dist',
  litelement: true,
  packagejson: false,
  plugins: [builtPaths, publicOnly],
};
