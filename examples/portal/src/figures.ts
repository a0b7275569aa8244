import { caseCounts } from '@keting/domain';
import type { LocalDesk } from '@keting/runtime';
import type { Figures, PortalState } from './state.ts';

/** Open matters by grid, and the figures over all, of what the desk's actor may see. */
export async function countCases(desk: LocalDesk): Promise<Pick<PortalState, 'openCases' | 'figures'>> {
  const [byGrid, [all]] = await Promise.all([
    desk.sum(caseCounts, { by: ['grid'], of: ['open'] }),
    desk.sum(caseCounts, { by: [], of: ['open', 'closed', 'overdue', 'rated', 'satisfied'] }),
  ]);
  const number = (column: string): number => Number(all?.[column] ?? 0);
  const figures: Figures = {
    open: number('open'),
    closed: number('closed'),
    late: number('overdue'),
    rated: number('rated'),
    satisfied: number('satisfied'),
  };
  return { openCases: Object.fromEntries(byGrid.map(({ grid, open }) => [String(grid), Number(open)])), figures };
}
