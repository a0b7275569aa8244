// What the compiler cannot see: promises let go, the floor of browsers, what a pure package may not touch.

import compat from 'eslint-plugin-compat';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const pure = ['packages/domain/src/**/*.ts', 'packages/models/src/**/*.ts'];
const elements = ['packages/components/src/**/*.ts'];
const server = ['packages/server/src/**/*.ts'];
const shipped = ['packages/*/src/**/*.ts'];

/** What makes two runs of the same rule differ, or ties it to one place where it can run. */
const impureGlobals = [
  'console',
  'crypto',
  'document',
  'fetch',
  'globalThis',
  'localStorage',
  'location',
  'navigator',
  'performance',
  'process',
  'queueMicrotask',
  'requestAnimationFrame',
  'setInterval',
  'setTimeout',
  'window',
].map((name) => ({ name, message: 'The domain and the models are pure: take it as an argument or a fact.' }));

const impureProperties = [
  { object: 'Date', property: 'now', message: 'The instant comes with the command or as an argument.' },
  { object: 'Math', property: 'random', message: 'Ids and seeds come from outside.' },
];

const impureSyntax = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The instant comes with the command or as an argument.',
  },
  { selector: "CallExpression[callee.name='Date']", message: 'The instant comes with the command or as an argument.' },
  {
    selector:
      'CallExpression[callee.property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)$|^getTimezoneOffset$/]',
    message: "This reads the machine's own time zone: use the UTC method and the district's zone.",
  },
  {
    selector:
      'CallExpression[callee.property.name=/^toLocale(Date|Time)?String$|^toLocale(Upper|Lower)Case$|^localeCompare$/]',
    message: "This depends on the machine's language: compare code points, and leave texts to the edge.",
  },
];

/** Newer than Chromium 88 where the compiler's library and the compat plugin do not see it. */
const abovefloor = [
  {
    selector:
      'TemplateElement[value.raw=/:has\\(|:state\\(|:modal\\b|:dir\\(|:user-(in)?valid|:popover-open|color-mix\\(|light-dark\\(|@container|@layer|@starting-style|\\d(d|s|l)v[hw]\\b|accent-color:|subgrid|overflow(-[xy])?: *clip|^\\s*(translate|rotate|scale):|[^-]inset-area/m]',
    message: 'Newer than Chromium 88, the floor of browsers.',
  },
  {
    selector: 'TemplateElement[value.raw=/ (popover|inert)[= >]/]',
    message: 'Newer than Chromium 88, the floor of browsers.',
  },
];

/** A mark between Chinese characters is a Chinese mark; the mark of a pattern or of code stands beside none. */
const halfWidth = ['Literal[value=', 'TemplateElement[value.raw='].flatMap((node) =>
  ['/[\\u4e00-\\u9fff”）][,:;?!(]/', '/[,:;?!)][\\u4e00-\\u9fff“（]/'].map((marks) => ({
    selector: `${node}${marks}]`,
    message: 'Chinese texts have Chinese punctuation, in full width: ，：；？！（）.',
  })),
);

/** Lit's styleMap writes the attribute on its first drawing, so it is no way around. */
const inlineStyle = [
  {
    selector: 'TemplateElement[value.raw=/ style="?([^"]|$)/]',
    message:
      'A strict content security policy refuses style attributes: use a class, or set element.style from script.',
  },
];

const unsafe = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: 'Text becomes markup only through Lit templates.',
  },
];

export default tseslint.config(
  {
    ignores: ['**/dist/**', '**/node_modules/**', 'storybook-static/**', 'docs/api/**', '.cache/**', 'coverage/**'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    // One program for all: with one of each package, what they share is worked out five times.
    languageOptions: { parserOptions: { project: './tsconfig.lint.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/unified-signatures': 'off',
      // Spreading a text into its code points is meant: names and codes are read that way, and none holds emoji.
      '@typescript-eslint/no-misused-spread': 'off',
      // The compiler refuses enums of ours (`erasableSyntaxOnly`), and this looks at every expression for one.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', ...unsafe],
    },
  },
  {
    files: shipped,
    // What runs on Node alone has Node's floor, which the types of Node know.
    ignores: server,
    ...compat.configs['flat/recommended'],
    settings: { lintAllEsApis: true },
  },
  {
    files: shipped,
    rules: { 'no-console': 'error', 'no-restricted-syntax': ['error', ...unsafe, ...inlineStyle, ...abovefloor] },
  },
  { files: server, rules: { 'no-restricted-syntax': ['error', ...unsafe, ...inlineStyle] } },
  {
    files: pure,
    ignores: ['packages/*/src/testing/**'],
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-properties': ['error', ...impureProperties],
      'no-restricted-syntax': ['error', ...unsafe, ...abovefloor, ...impureSyntax],
    },
  },
  {
    files: ['**/*.texts.ts'],
    rules: { 'no-restricted-syntax': ['error', ...unsafe, ...inlineStyle, ...abovefloor, ...halfWidth] },
  },
  {
    files: ['packages/models/src/*/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...unsafe, ...abovefloor, ...impureSyntax, ...halfWidth] },
  },
  { files: elements, ...lit['flat/all'] },
  { files: elements, ...wc['flat/best-practice'] },
  {
    files: elements,
    rules: {
      // Rows and callbacks of rows are written where they are drawn.
      'lit/no-template-arrow': 'off',
      'lit/no-template-map': 'off',
      // A query by an id or a key has no fixed selector.
      'lit/prefer-query-decorators': 'off',
      // LitElement always has them.
      'wc/guard-super-call': 'off',
    },
  },
  {
    files: ['tests/**/*.ts', 'stories/**/*.ts'],
    rules: {
      // `test(...)` and `describe(...)` of node:test answer with promises that the runner itself awaits.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              name: ['it', 'test', 'describe', 'suite', 'before', 'after', 'beforeEach', 'afterEach'],
              package: 'node:test',
            },
            // The types say a promise for every `to.equal(...)`; only a comparison of markup answers with one.
            { from: 'package', name: 'Equal', package: 'chai' },
          ],
        },
      ],
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
