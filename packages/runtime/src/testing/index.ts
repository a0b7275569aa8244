/**
 * What proves an adapter: the contract of a store as tests that any runner can run.
 *
 * @packageDocumentation
 */
export { storeContract, type OpenStore } from './store-contract.ts';
export { contractViews } from './samples.ts';
export type { Choose, TestKit } from './kit.ts';
