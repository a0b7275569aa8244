/**
 * Keting's models: how real places work, as data, each from a published account.
 *
 * @packageDocumentation
 */

export { luqiao } from './luqiao/model.ts';
export * from './sample/divisions.ts';
