import * as z from 'zod/mini';
import type { Facts } from '../kernel/facts.ts';
import { caseId } from '../kernel/ids.ts';
import { question } from '../kernel/questions.ts';
import { likelyDuplicates } from './duplicates.ts';
import { caseRowOf, openCasesOf } from './facts.ts';

const hour = 3_600_000;

/** A case that may tell of the same matter as another. Where it lies is told no nearer than by its grid. */
export const likelyDuplicateRow = z.object({
  case: z.string(),
  number: z.optional(z.string()),
  class: z.string(),
  grid: z.string(),
  stage: z.string(),
  turn: z.optional(z.string()),
  handler: z.optional(z.string()),
  reportedAt: z.number(),
});
export type LikelyDuplicateRow = z.infer<typeof likelyDuplicateRow>;

/**
 * Cases that may tell of the same matter as one: open, of its class, near in time and place by the model's rule, the nearest first.
 * Empty where the model does not look for any. A suggestion: merging is somebody's decision.
 */
export const duplicatesOfCase = question({
  name: 'likely-duplicates',
  data: z.strictObject({ case: caseId }),
  row: likelyDuplicateRow,
  sees: ['see:cases'],
  about: { territory: 'grid', unit: 'turn', handler: 'handler' },
  stream: (asked) => `case/${asked.case}`,
  rows(asked, facts: Facts, { model }): readonly LikelyDuplicateRow[] {
    const rule = model.cases.duplicates;
    if (rule === undefined) return [];
    const one = facts(caseRowOf(asked.case));
    if (one === undefined) return [];
    const [from, to] = [one.reportedAt - rule.hours * hour, one.reportedAt + rule.hours * hour + 1];
    return likelyDuplicates(one, facts(openCasesOf(one.class, from, to)), model).map(
      ({ id, number, class: of, grid, stage, turn, handler, reportedAt }) => ({
        ...{ case: id, class: of, grid, stage, reportedAt },
        ...(number === undefined ? {} : { number }),
        ...(turn === undefined ? {} : { turn }),
        ...(handler === undefined ? {} : { handler }),
      }),
    );
  },
});
