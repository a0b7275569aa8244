/**
 * The governance model of Chengcheng.
 *
 * @packageDocumentation
 */

export { chengcheng } from './model.ts';
