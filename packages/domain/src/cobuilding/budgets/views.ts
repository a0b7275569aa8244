import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import type { Recorded } from '../../kernel/envelope.ts';
import { fileId, streamKey } from '../../kernel/ids.ts';
import { counter, table } from '../../kernel/views.ts';
import { budgetEventSchemas, type BudgetEvent } from './budget.ts';

const on = Object.keys(budgetEventSchemas);

/** A budget in a list. Amounts are whole fen. */
export const budgetRow = z.object({
  id: z.string(),
  unit: z.string(),
  kind: z.string(),
  territory: z.string(),
  year: z.number(),
  stage: z.enum(['open', 'closed']),
  /** What came in; of it what was set aside on lines; of that what is spent. */
  funded: z.number(),
  allotted: z.number(),
  spent: z.number(),
  changedAt: z.number(),
});
export type BudgetRow = z.infer<typeof budgetRow>;

type Opened = Extract<Recorded<BudgetEvent>, { type: 'BudgetOpened' }>;
type Later = Exclude<Recorded<BudgetEvent>, Opened>;

const total = (granted: Opened['data']['granted']): number => granted.reduce((sum, { amount }) => sum + amount, 0);

function changed(row: BudgetRow, event: Later): Partial<BudgetRow> {
  switch (event.type) {
    case 'FundsAdded':
      return { funded: row.funded + event.data.amount };
    case 'LineAllotted':
      return { allotted: row.allotted + event.data.amount };
    case 'MoneySpent':
      return { spent: row.spent + event.data.amount };
    case 'SpendingReversed':
      return { spent: row.spent - event.data.amount };
    case 'BudgetClosed':
      return { stage: 'closed' };
    case 'LineTransferred':
      return {};
  }
}

/** Budgets by unit and year, by place. */
export const budgets = table<BudgetRow, BudgetEvent>({
  name: 'budgets',
  row: budgetRow,
  on,
  keys: (event) => [streamKey(event.stream)],
  project(row, event, id) {
    if (event.type === 'BudgetOpened') {
      const { cohort, granted } = event.data;
      return { id, ...cohort, stage: 'open', funded: total(granted), allotted: 0, spent: 0, changedAt: event.at };
    }
    return row === undefined ? undefined : { ...row, ...changed(row, event), changedAt: event.at };
  },
  indexes: [['unit', 'year'], ['territory', 'year', 'kind'], ['id']],
  about: { territory: 'territory', unit: 'unit' },
});

/** One entry of a budget: money in, set aside, moved, spent or taken back. */
export const budgetEntryRow = z.object({
  id: z.string(),
  budget: z.string(),
  /** Place among the events of its budget. */
  place: z.number(),
  what: z.enum(['grant', 'funds', 'allotment', 'transfer', 'spending', 'reversal']),
  /** The entry's own id, of money in, spent and taken back. */
  entry: z.optional(z.string()),
  source: z.optional(z.string()),
  line: z.optional(z.string()),
  /** The line that a transfer goes to. */
  to: z.optional(z.string()),
  /** In whole fen. */
  amount: z.number(),
  on: z.optional(z.string()),
  /** What for, or why. */
  text: z.optional(contentRef),
  evidence: z.optional(z.array(fileId)),
  at: z.number(),
});
export type BudgetEntryRow = z.infer<typeof budgetEntryRow>;

type Entry = Omit<BudgetEntryRow, 'id' | 'budget' | 'place' | 'at'>;

