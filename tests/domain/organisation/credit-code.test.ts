import assert from 'node:assert/strict';
import { test } from 'node:test';
import { creditCheck, isCreditCodeSound } from '@keting/domain';
import * as fc from 'fast-check';
import { runs } from '../../support/runs.ts';

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const body = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...alphabet), minLength: 2, maxLength: 2 }),
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 6, maxLength: 6 }),
    fc.string({ unit: fc.constantFrom(...alphabet), minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.join(''));

test('[ORG-01] the check character is that of GB 32100-2015', () => {
  // The example of the standard's annex.
  assert.equal(creditCheck('91350100M000100Y4'), '3');
  assert.ok(isCreditCodeSound('91350100M000100Y43'));
});

test('[ORG-01] a code with one wrong character is not sound', () => {
  fc.assert(
    fc.property(body, fc.nat(16), fc.constantFrom(...alphabet), (text, at, other) => {
      const code = text + creditCheck(text);
      assert.ok(isCreditCodeSound(code));
      const wrong = code.slice(0, at) + other + code.slice(at + 1);
      assert.equal(isCreditCodeSound(wrong), wrong === code);
    }),
    { numRuns: runs() },
  );
});
