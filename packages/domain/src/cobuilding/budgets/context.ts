import type { Context } from '../../kernel/decider.ts';
import { inOffice } from '../../kernel/personal.ts';
import { budgetId } from '../ids.ts';
import { first } from '../parts.ts';
import { budgetEventSchemas, evolveBudget, type BudgetEvent, type BudgetState } from './budget.ts';
import { budgetCommandSpecs, type BudgetCommand } from './commands.ts';
import { decideBudget } from './decide.ts';
import { budgetViews } from './views.ts';

/** Money of living rooms and communities: where it comes from, what it is set aside for, what it was spent on. */
export const budgetContext: Context<BudgetState, BudgetCommand, BudgetEvent> = {
  name: 'budgets',
  streams: ['budget'],
  commands: {
    ...budgetCommandSpecs,
    CloseBudget: {
      ...budgetCommandSpecs.CloseBudget,
      offer: ({ id }: BudgetState) => ({ budget: budgetId.parse(id) }),
    },
  },
  events: {
    BudgetOpened: first(budgetEventSchemas.BudgetOpened),
    FundsAdded: { ...first(budgetEventSchemas.FundsAdded), personal: { note: inOffice } },
    LineAllotted: first(budgetEventSchemas.LineAllotted),
    LineTransferred: { ...first(budgetEventSchemas.LineTransferred), personal: { reason: inOffice } },
    MoneySpent: { ...first(budgetEventSchemas.MoneySpent), personal: { purpose: inOffice } },
    SpendingReversed: { ...first(budgetEventSchemas.SpendingReversed), personal: { reason: inOffice } },
    BudgetClosed: first(budgetEventSchemas.BudgetClosed),
  },
  decide: decideBudget,
  evolve: evolveBudget,
  views: budgetViews,
  facts: {},
  sees: 'see:budgets',
  about: ({ cohort: { territory, unit } }) => ({ territory, unit }),
};
