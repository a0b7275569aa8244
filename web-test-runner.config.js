// Element tests in a real browser: `npm test -- browser [files]`.

import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { fileURLToPath } from 'node:url';
import { chooseBrowser } from './scripts/browser.ts';
import { countReporter } from './scripts/count-reporter.ts';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: ['tests/**/*.browser.test.ts'],
  nodeResolve: { exportConditions: ['keting-source', 'browser', 'development'] },
  concurrency: 2,
  plugins: [
    esbuildPlugin({ ts: true, json: true, target: 'es2020', tsconfig: here('./packages/components/tsconfig.json') }),
  ],
  browsers: [playwrightLauncher({ launchOptions: await chooseBrowser() })],
  filterBrowserLogs: (log) => !log.args.some((arg) => String(arg).startsWith('Lit is in dev mode')),
  reporters: [defaultReporter({ reportTestProgress: false }), countReporter()],
  testFramework: { config: { ui: 'bdd', timeout: 10_000 } },
  testRunnerHtml: (framework) => `<!doctype html>
<html lang="zh-Hans">
  <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
  <body><script>window.process = { env: { NODE_ENV: 'development' } };</script><script type="module" src="${framework}"></script></body>
</html>`,
};
