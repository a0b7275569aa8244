import * as z from 'zod/mini';
import { modelKey } from '../kernel/ids.ts';
import { term } from '../kernel/term.ts';

/** Where a rule comes from: the id of one of the model's `basis`, or `ours` where the account gives no figure. */
const source = z.string().check(z.minLength(1));
const kinds = z.array(modelKey).check(z.minLength(1));

/**
 * What the audit asks of units of some kinds: that each has a body of its own beside it (`pair`: a firm its party organisation,
 * a branch its council), that a unit of a kind stands over the same territory (`over`: a compound its branch), or that one stands
 * over that territory and no other (`own`: a compound the owners' committee of its own).
 */
const target = z.strictObject({
  id: modelKey,
  label: term,
  kinds,
  /** Only units that are known to have at least so many staff, 1 to 100,000. */
  minStaff: z.optional(z.int().check(z.minimum(1), z.maximum(100_000))),
  has: z.union([z.literal('pair'), z.strictObject({ over: modelKey }), z.strictObject({ own: modelKey })]),
  source,
});

/**
 * Whose an organisation is that has no superior: the first rule that names its kind and finds a unit. By territory it is the
 * unit of the first of these kinds over the place; by trade, the one of them that is the branch of its trade.
 */
const assignment = z.strictObject({
  id: modelKey,
  kinds,
  to: kinds,
  by: z.enum(['territory', 'trade']),
  source,
});

/** What a place wants covered by organisations, and where those without a superior belong. */
export const coverageRules = z.strictObject({ targets: z.array(target), assignment: z.array(assignment) });
export type CoverageRules = z.infer<typeof coverageRules>;
export type CoverageTarget = z.infer<typeof target>;

/** A body that holds posts in common with others: one side of a compound's four (四位一体). */
const side = z.strictObject({ id: modelKey, label: term, kinds, source });

/** The bodies of one compound that post their people across: party organisation, committees, property company. */
export const crossPostingRules = z.strictObject({ sides: z.array(side).check(z.minLength(2)) });

/** A way in which one unit works otherwise than the place does: changes to the model, as `extendModel` takes them. */
const variant = z.strictObject({ id: modelKey, label: term, changes: z.record(z.string(), z.unknown()), source });
export const variantRules = z.array(variant).check(z.minLength(1));
