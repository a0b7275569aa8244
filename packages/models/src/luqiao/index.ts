/**
 * The governance model of Luqiao District, Taizhou.
 *
 * @packageDocumentation
 */

export { luqiao } from './model.ts';
