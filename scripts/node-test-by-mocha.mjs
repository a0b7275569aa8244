// Loaded before the tests that Stryker runs: what they import as `node:test` is Mocha then. Stryker runs Mocha a thousand times
// in one process, a mutant each, where `node --test` would start a process for every file of every mutant.

import * as fc from 'fast-check';
import { registerHooks } from 'node:module';

// A law is looked at for a moment only: a mutant that it could notice is mostly noticed at once, and there are thousands.
fc.configureGlobal({ interruptAfterTimeLimit: 100, markInterruptAsFailure: false });

const stand = `
  export const test = (name, body) => it(name, () => body());
  const group = (name, body) => globalThis.describe(name, () => body());
  export { group as suite, group as describe };
`;
const url = `data:text/javascript,${encodeURIComponent(stand)}`;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'node:test' ? { url, format: 'module', shortCircuit: true } : next(specifier, context),
});
