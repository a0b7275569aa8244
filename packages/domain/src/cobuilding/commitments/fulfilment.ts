import type { Sum } from '../../kernel/views.ts';

/** The columns of `commitment-counts` that fulfilment is made of: ask `sum` for them, by unit and year. */
export const fulfilmentColumns = ['made', 'fulfilled', 'late', 'overdue', 'withdrawn', 'withdrawnLate'] as const;

/** What became of the commitments of a year, by the year that they were due in. */
export interface Fulfilment {
  /** Commitments that stand: made and not withdrawn by their date. One that is taken back later stays unkept. */
  readonly standing: number;
  readonly fulfilled: number;
  /** Of the fulfilled, those after their date. */
  readonly late: number;
  /** Past their date, neither fulfilled nor taken back. */
  readonly overdue: number;
  /** Taken back after their date. */
  readonly withdrawnLate: number;
  /** The share of those that stand that is fulfilled, 0 to 1; undefined where none stands. */
  readonly rate: number | undefined;
}

/** The fulfilment that a sum over `commitment-counts` tells. A column left out counts 0. */
export function fulfilmentOf(sums: Sum): Fulfilment {
  const count = (column: (typeof fulfilmentColumns)[number]): number => Number(sums[column] ?? 0);
  const withdrawnLate = count('withdrawnLate');
  const standing = count('made') - count('withdrawn') + withdrawnLate;
  const fulfilled = count('fulfilled');
  const rate = standing === 0 ? undefined : fulfilled / standing;
  return { standing, fulfilled, late: count('late'), overdue: count('overdue'), withdrawnLate, rate };
}
