import * as z from 'zod/mini';
import type { EventSpec } from '../kernel/decider.ts';
import type { UnitFact } from '../kernel/facts.ts';
import { fileId } from '../kernel/ids.ts';

/** Files that show what was done: 1 to 20. Each becomes its stream's own. */
export const evidence = z.array(fileId).check(z.minLength(1), z.maxLength(20));

/** A short text: 1 to 200 characters. It is sealed. */
export const title = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));

/** Words that say what, how or why: 1 to 1,000 characters. They are sealed. */
export const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(1000));

/** A calendar year. */
export const year = z.int().check(z.minimum(1990), z.maximum(2200));

/** An event whose shape has not changed yet. */
export const first = (schema: EventSpec['schema']): EventSpec => ({ v: 1, schema });

/** The territory that a unit is known by: the first of those it answers for; its own id where it has none. */
export const placeOf = ({ id, territories }: UnitFact): string => territories[0] ?? id;

/** The year of a civil date. */
export const yearOf = (date: string): number => Number(date.slice(0, 4));

/** What stands under a key of a record, and never what every object has by birth, as `constructor`. */
export const own = <Value>(of: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.prototype.hasOwnProperty.call(of, key) ? of[key] : undefined;
