// A reporter of the browser tests that says how many there were, for `npm test` to add up.

import type { Reporter, TestSession, TestSuiteResult } from '@web/test-runner';

/** Writes `tests: 12 passed, 0 failed` as the last line. A file that could not run counts as one failure. */
export function countReporter(): Reporter {
  return {
    stop({ sessions }) {
      const outcomes = [...sessions].flatMap(outcomesOf);
      const failed = outcomes.filter((passed) => !passed).length;
      console.log(`\ntests: ${outcomes.length - failed} passed, ${failed} failed`);
    },
  };
}

function outcomesOf({ testResults, errors, passed }: TestSession): readonly boolean[] {
  const tests = testResults ? outcomesIn(testResults) : [];
  const brokenFile = errors.length > 0 || (passed === false && tests.every((each) => each));
  return brokenFile ? [...tests, false] : tests;
}

function outcomesIn({ suites, tests }: TestSuiteResult): readonly boolean[] {
  const own = tests.filter(({ skipped }) => !skipped).map(({ passed }) => passed);
  return [...own, ...suites.flatMap(outcomesIn)];
}
