import { assert } from '@open-wc/testing';
import { memoryStore } from '@keting/runtime';
import { storeContract, type TestKit } from '@keting/runtime/testing';
import fc from 'fast-check';
import { wholes } from '../../support/by-bounds.ts';

const kit: TestKit = {
  describe,
  it,
  assert,
  forAll: (property) =>
    fc.assert(
      fc.asyncProperty(fc.gen(), (choose) => property((min, max) => choose(wholes(min, max)))),
      { numRuns: 50 },
    ),
};

storeContract('memoryStore in a browser', (views) => Promise.resolve(memoryStore({ views })), kit);
