import { accept } from '../kernel/decider.ts';
import type { CaseStage } from '../governance-model/case-flow.ts';
import type { CaseState } from './case.ts';
import type { StepData } from './commands.ts';
import { enter, refuse, type Decided, type Desk } from './step.ts';

/** The handler that the case goes back to, when it is taken up again if not now. */
function handlerOf(state: CaseState): string | undefined {
  if (state.stage === 'suspended') return 'handler' in state.before ? state.before.handler : undefined;
  return state.stage === 'closed' || state.stage === 'replied' || !('handler' in state) ? undefined : state.handler;
}

/**
 * A unit that is no more is left out of a case. One that it handled is to be dispatched anew; else the case stays where it
 * is, under the same deadline, and waits for whoever the model names now.
 */
export function refileCase(state: CaseState, { gone }: StepData<'RefileCase'>, desk: Desk): Decided {
  const orphaned = handlerOf(state) === gone;
  if (!orphaned && state.turn !== gone) return refuse('nothing-to-refile', { ids: [state.id, gone] });
  const to: CaseStage = orphaned ? 'accepted' : state.stage;
  const entry = enter(to, state, desk, orphaned ? {} : { limit: state.limit });
  return accept({ type: 'CaseRefiled', data: { ...entry, to, gone } });
}
