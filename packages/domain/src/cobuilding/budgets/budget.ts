import * as z from 'zod/mini';
import { fen } from '../../governance-model/cobuilding-rules.ts';
import { contentRef } from '../../kernel/contents.ts';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { fileId, modelKey, streamKey, unitId } from '../../kernel/ids.ts';
import { civilDate } from '../../kernel/time.ts';
import { entryId, type EntryId } from '../ids.ts';
import { own } from '../parts.ts';

/** What a budget counts under: whose, of what kind, where, in which year. */
export const budgetCohort = z.strictObject({ unit: unitId, kind: modelKey, territory: z.string(), year: z.int() });
export type BudgetCohort = z.infer<typeof budgetCohort>;

const cohort = budgetCohort;
const amount = fen;
const line = modelKey;
const funds = z.array(z.strictObject({ from: modelKey, amount }));

/** A unit has a budget for a year, with the money that the model grants it from the first day. Amounts are whole fen. */
export const budgetOpened = z.strictObject({ cohort, granted: funds });
/** Money came in from a source. */
export const fundsAdded = z.strictObject({
  cohort,
  entry: entryId,
  from: modelKey,
  amount,
  evidence: z.array(fileId),
  note: z.optional(contentRef),
});
/** Money that was on no line is set aside for one. */
export const lineAllotted = z.strictObject({ cohort, line, amount });
/** Money that was on one line and not spent is on another, with the reason. */
export const lineTransferred = z.strictObject({ cohort, from: line, to: line, amount, reason: contentRef });
/** Money of a line was spent, as the files show. */
export const moneySpent = z.strictObject({
  cohort,
  entry: entryId,
  line,
  amount,
  on: civilDate,
  purpose: contentRef,
  evidence: z.array(fileId),
});
/** A spending was wrong: its amount is back on its line, and both entries stay. */
export const spendingReversed = z.strictObject({ cohort, entry: entryId, line, amount, reason: contentRef });
/** The year is over: nothing moves any more. What is left, on lines and on none. */
export const budgetClosed = z.strictObject({ cohort, left: z.int() });

/** The data of every event of a budget, by the event's type. */
export const budgetEventSchemas = {
  BudgetOpened: budgetOpened,
  FundsAdded: fundsAdded,
  LineAllotted: lineAllotted,
  LineTransferred: lineTransferred,
  MoneySpent: moneySpent,
  SpendingReversed: spendingReversed,
  BudgetClosed: budgetClosed,
} as const;

type Schemas = typeof budgetEventSchemas;
/** What can happen to a budget. */
export type BudgetEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

/** A line of a budget: what was set aside for it, and what of that is spent, in fen. */
export interface BudgetLine {
  readonly allotted: number;
  readonly spent: number;
}

/** A spending as it was entered, and whether it was taken back. */
export interface Spending {
  readonly line: string;
  readonly amount: number;
  readonly reversed: boolean;
}

/** A budget, open or closed. Amounts are whole fen. */
export interface BudgetState {
  readonly stage: 'open' | 'closed';
  readonly id: string;
  readonly cohort: BudgetCohort;
  /** What came in, by source. */
  readonly sources: Readonly<Record<string, number>>;
  readonly lines: Readonly<Record<string, BudgetLine>>;
  readonly spendings: Readonly<Record<EntryId, Spending>>;
  /** Entries of money that came in. */
  readonly receipts: readonly EntryId[];
}

/** The stream of a budget, by its id. */
export const budgetStream = (id: string): `budget/${string}` => `budget/${id}`;

const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);

/** What came in altogether. */
export const fundedOf = ({ sources }: BudgetState): number => sum(Object.values(sources));

/** What is on no line yet: all that came in, less all that was set aside. */
export const unallottedOf = (state: BudgetState): number =>
  fundedOf(state) - sum(Object.values(state.lines).map(({ allotted }) => allotted));

/** A line; one that nothing was set aside for has nothing. */
export const lineOf = ({ lines }: BudgetState, id: string): BudgetLine => own(lines, id) ?? { allotted: 0, spent: 0 };

/** What a line still has. */
export const leftOn = (state: BudgetState, id: string): number => {
  const { allotted, spent } = lineOf(state, id);
  return allotted - spent;
};

const onLine = (state: BudgetState, id: string, add: Partial<BudgetLine>): BudgetState => {
  const { allotted, spent } = lineOf(state, id);
  const line = { allotted: allotted + (add.allotted ?? 0), spent: spent + (add.spent ?? 0) };
  return { ...state, lines: { ...state.lines, [id]: line } };
};

const onSource = (state: BudgetState, id: string, more: number): BudgetState => ({
  ...state,
  sources: { ...state.sources, [id]: (own(state.sources, id) ?? 0) + more },
});

const noted = (state: BudgetState, entry: EntryId, spending: Spending): BudgetState => ({
  ...state,
  spendings: { ...state.spendings, [entry]: spending },
});

function next(state: BudgetState, event: Recorded<BudgetEvent>): BudgetState {
  switch (event.type) {
    case 'BudgetOpened':
      return state;
    case 'FundsAdded': {
      const { entry, from, amount: more } = event.data;
      return onSource({ ...state, receipts: [...state.receipts, entry] }, from, more);
    }
    case 'LineAllotted':
      return onLine(state, event.data.line, { allotted: event.data.amount });
    case 'LineTransferred': {
      const { from, to, amount: moved } = event.data;
      return onLine(onLine(state, from, { allotted: -moved }), to, { allotted: moved });
    }
    case 'MoneySpent': {
      const { entry, line: on, amount: spent } = event.data;
      return noted(onLine(state, on, { spent }), entry, { line: on, amount: spent, reversed: false });
    }
    case 'SpendingReversed': {
      const { entry, line: on, amount: back } = event.data;
      return noted(onLine(state, on, { spent: -back }), entry, { line: on, amount: back, reversed: true });
    }
    case 'BudgetClosed':
      return { ...state, stage: 'closed' };
  }
}

/** Folds what happened into the state of a budget. */
export function evolveBudget(state: BudgetState | undefined, event: Recorded<BudgetEvent>): BudgetState {
  if (event.type === 'BudgetOpened') {
    const { cohort: of, granted } = event.data;
    const empty: BudgetState = {
      stage: 'open',
      id: streamKey(event.stream),
      cohort: of,
      sources: {},
      lines: {},
      spendings: {},
      receipts: [],
    };
    return granted.reduce((at, { from, amount: more }) => onSource(at, from, more), empty);
  }
  if (state === undefined) throw new Error(`${event.stream} begins with ${event.type}`);
  return next(state, event);
}
