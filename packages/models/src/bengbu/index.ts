/**
 * The governance model of Bengbu.
 *
 * @packageDocumentation
 */

export { bengbu } from './model.ts';
