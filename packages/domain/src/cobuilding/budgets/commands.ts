import * as z from 'zod/mini';
import { fen } from '../../governance-model/cobuilding-rules.ts';
import type { Sealed } from '../../kernel/contents.ts';
import type { CommandSpec } from '../../kernel/decider.ts';
import type { Message } from '../../kernel/envelope.ts';
import { unitOf } from '../../kernel/facts.ts';
import { modelKey, unitId, type FileId } from '../../kernel/ids.ts';
import { civilDate } from '../../kernel/time.ts';
import { budgetId, entryId } from '../ids.ts';
import { evidence, words, year } from '../parts.ts';
import { budgetStream } from './budget.ts';

const of = { budget: budgetId };

/** One of a kind, unit and year; it begins with what the model grants. */
const openBudget = z.strictObject({ ...of, unit: unitId, kind: modelKey, year });
/** Money from one of the model's sources, in whole fen, with the paper that shows it. */
const addFunds = z.strictObject({
  ...of,
  entry: entryId,
  from: modelKey,
  amount: fen,
  evidence,
  note: z.optional(words),
});
const allotLine = z.strictObject({ ...of, line: modelKey, amount: fen });
const transferLine = z.strictObject({ ...of, from: modelKey, to: modelKey, amount: fen, reason: words });
/** Spends from a line what it still has; on a day of the budget's year, today unless said. */
const spendMoney = z.strictObject({
  ...of,
  entry: entryId,
  line: modelKey,
  amount: fen,
  on: z.optional(civilDate),
  purpose: words,
  evidence,
});
/** Takes back a whole spending, once; it is entered anew where only a part was wrong. */
const reverseSpending = z.strictObject({ ...of, entry: entryId, reason: words });
const closeBudget = z.strictObject(of);

export type OpenBudgetData = z.infer<typeof openBudget>;
export type AddFundsData = Sealed<z.infer<typeof addFunds>, 'note'>;
export type AllotLineData = z.infer<typeof allotLine>;
export type TransferLineData = Sealed<z.infer<typeof transferLine>, 'reason'>;
export type SpendMoneyData = Sealed<z.infer<typeof spendMoney>, 'purpose'>;
export type ReverseSpendingData = Sealed<z.infer<typeof reverseSpending>, 'reason'>;
export type CloseBudgetData = z.infer<typeof closeBudget>;

/** What may be asked of a budget that was opened. */
export type BudgetStep =
  | Message<'AddFunds', AddFundsData>
  | Message<'AllotLine', AllotLineData>
  | Message<'TransferLine', TransferLineData>
  | Message<'SpendMoney', SpendMoneyData>
  | Message<'ReverseSpending', ReverseSpendingData>
  | Message<'CloseBudget', CloseBudgetData>;
/** What may be asked of budgets. */
export type BudgetCommand = Message<'OpenBudget', OpenBudgetData> | BudgetStep;

const stream = (data: { readonly budget: string }) => budgetStream(data.budget);
const files = ({ evidence: shown }: { readonly evidence: readonly FileId[] }): readonly FileId[] => shown;

const open: CommandSpec<OpenBudgetData> = {
  schema: () => openBudget,
  stream,
  begins: true,
  about: ({ unit }, _state, facts) => ({ territory: facts(unitOf(unit))?.territories ?? [], unit }),
};

/** Every command on a budget: what it may say, its stream, its texts and files. */
export const budgetCommandSpecs = {
  OpenBudget: open,
  AddFunds: { schema: () => addFunds, stream, seals: ['note'], files },
  AllotLine: { schema: () => allotLine, stream },
  TransferLine: { schema: () => transferLine, stream, seals: ['reason'] },
  SpendMoney: { schema: () => spendMoney, stream, seals: ['purpose'], files },
  ReverseSpending: { schema: () => reverseSpending, stream, seals: ['reason'] },
  CloseBudget: { schema: () => closeBudget, stream },
} as const;
