import { storeContract, type TestKit } from '@keting/runtime/testing';
import { assert } from '@open-wc/testing';
import fc from 'fast-check';
import { openFresh, wipeAll } from './stores.ts';
import { wholes } from '../../support/by-bounds.ts';

const kit: TestKit = {
  describe,
  it,
  assert,
  forAll: (property) =>
    fc.assert(
      fc.asyncProperty(fc.gen(), (choose) => property((min, max) => choose(wholes(min, max)))),
      // Each run opens a database of its own.
      { numRuns: 30 },
    ),
};

describe('in a browser', () => {
  afterEach(wipeAll);
  storeContract('indexedDbStore', openFresh, kit);
});
