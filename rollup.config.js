// Each package from `src` to `dist`: ES modules one to one with their sources, so that a bundler takes only what it needs, and
// their declarations. Then the example portal, as a vendor would bundle it. `npm run build`.

import resolve from '@rollup/plugin-node-resolve';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'rollup-plugin-esbuild';
import { declarations } from './scripts/declarations.ts';
import { lower } from './scripts/lower.ts';
import { page } from './scripts/page.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const floor = ['es2020', 'chrome88'];
/** What runs on servers alone has the floor of Node. */
const floors = { server: ['node20'] };

const isForeign = (id) => id.includes('node_modules');

/** A warning of the bundler is a mistake of ours; a dependency's comments and circles are its own. */
const strict = (warning) => {
  const places = [warning.id, ...(warning.ids ?? [])].filter((id) => id !== undefined);
  if (places.length > 0 && places.every(isForeign)) return;
  throw new Error(warning.message);
};

/** Empties the folder just before it is written: what stood there stays until there is something to take its place. */
const emptied = {
  name: 'emptied',
  generateBundle: ({ dir }) => rmSync(dir, { recursive: true, force: true }),
};

/** The sources that a package's `exports` map and its programs name, and those of its threads, by the name of what is built from them. */
function entriesOf(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const sources = Object.values(manifest.exports).flatMap((target) => target['keting-source'] ?? []);
  const programs = Object.values(manifest.bin ?? {}).map((file) => file.replace('dist/', 'src/').replace(/js$/, 'ts'));
  const threads = globSync('src/**/*.worker.ts', { cwd: folder });
  const files = [...sources, ...programs, ...threads].flatMap((pattern) => globSync(pattern, { cwd: folder }));
  return Object.fromEntries(
    files.map((file) => [relative('src', file).split(sep).join('/').replace(/\.ts$/, ''), join(folder, file)]),
  );
}

/** Everything imported by a package's name stays an import. */
const byName = (id) => !id.startsWith('.') && !id.startsWith('/');

function packageConfig(name) {
  const folder = join(root, 'packages', name);
  const tsconfig = join(folder, 'tsconfig.json');
  return {
    input: entriesOf(folder),
    external: byName,
    onwarn: strict,
    plugins: [
      resolve({ extensions: ['.ts'] }),
      esbuild({ target: floors[name] ?? floor, tsconfig }),
      declarations(tsconfig, join(folder, 'src')),
      emptied,
    ],
    output: {
      dir: join(folder, 'dist'),
      format: 'es',
      preserveModules: true,
      preserveModulesRoot: join(folder, 'src'),
      sourcemap: true,
    },
  };
}

/** The portal, made of the packages as they are built, with every dependency in and nothing newer than the floor. */
const portal = {
  input: { main: join(root, 'examples/portal/src/main.ts') },
  onwarn: strict,
  plugins: [
    resolve({ browser: true, extensions: ['.js', '.ts'] }),
    esbuild({ target: floor, tsconfig: join(root, 'tsconfig.json') }),
    lower(floor),
    page(join(root, 'examples/portal')),
    emptied,
  ],
  output: {
    dir: join(root, 'examples/portal/dist'),
    format: 'es',
    sourcemap: true,
    chunkFileNames: '[name]-[hash].js',
  },
};

export default [...['domain', 'models', 'runtime', 'components', 'server'].map(packageConfig), portal];
