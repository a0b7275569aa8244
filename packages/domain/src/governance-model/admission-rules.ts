import * as z from 'zod/mini';
import { modelKey } from '../kernel/ids.ts';
import { term } from '../kernel/term.ts';

/** Where a rule comes from: the id of one of the model's `basis`, or `ours` where the account gives no figure. */
const source = z.string().check(z.minLength(1));

/** A matter that may be given to a community (`service`), or that may not (`negative`). */
const item = z.strictObject({
  id: modelKey,
  label: term,
  class: modelKey,
  list: z.enum(['service', 'negative']),
  source,
});

/** What may be given to a community to do (准入制度): what is on neither list is refused like what is on the negative one. */
export const admissionRules = z.strictObject({
  /** Kinds of units that it protects. */
  kinds: z.array(modelKey).check(z.minLength(1)),
  classes: z.array(z.strictObject({ id: modelKey, label: term })).check(z.minLength(1)),
  items: z.array(item).check(z.minLength(1)),
  source,
});

const grade = z.int().check(z.minimum(1), z.maximum(100));

/** A post of the ladder, and the grades it has, from the lowest to the highest. */
const rung = z.strictObject({ id: modelKey, label: term, from: grade, to: grade, source });

/** How many workers a community has, and how they rise. */
export const establishmentRules = z.strictObject({
  kinds: z.array(modelKey).check(z.minLength(1)),
  /** So many workers for each so many households; a part of a worker counts as one. */
  headcount: z.strictObject({
    households: z.int().check(z.minimum(1), z.maximum(1_000_000)),
    workers: z.int().check(z.minimum(1), z.maximum(1000)),
    source,
  }),
  /** From the lowest post to the highest; their grades may meet. */
  ladder: z.array(rung).check(z.minLength(1)),
});
export type EstablishmentRules = z.infer<typeof establishmentRules>;

const linkageSide = z.strictObject({
  id: modelKey,
  label: term,
  kinds: z.array(modelKey).check(z.minLength(1)),
  source,
});

/** Who takes charge of a compound on each of its sides (包联、四联一单): one list of what was raised, monthly reports. */
export const linkageRules = z.strictObject({ sides: z.array(linkageSide).check(z.minLength(1)) });
export type LinkageRules = z.infer<typeof linkageRules>;

/** A post that needs a course, in units of some kinds where it names any. */
const trained = z.strictObject({ post: modelKey, kinds: z.optional(z.array(modelKey).check(z.minLength(1))) });

const course = z.strictObject({
  id: modelKey,
  label: term,
  posts: z.array(trained).check(z.minLength(1)),
  /** After so many months, 1 to 120, it is due again; without it once is enough. */
  refreshMonths: z.optional(z.int().check(z.minimum(1), z.maximum(120))),
  source,
});

/** A post that is passed on: whoever has held it for so many months, 1 to 240, is due to rotate. */
const rotation = z.strictObject({
  id: modelKey,
  posts: z.array(trained).check(z.minLength(1)),
  months: z.int().check(z.minimum(1), z.maximum(240)),
  source,
});

/** What workers and members of councils are trained in, and which posts are rotated. */
export const trainingRules = z.strictObject({ courses: z.array(course), rotation: z.array(rotation) });

/** What comes round in units of some kinds: a weekly turn of duty, a monthly meeting, a quarterly activity, a yearly report. */
const turn = z.strictObject({
  id: modelKey,
  label: term,
  kinds: z.array(modelKey).check(z.minLength(1)),
  every: z.enum(['week', 'month', 'quarter', 'year']),
  /** Which day of the week (1 is Monday), month, quarter or year it falls on, from 1; past the end it is the last. */
  day: z.int().check(z.minimum(1), z.maximum(366)),
  /** Clock time in the place, and how long it takes, 5 minutes to 12 hours. */
  at: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  minutes: z.int().check(z.minimum(5), z.maximum(720)),
  /** Holders of these posts take turns; without it everyone is there. */
  turns: z.optional(z.array(modelKey).check(z.minLength(1))),
  source,
});

export const rotaRules = z.array(turn).check(z.minLength(1));
export type RotaRule = z.infer<typeof turn>;
