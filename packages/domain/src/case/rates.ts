import { publicCount } from '../kernel/suppressed.ts';
import type { Sum } from '../kernel/views.ts';

/** The columns of `case-counts` that rates are made of: ask `sum` for them, over any territory, classes and days. */
export const rateColumns = [
  'reported',
  'contacted',
  'dispatched',
  'reachable',
  'open',
  'closed',
  'rated',
  'satisfied',
  'asked',
  'resolved',
  'overdue',
] as const;

/** The columns of `case-unit-counts` that a unit's rates are made of. */
export const unitRateColumns = [
  'given',
  'reachable',
  'contacted',
  'overdue',
  'closed',
  'rated',
  'satisfied',
  'asked',
  'resolved',
] as const;

/** Shares from 0 to 1, of the cases reported in a period; undefined where there is nothing yet to take a share of. */
export interface CaseRates {
  /** Of the cases given to a handler whose reporter can be reached, those whose reporter was contacted in time. */
  readonly responseRate: number | undefined;
  /** Of the cases taken on (not declined, voided, withdrawn or merged), those that are closed. */
  readonly closingRate: number | undefined;
  /** Of the cases whose reporter last said whether the matter is resolved, those where it is. */
  readonly resolutionRate: number | undefined;
  /** Of the cases that were rated, those whose last rating was positive. */
  readonly satisfactionRate: number | undefined;
  /** Of all cases reported, those of which some stage ran over. */
  readonly overdueRate: number | undefined;
}

const share = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : part / whole);
const counter = (sums: Sum) => (column: string) => Number(sums[column] ?? 0);

/** A share as the public is told it: undefined where it would give away a part, or a rest, that is too low to be told. */
const publicShare: typeof share = (part, whole) =>
  [part, whole - part, whole].map(publicCount).includes(undefined) ? undefined : share(part, whole);

function ratesOf(sums: Sum, share: typeof publicShare): CaseRates {
  const count: (column: (typeof rateColumns)[number]) => number = counter(sums);
  return {
    responseRate: share(count('contacted'), count('reachable')),
    closingRate: share(count('closed'), count('open') + count('closed')),
    resolutionRate: share(count('resolved'), count('asked')),
    satisfactionRate: share(count('satisfied'), count('rated')),
    overdueRate: share(count('overdue'), count('reported')),
  };
}

/** The rates of the 12345 hotlines' practice, by the cohort of cases that the sums are over. A column left out counts 0. */
export const caseRates = (sums: Sum): CaseRates => ratesOf(sums, share);

/** The same rates as the public is told them: none that points at fewer than five. */
export const publicCaseRates = (sums: Sum): CaseRates => ratesOf(sums, publicShare);

/** The rates of one unit, or of several, over the cases that they have or handled to the end. A column left out counts 0. */
export function caseUnitRates(sums: Sum): CaseRates {
  const count: (column: (typeof unitRateColumns)[number]) => number = counter(sums);
  return {
    responseRate: share(count('contacted'), count('reachable')),
    closingRate: share(count('closed'), count('given')),
    resolutionRate: share(count('resolved'), count('asked')),
    satisfactionRate: share(count('satisfied'), count('rated')),
    overdueRate: share(count('overdue'), count('given')),
  };
}
