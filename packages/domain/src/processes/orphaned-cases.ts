import { casesWith } from '../case/facts.ts';
import type { Process } from '../kernel/decider.ts';
import { streamKey } from '../kernel/ids.ts';

/**
 * Between units and cases: what waited for a unit that was dissolved, or was being handled by it, waits from then on for
 * whoever the model names now. No case is left with a unit that is no more.
 */
export const orphanedCases: Process = {
  name: 'orphaned-cases',
  on: ['UnitDissolved'],
  react: (event, facts) => {
    const gone = streamKey(event.stream);
    return facts(casesWith(gone)).map((id) => ({ type: 'RefileCase', data: { case: id, gone } }));
  },
};
