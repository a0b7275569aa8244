import { accept, type Setting } from '../kernel/decider.ts';
import { caseOf } from '../kernel/facts.ts';
import { unitId } from '../kernel/ids.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { caseStream, currentHandler, hasEnded, isUnreachable, type CaseState, type Limit } from './case.ts';
import { lineage } from './fields.ts';
import { limitOf, resumedLimit, timeLeft } from './limits.ts';
import { byReporter, enter, givenFirst, reason, refuse, step, unfit, type Desk } from './step.ts';
import { proposedHandler } from './turn.ts';

/** The reporter is to be spoken with within what the grade allows, unless somebody already has, or nobody can. */
function contactLimit(state: CaseState, grade: string, { setting }: Desk): { contactBy?: Limit } {
  const allowed = setting.model.cases.grades.find(({ id }) => id === grade)?.firstContact;
  return allowed === undefined || state.contacted || isUnreachable(state)
    ? {}
    : { contactBy: limitOf(allowed, setting) };
}

export const acceptCase = step('AcceptCase', (state, data, desk) => {
  const grade = data.grade ?? state.grade;
  if (!desk.setting.model.cases.grades.some(({ id }) => id === grade)) {
    return refuse('grade-unknown', { ids: [grade] });
  }
  return accept({
    type: 'CaseAccepted',
    data: { ...enter('accepted', state, desk, { grade }), grade, ...contactLimit(state, grade, desk) },
  });
});

export const declineCase = step('DeclineCase', (state, data, desk) =>
  accept({
    type: 'CaseDeclined',
    data: { ...enter('declined', state, desk), reason: data.reason },
  }),
);

/** A case is put on file when it meets every criterion that the model has for its class. */
export const fileCase = step('FileCase', (state, { criteria = [] }, desk) => {
  const { model } = desk.setting;
  const classes = lineage(model, state.class);
  const asked = (model.cases.filing ?? []).filter(
    (one) => one.classes.length === 0 || one.classes.some((id) => classes.includes(id)),
  );
  const unmet = asked.filter(({ id }) => !criteria.includes(id)).map(({ id }) => id);
  if (unmet.length > 0) return refuse('criterion-unmet', { ids: [state.id], params: { criteria: unmet } });
  return accept({
    type: 'CaseFiled',
    data: { ...enter('filed', state, desk), ...(asked.length === 0 ? {} : { criteria: asked.map(({ id }) => id) }) },
  });
});

/** The model proposes a handler and says why; whoever chooses another says why themselves. */
export const dispatchCase = step('DispatchCase', (state, data, desk) => {
  const fault = unfit(data.handler, desk);
  if (fault !== undefined) return fault;
  const proposal = proposedHandler(state.cohort, desk.setting.model, desk.facts);
  const followed = proposal?.unit.id === data.handler ? proposal.rule : undefined;
  if (followed === undefined && data.reason === undefined) {
    return refuse('reason-required', {
      ids: [data.handler],
      params: { proposed: proposal?.unit.id ?? '' },
    });
  }
  return accept({
    type: 'CaseDispatched',
    data: {
      ...enter('dispatched', state, desk, { handler: data.handler }),
      handler: data.handler,
      ...(followed === undefined ? {} : { rule: followed.id }),
      ...reason(data.reason),
      ...givenFirst(state),
    },
  });
});

/** Whether a first contact now is in time; undefined where the grade sets no time. A limit that is gone has passed. */
function contactedInTime({ contactBy, grade }: CaseState, { at, model }: Setting): boolean | undefined {
  if (contactBy !== undefined) return at <= contactBy.at;
  return model.cases.grades.find(({ id }) => id === grade)?.firstContact === undefined ? undefined : false;
}

