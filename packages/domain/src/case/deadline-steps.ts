import { accept } from '../kernel/decider.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { hasEnded, letRunOver, currentHandler, type CaseEvent, type CaseState, type Limit } from './case.ts';
import type { StepData } from './commands.ts';
import { byReporter, hasRunOver, refuse, type Decided, type Desk } from './step.ts';

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

/** The unit whose turn it is, where it is one's. */
const whose = ({ turn }: CaseState): { unit?: string } => (turn === undefined ? {} : { unit: turn });

/** Whether the unit whose turn it is has the case, and lets a stage of it run over for the first time. */
const firstOf = (state: CaseState): { firstOfUnit?: true } =>
  state.turn !== undefined && state.turn === currentHandler(state) && !letRunOver(state, state.turn)
    ? { firstOfUnit: true }
    : {};

const supervised = (state: CaseState, due: number, desk: Desk): CaseEvent => ({
  type: 'CaseSupervised',
  data: {
    cohort: state.cohort,
    stage: state.stage,
    due,
    first: !state.overdue,
    ...whose(state),
    ...firstOf(state),
    ...byReporter(state, desk),
  },
});

/** Supervision starts by itself when a stage is overdue. */
export function superviseCase(state: CaseState, data: StepData<'SuperviseCase'>, desk: Desk): Decided {
  const untimely = timely(state, data, ({ at }) => at, desk);
  if (untimely !== undefined) return untimely;
  if (state.supervised) return refuse('deadline-moved', { ids: [state.id] });
  return accept(supervised(state, data.due, desk));
}

/**
 * A step that leaves a stage after its time, or gives it more, records first that it ran over, where the clock has not yet:
 * what is counted, and who answers for it, does not depend on when the clock was heard.
 */
export function ranOver(state: CaseState, events: readonly CaseEvent[], desk: Desk): readonly CaseEvent[] {
  const { limit } = state;
  const ends = events.some(({ type, data }) => 'from' in data || type === 'CaseExtended');
  if (!ends || limit === undefined || !hasRunOver(state, desk)) return [];
  return [supervised(state, limit.at, desk)];
}

/** The time to speak with the reporter draws near: warned of once, while nobody has and the time is the one that was set. */
export function warnContact(state: CaseState, { due }: StepData<'WarnContact'>, { setting }: Desk): Decided {
  const { contactBy } = state;
  const moved = contactBy?.at !== due || hasEnded(state.stage) || state.contactWarned === true;
  if (contactBy === undefined || moved) return refuse('deadline-moved', { ids: [state.id] });
  return setting.at < contactBy.warnAt
    ? refuse('deadline-not-reached', { ids: [state.id], params: { due } })
    : accept({ type: 'ContactWarned', data: { cohort: state.cohort, due } });
}

/** Nobody spoke with the reporter in time. Noted once, and only while the time is still the one that was set. */
export function noteContactOverdue(
  state: CaseState,
  { due }: StepData<'NoteContactOverdue'>,
  { setting }: Desk,
): Decided {
  if (state.contactBy?.at !== due || hasEnded(state.stage)) return refuse('deadline-moved', { ids: [state.id] });
  return setting.at < due
    ? refuse('deadline-not-reached', { ids: [state.id], params: { due } })
    : accept({ type: 'ContactOverdue', data: { cohort: state.cohort, due } });
}

/** Who answered for a stage that ran over: what the process found in the unit on the day. */
export const noteAnswerable = (state: CaseState, data: StepData<'NoteAnswerable'>): Decided =>
  accept({
    type: 'AnswerableNoted',
    data: { cohort: state.cohort, stage: data.stage, due: data.due, unit: data.unit, holders: [...data.holders] },
  });
