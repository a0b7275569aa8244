import * as z from 'zod/mini';
import { caseReported } from '../case/case.ts';
import type { Process } from '../kernel/decider.ts';
import { streamKey } from '../kernel/ids.ts';
import { civilDateOf } from '../kernel/time.ts';
import { variantAt } from '../organisation/variants.ts';

/** Between units and cases: a case that begins where a variant of the model holds notes which, and whose it is. */
export const localPolicy: Process = {
  name: 'local-policy',
  on: ['CaseReported'],
  react({ stream, data, at }, facts, { variants, workingTime }) {
    if (variants === undefined) return [];
    const { grid } = z.parse(caseReported, data).cohort;
    const found = facts(variantAt(grid, civilDateOf(at, workingTime)));
    return found === undefined ? [] : [{ type: 'NotePolicy', data: { case: streamKey(stream), grid } }];
  },
};
