import type { Outcome } from '@keting/domain';
import type { BoardAction } from './topic.ts';

/** The action by which a meeting comes to each outcome. */
export const actionOf: Readonly<Record<Outcome, BoardAction>> = {
  settled: 'settle',
  referred: 'refer',
  'passed-up': 'pass-up',
};

/** The outcome that an action stands for; undefined for an action that resolves nothing. */
export function outcomeOf(action: BoardAction): Outcome | undefined {
  if (action === 'settle') return 'settled';
  if (action === 'refer') return 'referred';
  return action === 'pass-up' ? 'passed-up' : undefined;
}

export const outcomes: readonly Outcome[] = ['settled', 'referred', 'passed-up'];

/** Whether an action is open: `true`, or the reason why not, in words. An action that is never open is not named. */
export type Permits = Readonly<Partial<Record<BoardAction, true | string>>>;
