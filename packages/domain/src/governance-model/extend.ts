import { parseModel, type ParsedModel } from './check.ts';
import type { GovernanceModel } from './model.ts';

/**
 * What a variant changes. Objects are merged by key; lists of things with an `id` by that id, new ones at the end, and
 * a thing's fields one by one; any other value takes the place of the old one whole. `null` removes a field.
 */
export type ModelChanges = { readonly [key: string]: unknown };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Identified = { readonly id: string } & Readonly<Record<string, unknown>>;

const isIdentified = (value: unknown): value is Identified => isRecord(value) && typeof value['id'] === 'string';

const areIdentified = (value: unknown): value is readonly Identified[] =>
  Array.isArray(value) && value.every(isIdentified);

const withoutNulls = (record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));

/** In a list of changes, `{ id, remove: true }` takes the thing of that id away. */
function mergeLists(base: readonly Identified[], changes: readonly Identified[]): unknown {
  const byId = new Map(changes.map((change) => [change.id, change]));
  const known = new Set(base.map(({ id }) => id));
  const kept = base.flatMap((item) => {
    const change = byId.get(item.id);
    return change?.['remove'] === true ? [] : [withoutNulls({ ...item, ...change })];
  });
  return [...kept, ...changes.filter(({ id, remove }) => !known.has(id) && remove !== true)];
}

const mergeRecords = (base: Readonly<Record<string, unknown>>, changes: ModelChanges): unknown =>
  withoutNulls({
    ...base,
    ...Object.fromEntries(Object.entries(changes).map(([key, change]) => [key, merge(base[key], change)])),
  });

function merge(base: unknown, change: unknown): unknown {
  if (areIdentified(base) && areIdentified(change)) return mergeLists(base, change);
  if (isRecord(base) && isRecord(change)) return mergeRecords(base, change);
  return change;
}

/** Makes a variant of a model (one community, one policy). The variant is checked like any model. */
export const extendModel = (base: GovernanceModel, changes: ModelChanges): ParsedModel =>
  parseModel(merge(base, changes));
