import * as z from 'zod/mini';
import { modelKey } from '../kernel/ids.ts';
import { term } from '../kernel/term.ts';
import { caseStages } from './case-flow.ts';

/** Where a rule comes from: the id of one of the model's `basis`, or `ours` where the account gives no figure. */
const source = z.string().check(z.minLength(1));

/**
 * One line of the duty list (权责清单): for cases of some classes (all where none is named) in some stages (all where none is
 * named), the holders of these posts answer: in the case's grid, in its handler, or in the nearest unit of one of these kinds
 * over the place.
 */
const duty = z.strictObject({
  id: modelKey,
  label: term,
  classes: z.array(modelKey),
  stages: z.array(z.enum(caseStages)),
  at: z.union([z.enum(['grid', 'handler']), z.strictObject({ kinds: z.array(modelKey).check(z.minLength(1)) })]),
  /** The first that has a holder answers; where none has, the first is named and stands empty. */
  posts: z.array(modelKey).check(z.minLength(1)),
  source,
});

/** Who answers for what, nearest first: the first line that fits names the first responsible person. */
export const dutyRules = z.array(duty).check(z.minLength(1));
export type DutyRule = z.infer<typeof duty>;
