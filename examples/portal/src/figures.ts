import { caseCounts, caseRates, rateColumns } from '@keting/domain';
import type { Desk } from '@keting/runtime';
import type { Counts } from './state.ts';

/** Counts of what the desk's actor may count; undefined where they may count nothing, which is not the same as none. */
export async function countCases(desk: Desk): Promise<Counts | undefined> {
  const [byGrid, [all]] = await Promise.all([
    desk.sum(caseCounts, { by: ['grid'], of: ['open'] }),
    desk.sum(caseCounts, { by: [], of: [...rateColumns, 'overdue'] }),
  ]);
  if (all === undefined) return undefined;
  return {
    byGrid: Object.fromEntries(byGrid.map(({ grid, open }) => [String(grid), Number(open)])),
    open: Number(all['open']),
    closed: Number(all['closed']),
    late: Number(all['overdue']),
    satisfactionRate: caseRates(all).satisfactionRate,
  };
}
