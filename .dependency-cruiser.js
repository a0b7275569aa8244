// Who may import whom. Floors go down only; contexts of the domain meet only in `processes/`.

const floor = (name, below) => ({
  name: `floor-${name}`,
  comment: `${name} stands on ${below.join(', ') || 'nothing'} alone.`,
  severity: 'error',
  from: { path: `^packages/${name}/src` },
  to: {
    path: '^packages/',
    pathNot: ['/node_modules/', ...[name, ...below].map((each) => `^packages/${each}/(src|dist)`)],
  },
});

/** What runs on servers alone may use what Node itself has. */
const outside = (name, allowed, ownKinds = []) => ({
  name: `outside-${name}`,
  comment: `Of other people's packages, ${name} may use ${allowed.join(', ') || 'none'}.`,
  severity: 'error',
  from: { path: `^packages/${name}/src` },
  to: {
    dependencyTypesNot: ['local', 'localmodule', 'aliased-workspace', 'aliased', ...ownKinds],
    // npm puts a package at the top or, where versions differ, in the folder of the one that asks for it.
    pathNot: ['^packages/[^/]+/(src|dist)/', '^\\.', ...allowed.map((each) => `(^|/)${each}(/|$)`)],
  },
});

const context = '(access|case|cobuilding|deliberation|grid|organisation|people|points|volunteering)';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    floor('domain', []),
    floor('models', ['domain']),
    floor('runtime', ['domain']),
    floor('components', ['runtime', 'domain']),
    floor('server', ['runtime', 'domain', 'models']),
    outside('domain', ['zod', 'immer', '@noble/hashes', 'gcoord']),
    outside('models', ['zod']),
    outside('runtime', ['zod', 'immer', '@noble/hashes', 'idb', 'eventsource-parser']),
    outside('components', [
      'lit',
      'lit-html',
      'lit-element',
      '@lit/reactive-element',
      '@lit/context',
      'zod',
      'flatbush',
    ]),
    outside(
      'server',
      [
        '@electric-sql/pglite',
        '@hono/node-server',
        'aws4fetch',
        'chinese-days',
        'hono',
        'jose',
        'pg',
        'pino',
        'prom-client',
        'rate-limiter-flexible',
        'swagger-ui-dist',
        'zod',
      ],
      ['core'],
    ),
    {
      name: 'models-in-the-program',
      comment: 'The server serves any model: only the program that is started, and its configuration, know of some.',
      severity: 'error',
      from: { path: '^packages/server/src', pathNot: '^packages/server/src/(running/|keting-server\\.ts)' },
      to: { path: '^packages/models/' },
    },
    {
      name: 'contexts-apart',
      comment: 'A context imports the kernel and the governance model, never another context.',
      severity: 'error',
      from: { path: `^packages/domain/src/${context}/` },
      to: { path: '^packages/domain/src/', pathNot: '^packages/domain/src/($1|kernel|governance-model)/' },
    },
    {
      name: 'kernel-lowest',
      comment:
        'The kernel is the contract that everyone signs. It speaks of the governance model in types, and runs nothing of it.',
      severity: 'error',
      from: { path: '^packages/domain/src/kernel/' },
      to: { path: '^packages/domain/src/', pathNot: '^packages/domain/src/(kernel|governance-model)/' },
    },
    {
      name: 'kernel-runs-alone',
      severity: 'error',
      from: { path: '^packages/domain/src/kernel/' },
      to: { path: '^packages/domain/src/governance-model/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'governance-model-low',
      comment: 'The governance model knows the kernel only.',
      severity: 'error',
      from: { path: '^packages/domain/src/governance-model/' },
      to: { path: '^packages/domain/src/', pathNot: '^packages/domain/src/(governance-model|kernel)/' },
    },
    {
      name: 'testing-apart',
      comment: 'Test helpers have an entry of their own and stay out of what ships to a page.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: '^packages/[^/]+/src/testing/' },
      to: { path: '^packages/[^/]+/src/testing/' },
    },
    {
      name: 'packages-know-no-outsiders',
      comment: 'What ships imports neither tests nor stories, examples, scripts or benches.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(tests|stories|examples|scripts|bench)/' },
    },
    {
      name: 'packages-by-name',
      comment: 'One package reaches another through its public entries only.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/src' },
      to: { path: '^packages/', pathNot: '^packages/$1/', dependencyTypes: ['local'] },
    },
    {
      name: 'examples-as-customers',
      comment: 'An example imports packages by their public entries, as any customer would.',
      severity: 'error',
      from: { path: '^examples/' },
      to: { path: '^packages/', dependencyTypes: ['local'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: '^packages/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['/dist/', 'storybook-static'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['keting-source', 'import', 'module', 'browser', 'types', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
