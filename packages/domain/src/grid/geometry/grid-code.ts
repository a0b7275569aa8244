/**
 * Codes of grids: GB/T 47678.3 gives a basic grid fifteen characters, the twelve of its community's division code and three
 * of its own. A micro-grid is its basic grid's code and two digits; its number counts from 01. Territory is therefore a
 * prefix of a code.
 */
const BASIC = /^[0-9A-Z]{15}$/;
const MICRO = /^[0-9A-Z]{15}[0-9]{2}$/;

/** Whether a text is a code of a basic (or dedicated) grid. */
export const isBasicGridCode = (code: string): boolean => BASIC.test(code);

/** Whether a text is a code of a micro-grid (or functional micro-grid). */
export const isMicroGridCode = (code: string): boolean => MICRO.test(code) && !code.endsWith('00');

/** Whether a text is a code of any grid. */
export const isGridCode = (code: string): boolean => isBasicGridCode(code) || isMicroGridCode(code);

/** Division code of the community that a grid code begins with. */
export const communityOfGridCode = (code: string): string => code.slice(0, 12);

/** Code of the basic grid that a micro-grid code begins with. */
export const basicGridOfCode = (code: string): string => code.slice(0, 15);

/** What a person calls a micro-grid: the 7 of `33100400100400107`; undefined for a basic grid. */
export const microGridNumber = (code: string): number | undefined =>
  isMicroGridCode(code) ? Number(code.slice(15)) : undefined;
