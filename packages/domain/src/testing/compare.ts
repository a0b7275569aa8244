import { canonicalJson } from '../kernel/links.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const equal = (one: unknown, other: unknown): boolean =>
  canonicalJson(one ?? null) === canonicalJson(other ?? null);

/** Whether every field that `expected` names is so in `actual`; fields that it does not name may be anything. */
export function has(actual: unknown, expected: unknown): boolean {
  if (!isFields(actual) || !isFields(expected)) return equal(actual, expected);
  return Object.entries(expected).every(([field, value]) => has(actual[field], value));
}

export const show = (value: unknown): string => JSON.stringify(value, null, 2);
