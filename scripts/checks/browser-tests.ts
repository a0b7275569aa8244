// Tests of elements, in a real browser.

import { broken, type Check } from './check.ts';
import { chosen } from './node-tests.ts';
import { run } from '../workspace.ts';

export const browser: Check = {
  name: 'browser',
  about: 'element tests in a real browser',
  run: async (files) => {
    const tests = chosen('tests/**/*.browser.test.ts', files);
    if (tests.length === 0) return { passed: 0, failed: 0, report: '' };
    const { code, output } = await run('web-test-runner', ['--files', ...tests]);
    const counts = /^tests: (\d+) passed, (\d+) failed$/m.exec(output);
    if (counts === null) return broken(output);
    const [passed, failed] = [Number(counts[1]), Number(counts[2])];
    if (code === 0 && failed === 0) return { passed, failed, report: '' };
    return { passed, failed: Math.max(failed, 1), report: output };
  },
};
