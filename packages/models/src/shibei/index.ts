/**
 * The governance model of Shibei.
 *
 * @packageDocumentation
 */

export { shibei } from './model.ts';
