import { accept } from '../kernel/decider.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { CaseState, Limit } from './case.ts';
import type { StepData } from './commands.ts';
import { refuse, type Decided, type Desk } from './step.ts';

/** What comes by itself is checked again: the stage must still be the one, its deadline unmoved, its time come. */
function timely(
  state: CaseState,
  data: StepData<'WarnDeadline'>,
  from: (limit: Limit) => number,
  { setting }: Desk,
): Refusal | undefined {
  if (state.stage !== data.stage || state.limit?.at !== data.due) {
    return refuse('deadline-moved', { ids: [state.id] });
  }
  return setting.at < from(state.limit)
    ? refuse('deadline-not-reached', { ids: [state.id], params: { due: data.due } })
    : undefined;
}

export function warnDeadline(state: CaseState, data: StepData<'WarnDeadline'>, desk: Desk): Decided {
  const untimely = timely(state, data, ({ warnAt }) => warnAt, desk);
  if (untimely !== undefined) return untimely;
  if (state.warned) return refuse('deadline-moved', { ids: [state.id] });
  return accept({
    type: 'DeadlineWarned',
    data: { cohort: state.cohort, stage: data.stage, due: data.due },
  });
}

/** Supervision starts by itself when a stage is overdue. */
export function superviseCase(state: CaseState, data: StepData<'SuperviseCase'>, desk: Desk): Decided {
  const untimely = timely(state, data, ({ at }) => at, desk);
  if (untimely !== undefined) return untimely;
  if (state.supervised) return refuse('deadline-moved', { ids: [state.id] });
  return accept({
    type: 'CaseSupervised',
    data: { cohort: state.cohort, stage: data.stage, due: data.due, first: !state.overdue },
  });
}
