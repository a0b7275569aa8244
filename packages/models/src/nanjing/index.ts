/**
 * The governance model of Nanjing.
 *
 * @packageDocumentation
 */

export { nanjing } from './model.ts';
