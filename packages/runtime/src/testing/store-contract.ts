import type { View } from '@keting/domain';
import type { Store } from '../ports.ts';
import { commitRules } from './commit-rules.ts';
import type { TestKit } from './kit.ts';
import { queryRules } from './query-rules.ts';
import { recordRules } from './record-rules.ts';
import { rowRules } from './row-rules.ts';

/** Opens an empty store that knows the views. */
export type OpenStore = (views: readonly View[]) => Promise<Store>;

/**
 * What every store promises, as tests: one suite for memory, IndexedDB and PostgreSQL. It needs nothing but the test
 * functions in `kit`, so it runs in Node and in a browser.
 *
 * Beyond the port's own words it fixes the order of rows: missing values first, then false, true, numbers, texts by code
 * unit; ties by key, in the direction of the last ordered column; by key alone where no order is asked for.
 */
export function storeContract(name: string, open: OpenStore, kit: TestKit): void {
  kit.describe(`${name} keeps the contract of a store`, () => {
    commitRules(open, kit);
    recordRules(open, kit);
    rowRules(open, kit);
    queryRules(open, kit);
  });
}