export const contactReporter = step('ContactReporter', (state, data, { setting }) => {
  if (isUnreachable(state)) return refuse('reporter-unreachable', { ids: [state.id] });
  const inTime = state.contacted ? undefined : contactedInTime(state, setting);
  const unit = currentHandler(state);
  return accept({
    type: 'ReporterContacted',
    data: {
      cohort: state.cohort,
      note: data.note,
      first: !state.contacted,
      ...(inTime === undefined ? {} : { inTime }),
      ...(state.contacted || inTime === false ? {} : { counts: true }),
      ...(unit === undefined ? {} : { unit }),
      ...(state.contacted || state.assigned ? {} : { early: true }),
    },
  });
});

export const returnCase = step('ReturnCase', (state, data, desk) =>
  accept({
    type: 'CaseReturned',
    data: { ...enter('accepted', state, desk), reason: data.reason },
  }),
);

export const reassignCase = step('ReassignCase', (state, data, desk) => {
  if (data.handler === state.handler) return refuse('handler-same', { ids: [data.handler] });
  const fault = unfit(data.handler, desk);
  if (fault !== undefined) return fault;
  return accept({
    type: 'CaseReassigned',
    data: {
      ...enter('dispatched', state, desk, { handler: data.handler }),
      handler: data.handler,
      was: unitId.parse(state.handler),
      reason: data.reason,
    },
  });
});

export const urgeCase = step('UrgeCase', (state, data, desk) =>
  accept({ type: 'CaseUrged', data: { cohort: state.cohort, note: data.note, ...byReporter(state, desk) } }),
);

/** Time stands still while a case is suspended; what is left of it is kept. */
export const suspendCase = step('SuspendCase', (state, data, desk) => {
  const left = timeLeft(state.limit, desk.setting);
  return accept({
    type: 'CaseSuspended',
    data: {
      ...enter('suspended', state, desk),
      reason: data.reason,
      ...(left === undefined ? {} : { left }),
    },
  });
});

const lightOf = ({ warned, supervised }: CaseState): 'none' | 'soon' | 'late' => {
  if (supervised) return 'late';
  return warned ? 'soon' : 'none';
};

export const resumeCase = step('ResumeCase', (state, _data, desk) => {
  const { before, left } = state;
  const limit = resumedLimit(before.limit, left, desk.setting);
  const handler = 'handler' in before ? { handler: before.handler } : {};
  return accept({
    type: 'CaseResumed',
    data: {
      ...enter(before.stage, state, desk, { ...handler, limit }),
      to: before.stage,
      light: lightOf(before),
    },
  });
});

/**
 * The case that goes on learns in the same commit which one it took in. It must be open: else the matter would be nobody's,
 * and two cases merged into one another would both end.
 */
export const mergeCase = step('MergeCase', (state, data, desk) => {
  if (data.into === state.id) return refuse('merge-with-itself', { ids: [state.id] });
  const other = desk.facts(caseOf(data.into));
  if (other === undefined) return refuse('case-unknown', { ids: [data.into] });
  if (hasEnded(other.stage)) return refuse('merge-into-ended', { ids: [data.into], params: { stage: other.stage } });
  return {
    events: [
      {
        type: 'CaseMerged',
        data: { ...enter('merged', state, desk), into: data.into, reason: data.reason },
      },
    ],
    also: [
      {
        stream: caseStream(data.into),
        event: { type: 'CaseAbsorbed', data: { cohort: other.cohort, other: data.case } },
      },
    ],
  };
});

/** The reports that were merged into a case live on in it alone: it is neither taken back nor struck out over their heads. */
const holdsOthers = ({ id, tookIn }: CaseState): Refusal | undefined =>
  tookIn === true ? refuse('holds-merged', { ids: [id] }) : undefined;

export const withdrawCase = step(
  'WithdrawCase',
  (state, data, desk) =>
    holdsOthers(state) ??
    accept({
      type: 'CaseWithdrawn',
      data: { ...enter('withdrawn', state, desk), ...reason(data.reason), ...byReporter(state, desk) },
    }),
);

export const voidCase = step(
  'VoidCase',
  (state, data, desk) =>
    holdsOthers(state) ??
    accept({ type: 'CaseVoided', data: { ...enter('voided', state, desk), reason: data.reason } }),
);
