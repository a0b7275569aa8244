// What can be seen without running anything.

import { compile } from '../native-compiler.ts';
import { broken, fine, program, together, type Check } from './check.ts';

export const format: Check = {
  name: 'format',
  about: 'Prettier',
  run: () => program('prettier', '--check', '--log-level', 'warn', '.'),
};

/** Each package against its own floor of libraries, then all that stands around them. */
const projects = [
  'packages/domain',
  'packages/models',
  'packages/runtime',
  'packages/components',
  'packages/server',
  '.',
];

export const types: Check = {
  name: 'types',
  about: 'TypeScript, each package against its own libraries',
  run: async () =>
    together(
      await Promise.all(
        projects.map(async (project) => {
          const { code, output } = await compile('--project', project);
          return code === 0 ? fine : broken(output);
        }),
      ),
    ),
};

export const lint: Check = {
  name: 'lint',
  about: 'ESLint, with the floor of browsers and the purity of the domain',
  run: () => program('eslint', '.', '--max-warnings', '0'),
};

const roots = ['packages', 'examples', 'stories', 'tests', 'scripts', 'bench'];

export const rules: Check = {
  name: 'rules',
  about: 'who may import whom',
  run: () => program('depcruise', '--config', '.dependency-cruiser.js', ...roots),
};

export const unused: Check = {
  name: 'unused',
  about: 'knip: files, exports and dependencies that nobody uses',
  run: () => program('knip', '--no-progress', '--treat-config-hints-as-errors'),
};

export const docs: Check = {
  name: 'docs',
  about: 'every public name has its comment, every link leads somewhere',
  // Without what is built, typedoc finds no package's entries and has nothing to say.
  needsBuild: true,
  run: () => program('typedoc', '--emit', 'none'),
};
