/**
 * What proves an adapter: the contracts of a store and of a keeper of files, as tests that any runner can run.
 *
 * @packageDocumentation
 */
export { storeContract, type OpenStore } from './store-contract.ts';
export { filesContract, type OpenFiles } from './files-contract.ts';
export { contractViews } from './samples.ts';
export type { Choose, TestKit } from './kit.ts';
