import type { Sum } from '../kernel/views.ts';

/** The columns of `case-counts` that rates are made of: ask `sum` for them, over any territory, classes and days. */
export const rateColumns = ['contacted', 'dispatched', 'open', 'closed', 'rated', 'satisfied'] as const;

/** Shares from 0 to 1, of the cases reported in a period; undefined where there is nothing yet to take a share of. */
export interface CaseRates {
  /** Of the cases given to a handler, those whose reporter was contacted. */
  readonly responseRate: number | undefined;
  /** Of the cases taken on (not declined, voided, withdrawn or merged), those that are closed. */
  readonly closingRate: number | undefined;
  /** Of the cases that were rated, those whose last rating was positive. */
  readonly satisfactionRate: number | undefined;
}

const share = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : part / whole);

/** The rates of the 12345 hotlines' practice, by the cohort of cases that the sums are over. A column left out counts 0. */
export function caseRates(sums: Sum): CaseRates {
  const count = (column: (typeof rateColumns)[number]): number => Number(sums[column] ?? 0);
  return {
    responseRate: share(count('contacted'), count('dispatched')),
    closingRate: share(count('closed'), count('open') + count('closed')),
    satisfactionRate: share(count('satisfied'), count('rated')),
  };
}
