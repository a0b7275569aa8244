import * as z from 'zod/mini';
import { modelKey } from '../kernel/ids.ts';
import { term } from '../kernel/term.ts';

/** Where a rule comes from: the id of one of the model's `basis`, or `ours` where the account gives no figure. */
const source = z.string().check(z.minLength(1));
/** Whole points, 1 to 100,000: there is no rule that takes any. */
const points = z.int().check(z.minimum(1), z.maximum(100_000));

/**
 * What earns by itself: hours of an activity that were counted, a wish that its wisher confirmed. A rule without an occasion is
 * for what a person awards by hand.
 */
export const earningOccasions = ['activity-hours', 'wish-fulfilled'] as const;
export type EarningOccasion = (typeof earningOccasions)[number];

/** The most that a person is credited in a civil day, and in a calendar year, of the district's time zone. */
const caps = { perDay: z.optional(points), perYear: z.optional(points) };

/** What one deed earns: points each time, or points an hour, of which a part of a point is not counted. */
const earns = z.union([z.strictObject({ each: points }), z.strictObject({ perHour: points })]);

const pointRule = z.strictObject({
  id: modelKey,
  label: term,
  occasion: z.optional(z.enum(earningOccasions)),
  earns,
  ...caps,
  source,
});

/** Until when points can be spent: a number of months, 1 to 120, to the end of the day that corresponds (Civil Code, article 202). */
const expiry = z.strictObject({ months: z.int().check(z.minimum(1), z.maximum(120)), source });

/** Where points are spent: in units of these kinds. What is reserved is kept to the end of the last of so many days, 1 to 60. */
const redemption = z.strictObject({
  kinds: z.array(modelKey).check(z.minLength(1)),
  holdDays: z.int().check(z.minimum(1), z.maximum(60)),
  source,
});

/** An honour that a person may be put forward for. It says something good, and nobody has it who has not agreed to it. */
const honour = z.strictObject({ id: modelKey, label: term, source });

/** How a place gives points to its volunteers, and what comes of them. A place without this section has no points. */
export const pointRules = z.strictObject({
  rules: z.array(pointRule),
  /** Over all rules together. */
  ...caps,
  /** How many days after a deed it may still be credited, 0 to 366. */
  lateDays: z.int().check(z.minimum(0), z.maximum(366)),
  /** Points without it can be spent for ever. */
  expiry: z.optional(expiry),
  /** Left out where points cannot be spent. */
  redemption: z.optional(redemption),
  honours: z.array(honour),
});
export type PointRules = z.infer<typeof pointRules>;
export type PointRule = z.infer<typeof pointRule>;
