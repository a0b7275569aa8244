import type { Database, Statement } from '@keting/server';
import * as z from 'zod/mini';

interface Node {
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number | undefined;
  readonly Plans?: readonly Node[] | undefined;
}
const node: z.ZodMiniType<Node> = z.object({
  'Node Type': z.string(),
  'Actual Rows': z.number(),
  'Actual Loops': z.number(),
  'Rows Removed by Filter': z.optional(z.number()),
  get Plans() {
    return z.optional(z.array(node));
  },
});
const explained = z.array(z.object({ Plan: node })).check(z.minLength(1));

const nodesOf = (one: Node): readonly Node[] => [one, ...(one.Plans ?? []).flatMap(nodesOf)];

/** How a statement is carried out: rows that its scans read, those that a filter then threw away included. */
export async function planOf(
  database: Database,
  { text, values = [] }: Statement,
): Promise<{ readonly read: number; readonly sequential: number }> {
  const [row] = await database.query({ text: `explain (analyze, format json) ${text}`, values });
  const plans = explained.parse(row?.['QUERY PLAN']);
  const scans = plans.flatMap(({ Plan }) => nodesOf(Plan)).filter((one) => one['Node Type'].endsWith('Scan'));
  return {
    read: scans.reduce(
      (sum, one) => sum + (one['Actual Rows'] + (one['Rows Removed by Filter'] ?? 0)) * one['Actual Loops'],
      0,
    ),
    sequential: scans.filter((one) => one['Node Type'] === 'Seq Scan').length,
  };
}