/** The entries that an event makes; a budget opens with as many as it has grants. */
function entriesOf(event: Recorded<BudgetEvent>): readonly Entry[] {
  switch (event.type) {
    case 'BudgetOpened':
      return event.data.granted.map(({ from, amount }) => ({ what: 'grant', source: from, amount }));
    case 'FundsAdded': {
      const { entry, from, amount, evidence, note } = event.data;
      return [{ what: 'funds', entry, source: from, amount, evidence, text: note }];
    }
    case 'LineAllotted':
      return [{ what: 'allotment', line: event.data.line, amount: event.data.amount }];
    case 'LineTransferred': {
      const { from, to, amount, reason } = event.data;
      return [{ what: 'transfer', line: from, to, amount, text: reason }];
    }
    case 'MoneySpent': {
      const { entry, line, amount, on: day, purpose, evidence } = event.data;
      return [{ what: 'spending', entry, line, amount, on: day, text: purpose, evidence }];
    }
    case 'SpendingReversed': {
      const { entry, line, amount, reason } = event.data;
      return [{ what: 'reversal', entry, line, amount, text: reason }];
    }
    case 'BudgetClosed':
      return [];
  }
}

const entryKey = (event: Recorded<BudgetEvent>, i: number): string =>
  `${streamKey(event.stream)}/${event.version}/${i}`;

/** The book of every budget, entry by entry: nothing in it is ever changed. */
export const budgetEntries = table<BudgetEntryRow, BudgetEvent>({
  name: 'budget-entries',
  row: budgetEntryRow,
  on,
  keys: (event) => entriesOf(event).map((_entry, i) => entryKey(event, i)),
  project(_row, event, id) {
    const entry = entriesOf(event).find((_entry, i) => entryKey(event, i) === id);
    if (entry === undefined) return undefined;
    return { id, budget: streamKey(event.stream), place: event.version, at: event.at, ...entry };
  },
  indexes: [['budget', 'place']],
  about: {},
  within: { column: 'budget', stream: 'budget' },
  contents: { text: 'see:budget-entries' },
});

/** What was set aside on a line and spent from it, and what came from a source, in whole fen. */
export const budgetSumRow = z.object({
  unit: z.string(),
  kind: z.string(),
  territory: z.string(),
  year: z.number(),
  /** The line; empty where money came in, which is on none. */
  line: z.string(),
  /** The source; empty where money was set aside or spent. */
  source: z.string(),
  funded: z.number(),
  allotted: z.number(),
  spent: z.number(),
});
export type BudgetSumRow = z.infer<typeof budgetSumRow>;

interface Movement {
  readonly line?: string;
  readonly source?: string;
  readonly funded?: number;
  readonly allotted?: number;
  readonly spent?: number;
}

function movements(event: Recorded<BudgetEvent>): readonly Movement[] {
  switch (event.type) {
    case 'BudgetOpened':
      return event.data.granted.map(({ from, amount }) => ({ source: from, funded: amount }));
    case 'FundsAdded':
      return [{ source: event.data.from, funded: event.data.amount }];
    case 'LineAllotted':
      return [{ line: event.data.line, allotted: event.data.amount }];
    case 'LineTransferred': {
      const { from, to, amount } = event.data;
      return [
        { line: from, allotted: -amount },
        { line: to, allotted: amount },
      ];
    }
    case 'MoneySpent':
      return [{ line: event.data.line, spent: event.data.amount }];
    case 'SpendingReversed':
      return [{ line: event.data.line, spent: -event.data.amount }];
    case 'BudgetClosed':
      return [];
  }
}

/** Sums of money for any units, territories, years, lines and sources: roll them up with `sum`. */
export const budgetSums = counter<BudgetSumRow, BudgetEvent>({
  name: 'budget-sums',
  row: budgetSumRow,
  on,
  deltas: (event) => {
    const { unit, kind, territory, year } = event.data.cohort;
    return movements(event).map(({ line = '', source = '', funded = 0, allotted = 0, spent = 0 }) => ({
      row: { unit, kind, territory, year, line, source },
      add: { funded, allotted, spent },
    }));
  },
  indexes: [
    ['unit', 'year'],
    ['territory', 'year', 'kind'],
  ],
  about: { territory: 'territory', unit: 'unit' },
});

/** Read models of budgets: how each stands, its book, and sums over many. */
export const budgetViews = [budgets, budgetEntries, budgetSums] as const;
