import type { BudgetKind, CobuildingRules } from '../../governance-model/cobuilding-rules.ts';
import { accept, unreachable, type Decision, type Setting } from '../../kernel/decider.ts';
import { unitOf, type Facts } from '../../kernel/facts.ts';
import { refuseBy, type Refusal, type RefusalCatalogue } from '../../kernel/refusal.ts';
import { civilDateOf, type CivilDate } from '../../kernel/time.ts';
import { own, placeOf, yearOf } from '../parts.ts';
import { fundedOf, leftOn, unallottedOf, budgetStream, type BudgetEvent, type BudgetState } from './budget.ts';
import type {
  AddFundsData,
  AllotLineData,
  BudgetCommand,
  BudgetStep,
  OpenBudgetData,
  ReverseSpendingData,
  SpendMoneyData,
  TransferLineData,
} from './commands.ts';

/** What a budget may be refused for, and the capability that says so. */
export const budgetRefusals = {
  'budgets-not-here': 'DEL-06',
  'budget-exists': 'DEL-06',
  'budget-unknown': 'DEL-06',
  'budget-kind-unknown': 'DEL-06',
  'budget-unit-unknown': 'DEL-06',
  'budget-unit-unfit': 'DEL-06',
  'budget-closed': 'DEL-06',
  'budget-source-unknown': 'DEL-06',
  'budget-line-unknown': 'DEL-06',
  'budget-line-same': 'DEL-06',
  'budget-entry-exists': 'DEL-06',
  'budget-entry-unknown': 'DEL-06',
  'budget-full': 'DEL-06',
  'spending-reversed': 'DEL-06',
  'spending-outside-year': 'DEL-06',
  'funds-short': 'DEL-06',
  'line-short': 'DEL-06',
  'over-budget-line': 'DEL-06',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(budgetRefusals);
type Decided = Decision<BudgetEvent>;
type Rules = NonNullable<CobuildingRules['budgets']>;

/** Everything that a decision on a standing budget has before it. */
interface Desk {
  readonly rules: Rules;
  readonly kind: BudgetKind;
  /** The civil date on which it is asked. */
  readonly today: CivilDate;
}

/** A unit has one budget of a kind for a year: what is granted is granted once. */
function openBudget(state: BudgetState | undefined, data: OpenBudgetData, facts: Facts, rules: Rules): Decided {
  const { budget, unit: id, kind: of, year } = data;
  if (state !== undefined) return refuse('budget-exists', { ids: [budget] });
  const kind = rules.kinds.find((one) => one.id === of);
  if (kind === undefined) return refuse('budget-kind-unknown', { params: { kind: of } });
  const unit = facts(unitOf(id));
  if (unit === undefined) return refuse('budget-unit-unknown', { ids: [id] });
  if (!kind.units.includes(unit.kind)) return refuse('budget-unit-unfit', { ids: [id], params: { kind: unit.kind } });
  const granted = kind.grants.map(({ from, amount }) => ({ from, amount }));
  const cohort = { unit: id, kind: of, territory: placeOf(unit), year };
  return {
    events: [{ type: 'BudgetOpened', data: { cohort, granted } }],
    claims: [{ key: `budget/${id}/${of}/${year}`, owner: budgetStream(budget) }],
  };
}

/** As many entries as a year of one unit can bear. */
const mostEntries = 5000;

/** An entry is there once; a year does not hold more than it can bear. */
function entryFault(state: BudgetState, entry: string): Refusal | undefined {
  const known = [...state.receipts, ...Object.keys(state.spendings)];
  if (known.some((one) => one === entry)) return refuse('budget-entry-exists', { ids: [entry] });
  return known.length >= mostEntries
    ? refuse('budget-full', { ids: [state.id], params: { limit: mostEntries } })
    : undefined;
}

/** The first of these lines that the kind of budget does not have. */
function lineFault({ kind }: Desk, ...lines: readonly string[]): Refusal | undefined {
  const stray = lines.find((line) => !kind.lines.some(({ id }) => id === line));
  return stray === undefined ? undefined : refuse('budget-line-unknown', { params: { line: stray } });
}

function addFunds(state: BudgetState, data: AddFundsData, { rules }: Desk): Decided {
  const { entry, from, amount, evidence, note } = data;
  if (!rules.sources.some(({ id }) => id === from)) {
    return refuse('budget-source-unknown', { params: { source: from } });
  }
  const said = note === undefined ? {} : { note };
  return (
    entryFault(state, entry) ??
    accept({
      type: 'FundsAdded',
      data: { cohort: state.cohort, entry, from, amount, evidence: [...evidence], ...said },
    })
  );
}

/** Only what came in is set aside. */
function allotLine(state: BudgetState, { line, amount }: AllotLineData, desk: Desk): Decided {
  const fault = lineFault(desk, line);
  if (fault !== undefined) return fault;
  const left = unallottedOf(state);
  if (amount > left) return refuse('funds-short', { ids: [state.id], params: { amount, left } });
  return accept({ type: 'LineAllotted', data: { cohort: state.cohort, line, amount } });
}

/** What is spent stays where it was spent: only what a line still has goes to another. */
function transferLine(state: BudgetState, data: TransferLineData, desk: Desk): Decided {
  const { from, to, amount, reason } = data;
  const fault = lineFault(desk, from, to);
  if (fault !== undefined) return fault;
  if (from === to) return refuse('budget-line-same', { params: { line: from } });
  const left = leftOn(state, from);
  if (amount > left) return refuse('line-short', { ids: [state.id], params: { amount, left } });
  return accept({ type: 'LineTransferred', data: { cohort: state.cohort, from, to, amount, reason } });
}

/** A spending is of the budget's year, not of a day to come, and within what its line still has. */
function spendMoney(state: BudgetState, data: SpendMoneyData, desk: Desk): Decided {
  const { entry, line, amount, purpose, evidence } = data;
  const fault = entryFault(state, entry) ?? lineFault(desk, line);
  if (fault !== undefined) return fault;
  const on = data.on ?? desk.today;
  const { year } = state.cohort;
  if (yearOf(on) !== year || on > desk.today)
    return refuse('spending-outside-year', { params: { on, year: String(year) } });
  const left = leftOn(state, line);
  if (amount > left) return refuse('over-budget-line', { ids: [state.id], params: { amount, left } });
  return accept({
    type: 'MoneySpent',
    data: { cohort: state.cohort, entry, line, amount, on, purpose, evidence: [...evidence] },
  });
}

function reverseSpending(state: BudgetState, { entry, reason }: ReverseSpendingData): Decided {
  const spending = own(state.spendings, entry);
  if (spending === undefined) return refuse('budget-entry-unknown', { ids: [entry] });
  if (spending.reversed) return refuse('spending-reversed', { ids: [entry] });
  const { line, amount } = spending;
  return accept({ type: 'SpendingReversed', data: { cohort: state.cohort, entry, line, amount, reason } });
}

function closeBudget(state: BudgetState): Decided {
  const spent = Object.values(state.lines).reduce((total, line) => total + line.spent, 0);
  return accept({ type: 'BudgetClosed', data: { cohort: state.cohort, left: fundedOf(state) - spent } });
}

function decideStep(state: BudgetState, command: BudgetStep, desk: Desk): Decided {
  switch (command.type) {
    case 'AddFunds':
      return addFunds(state, command.data, desk);
    case 'AllotLine':
      return allotLine(state, command.data, desk);
    case 'TransferLine':
      return transferLine(state, command.data, desk);
    case 'SpendMoney':
      return spendMoney(state, command.data, desk);
    case 'ReverseSpending':
      return reverseSpending(state, command.data);
    case 'CloseBudget':
      return closeBudget(state);
    default:
      return unreachable(command);
  }
}

/** Says yes or no to whatever may be asked of a budget. */
export function decideBudget(
  state: BudgetState | undefined,
  command: BudgetCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  const rules = setting.model.cobuilding?.budgets;
  if (rules === undefined) return refuse('budgets-not-here');
  if (command.type === 'OpenBudget') return openBudget(state, command.data, facts, rules);
  if (state === undefined) return refuse('budget-unknown', { ids: [command.data.budget] });
  if (state.stage === 'closed') return refuse('budget-closed', { ids: [state.id] });
  const kind = rules.kinds.find(({ id }) => id === state.cohort.kind);
  if (kind === undefined) return refuse('budget-kind-unknown', { params: { kind: state.cohort.kind } });
  return decideStep(state, command, { rules, kind, today: civilDateOf(setting.at, setting.model.workingTime) });
}
