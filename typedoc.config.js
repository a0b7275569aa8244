// The reference of all public names: `npm run docs`, into docs/api.

import { OptionDefaults } from 'typedoc';

/** Tags of the elements' manuals, which the custom elements manifest reads. */
const elementTags = ['@attr', '@cssprop', '@csspart', '@cssstate', '@fires', '@slot'];

/** @type {Partial<import('typedoc').TypeDocOptions>} */
export default {
  name: 'Keting 客厅',
  entryPointStrategy: 'packages',
  entryPoints: ['packages/domain', 'packages/models', 'packages/runtime', 'packages/components', 'packages/server'],
  out: 'docs/api',
  readme: 'none',
  includeVersion: true,
  hideGenerator: true,
  disableSources: true,
  treatValidationWarningsAsErrors: true,
  validation: {
    // Packages are looked at one by one, see below; merged, comments that an element inherits from Lit lead nowhere.
    invalidLink: false,
  },
  packageOptions: {
    disableSources: true,
    excludeInternal: true,
    excludePrivate: true,
    excludeExternals: true,
    // The check `types` looks for mistakes in the code; this one looks at its comments.
    skipErrorChecking: true,
    blockTags: [...OptionDefaults.blockTags, ...elementTags],
    // A type that is read off a schema has its comment at the schema.
    requiredToBeDocumented: ['Class', 'Function', 'Interface', 'Variable'],
    validation: { notExported: true, invalidLink: true, notDocumented: true },
  },
};
