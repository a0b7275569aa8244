import type { Scope, Sum, SumQuery } from '@keting/domain';
import { passes, tightPlans } from '../store-parts/search.ts';
import { checkSum, Totals } from '../store-parts/totals.ts';
import type { IndexedRows } from './indexed-rows.ts';
import { scanAll } from './scan.ts';

/** Sums over the rows that pass, one for each group that has any. */
export function sumsOf(rows: IndexedRows, query: SumQuery, scope: Scope): readonly Sum[] {
  checkSum(rows, query, scope);
  const totals = new Totals(query);
  const passing = passes(query.where, scope);
  for (const held of scanAll(tightPlans(rows, query.where ?? {}, scope))) if (passing(held)) totals.add(held.row);
  return totals.sums();
}
