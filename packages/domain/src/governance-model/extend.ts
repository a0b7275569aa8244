import * as z from 'zod/mini';
import { parseModel, type ParsedModel } from './check.ts';
import { governanceModel, share, type GovernanceModel } from './model.ts';

/**
 * What a variant changes, written as the model is and naming only what changes. What is not named stays:
 *
 * - an object is changed key by key, and `null` takes a key away;
 * - in a list of things with an `id`, the thing of that id is changed key by key in its place, a new one comes at the end, and
 *   `{ id, remove: true }` takes one away;
 * - everything else is one value and takes the place of the old one whole: texts, numbers, lists of things without an `id`, and
 *   what may have one of several forms or means something only as a whole: an allowance (`{ hours }` or `{ workingDays }`),
 *   seats, a turn, a body that meets, a share.
 */
export type ModelChanges = { readonly [key: string]: unknown };

type Schema = z.core.$ZodType;
type Fields = Readonly<Record<string, unknown>>;
type Identified = Fields & { readonly id: string };

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const areIdentified = (value: unknown): value is readonly Identified[] =>
  Array.isArray(value) && value.every((item) => isRecord(item) && typeof item['id'] === 'string');

const present = (schema: Schema | undefined): Schema | undefined =>
  schema instanceof z.ZodMiniOptional ? schema._zod.def.innerType : schema;

/** What the model's schema says of one key; of a thing that has several forms, the first form that knows the key. */
function schemaOf(schema: Schema | undefined, key: string): Schema | undefined {
  if (schema instanceof z.ZodMiniObject) return present(new Map(Object.entries(schema.shape)).get(key));
  if (schema instanceof z.ZodMiniRecord) return schema._zod.def.valueType;
  if (!(schema instanceof z.core.$ZodUnion)) return undefined;
  return schema._zod.def.options.map((form) => schemaOf(form, key)).find((found) => found !== undefined);
}

/** Whether a schema is that of an object whose keys have meanings of their own. */
const hasParts = (schema: Schema | undefined): boolean =>
  schema !== share && (schema instanceof z.ZodMiniObject || schema instanceof z.ZodMiniRecord);

const withoutNulls = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

const mergeFields = (schema: Schema | undefined, base: Fields, changes: Fields): Fields =>
  withoutNulls({
    ...base,
    ...Object.fromEntries(
      Object.entries(changes).map(([key, change]) => [key, merge(schemaOf(schema, key), base[key], change)]),
    ),
  });

/** A thing after all that is said of it, in turn; what is taken away may be stated anew. */
const mergeThing = (schema: Schema, base: Identified, changes: readonly Identified[]): readonly Fields[] =>
  changes.reduce<readonly Fields[]>(
    ([at = {}], change) => (change['remove'] === true ? [] : [mergeFields(schema, at, change)]),
    [base],
  );

function mergeThings(schema: Schema, base: readonly Identified[], changes: readonly Identified[]): readonly Fields[] {
  const known = new Set(base.map(({ id }) => id));
  const added = changes.filter(({ id, remove }) => !known.has(id) && remove !== true);
  const kept = base.flatMap((thing) =>
    mergeThing(
      schema,
      thing,
      changes.filter(({ id }) => id === thing.id),
    ),
  );
  return [...kept, ...added.map((thing) => mergeFields(schema, {}, thing))];
}

function merge(schema: Schema | undefined, base: unknown, change: unknown): unknown {
  if (schema instanceof z.ZodMiniArray && areIdentified(base) && areIdentified(change)) {
    return mergeThings(schema._zod.def.element, base, change);
  }
  if (hasParts(schema) && isRecord(change)) return mergeFields(schema, isRecord(base) ? base : {}, change);
  return change;
}

/** Makes a variant of a model (one community, one policy). The variant is checked like any model. */
export const extendModel = (base: GovernanceModel, changes: ModelChanges): ParsedModel =>
  parseModel(merge(governanceModel, base, changes));
