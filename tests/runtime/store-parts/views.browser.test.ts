import { assert } from '@open-wc/testing';
import { indexedDbStore, wipeIndexedDbStore } from '@keting/runtime';
import { viewContract } from './view-contract.ts';

const name = `keting-views-${Date.now().toString(36)}`;

describe('in a browser', () => {
  after(() => wipeIndexedDbStore(name));
  viewContract('IndexedDB', (views) => indexedDbStore({ name, views }), { describe, it, assert });
});
