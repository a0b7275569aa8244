import * as z from 'zod/mini';
import { modelKey } from '../kernel/ids.ts';
import { term } from '../kernel/term.ts';
import { gridKind } from './grid-kinds.ts';

const key = modelKey;
const source = z.string().check(z.minLength(1));
const named = { id: key, label: term, source };

/** Patrols: which grids are walked, by whom, how often a day, what is done on the spot. */
export const patrolRules = z.strictObject({
  /** Kinds of grids in which rounds are due. */
  grids: z.array(gridKind).check(z.minLength(1)),
  /** On which days rounds are due. */
  days: z.enum(['every-day', 'working-days']),
  /** How many rounds are due on such a day. */
  rounds: z.int().check(z.minimum(1), z.maximum(24)),
  /** What may be done on the spot. */
  onTheSpot: z.array(z.strictObject(named)).check(z.minLength(1)),
  source,
});
export type PatrolRules = z.infer<typeof patrolRules>;

/** What an occasion asks for: that somebody visits, is there, or reports. */
export const occasionForms = ['visit', 'presence', 'report'] as const;
/** One of the forms of an occasion, by its name; any other name is refused. */
export const occasionForm = z.enum(occasionForms);

/** Occasions on which a visit, a presence or a report is due, and within how many hours by the clock. */
export const occasionRules = z
  .array(
    z.strictObject({
      ...named,
      form: occasionForm,
      withinHours: z.int().check(z.minimum(1), z.maximum(24 * 366)),
    }),
  )
  .check(z.minLength(1));
export type OccasionRule = z.infer<typeof occasionRules>[number];

/** What a grid holds beside its matters, which are its cases. */
export const gridElements = ['person', 'place', 'thing', 'organisation'] as const;
/** One of the elements of a grid, by its name; any other name is refused. */
export const gridElement = z.enum(gridElements);
export type GridElement = z.infer<typeof gridElement>;

/** A category of a national standard, as `GB/T 30428.2-2013 01-01`. */
const standardRef = z.string().check(z.regex(/^GB(\/T|\/Z)? \d+(\.\d+)?-\d{4}( .{1,40})?$/));

/** Kinds of what a grid holds. People are counted by kind; places, things and organisations are registered. */
export const objectRules = z
  .array(z.strictObject({ ...named, element: gridElement, standardRef }))
  .check(z.minLength(1));
export type ObjectRule = z.infer<typeof objectRules>[number];

/** Service points, and how far one walks to them. */
export const servicePointRules = z.strictObject({
  kinds: z.array(z.strictObject(named)).check(z.minLength(1)),
  /** How far a person walks in a minute, in metres. */
  metresPerMinute: z.int().check(z.minimum(20), z.maximum(200)),
  /** How much longer the way is than the straight line: 1 where it is not. */
  detour: z.number().check(z.minimum(1), z.maximum(5)),
  /** The circle in minutes: what lies farther is out of reach. */
  minutes: z.int().check(z.minimum(1), z.maximum(240)),
  source,
});
export type ServicePointRules = z.infer<typeof servicePointRules>;
