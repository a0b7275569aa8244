import * as z from 'zod/mini';
import { modelKey as key } from '../kernel/ids.ts';
import { term } from '../kernel/term.ts';
import { bodyRule, votingRule } from './procedure-rules.ts';

const source = z.string().check(z.minLength(1));
const days = z.int().check(z.minimum(0), z.maximum(90));

/** A body that meets on its own account, beside the meetings that cases call. */
const assembly = z.strictObject({
  id: key,
  label: term,
  /** Who is due, and has a vote. */
  members: bodyRule,
  /** Who may sit in, without a vote. */
  observers: z.optional(bodyRule),
  voting: votingRule,
  /** How often it meets as a rule, once in each; only as need arises where it is left out. */
  meets: z.optional(z.enum(['month', 'quarter', 'half-year', 'year'])),
  /** Days between the day it is convened and the day it meets, at least. */
  notice: days,
  /** How many days are enough in urgent matters; urgent sittings are not held where it is left out. */
  urgent: z.optional(z.strictObject({ notice: days })),
  /** What each regular sitting goes through first, as the one report, two appraisals and three matters of a village. */
  order: z.optional(z.array(z.strictObject({ id: key, label: term })).check(z.maxLength(20))),
  source,
});
export type AssemblyRule = z.infer<typeof assembly>;

/** The bodies of a place that meet on their own account. */
export const assemblyRules = z.array(assembly).check(z.minLength(1));
