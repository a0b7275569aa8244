import { chooseFloorBrowser } from '../browser.ts';
import type { Check } from './check.ts';
import { chosen, runFiles } from './node-tests.ts';

export const floor: Check = {
  name: 'floor',
  about: 'the portal in the oldest browser supported, Chromium 88',
  needsBuild: true,
  run: async (files) => {
    // There is one for Linux on x64 only; elsewhere lint and the compiler watch the floor alone.
    if ((await chooseFloorBrowser()) === undefined) return { passed: 0, failed: 0, report: '' };
    return runFiles(chosen('tests/**/*.floor.test.ts', files));
  },
};
