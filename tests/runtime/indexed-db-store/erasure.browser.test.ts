import { assert } from '@open-wc/testing';
import { erasureContract } from '../../support/erasure-contract.ts';
import { openFresh, wipeAll } from './stores.ts';

describe('in a browser', () => {
  afterEach(wipeAll);
  erasureContract('IndexedDB', openFresh, { describe, it, assert });
});
