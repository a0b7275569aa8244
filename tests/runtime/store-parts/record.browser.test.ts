import { assert } from '@open-wc/testing';
import { recordContract } from '../../support/record-contract.ts';
import { openFresh, wipeAll } from '../indexed-db-store/stores.ts';

describe('in a browser', () => {
  afterEach(wipeAll);
  recordContract('IndexedDB', openFresh, { describe, it, assert });
});
