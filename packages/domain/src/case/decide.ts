import { accept, unreachable, type Decision, type Setting } from '../kernel/decider.ts';
import { caseOf, gridAt, gridOf, unitOf, type Facts, type GridFact } from '../kernel/facts.ts';
import { meetingId, unitId } from '../kernel/ids.ts';
import { refuseBy, type Refusal, type RefusalCatalogue } from '../kernel/refusal.ts';
import { civilDateOf } from '../kernel/time.ts';
import { caseFlow, type CaseCommandName, type CaseStage } from '../governance-model/case-flow.ts';
import { caseStream, type CaseEvent, type CaseState, type Limit, type Reporter } from './case.ts';
import type { CaseCommand, CaseStep, ReportCaseData, StepData } from './commands.ts';
import { classOf } from './fields.ts';
import { limitOf, resumedLimit, stageLimit, timeLeft } from './limits.ts';
import { proposedHandler, turnOf } from './turn.ts';

/** What a case may be refused for, and the capability that says so. */
export const caseRefusals = {
  'case-exists': 'CASE-01',
  'place-outside': 'GRID-04',
  'grid-unknown': 'GRID-04',
  'person-required': 'CASE-01',
  'class-unknown': 'CASE-02',
  'grade-unknown': 'CASE-02',
  'wrong-stage': 'CASE-04',
  'handler-unknown': 'CASE-03',
  'handler-same': 'CASE-03',
  'reason-required': 'CASE-03',
  'extension-spent': 'CASE-04',
  'nothing-to-extend': 'CASE-04',
  'rating-unknown': 'CASE-08',
  'reopen-needs-unsatisfied': 'CASE-08',
  'merge-with-itself': 'CASE-04',
  'case-unknown': 'CASE-04',
  'meeting-tier-unknown': 'CASE-06',
  'meeting-tier-not-next': 'CASE-06',
  'meeting-not-its-own': 'CASE-06',
  'meeting-still-open': 'CASE-06',
  'deadline-moved': 'CASE-05',
  'deadline-not-reached': 'CASE-05',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(caseRefusals);
type Decided = Decision<CaseEvent>;

/** Everything that a decision on a standing case has before it. */
interface Desk {
  readonly facts: Facts;
  readonly setting: Setting;
}

/** The states among `State` that can be in one of the stages, with just those stages. */
type In<State extends CaseState, Stage extends CaseStage> = State extends CaseState
  ? Extract<State['stage'], Stage> extends never
    ? never
    : State & { readonly stage: Extract<State['stage'], Stage> }
  : never;

/** A case in one of the stages that know a step. */
type Ready<Step extends CaseCommandName> = In<CaseState, (typeof caseFlow)[Step][number]>;

const isReady = <Step extends CaseCommandName>(
  state: CaseState,
  step: Step,
  { setting }: Desk,
): state is Ready<Step> => {
  const granted: readonly CaseStage[] = setting.model.cases.transitions[step] ?? [];
  const possible: readonly CaseStage[] = caseFlow[step];
  return granted.includes(state.stage) && possible.includes(state.stage);
};

const wrongStage = (state: CaseState, step: CaseCommandName, { setting }: Desk): Refusal =>
  refuse('wrong-stage', {
    ids: [state.id],
    params: { stage: state.stage, step, from: setting.model.cases.transitions[step] ?? [] },
  });

/** Holds a step to the model's transitions; its rule then knows the stage by type. */
const step =
  <Step extends CaseCommandName>(name: Step, rule: (state: Ready<Step>, data: StepData<Step>, desk: Desk) => Decided) =>
  (state: CaseState, data: StepData<Step>, desk: Desk): Decided =>
    isReady(state, name, desk) ? rule(state, data, desk) : wrongStage(state, name, desk);

interface Entry {
  readonly cohort: CaseState['cohort'];
  readonly from: CaseStage;
  readonly turn?: string;
  readonly limit?: Limit;
}

/** How a stage is entered: from where, whose turn, until when. A limit that is given takes the place of the grade's. */
function enter(
  stage: CaseStage,
  state: CaseState,
  { facts, setting }: Desk,
  changed: { readonly handler?: string; readonly grade?: string; readonly limit?: Limit | undefined } = {},
): Entry {
  const handler = changed.handler ?? ('handler' in state ? state.handler : undefined);
  const of = { grid: state.cohort.grid, handler, reporter: state.reporter };
  const turn = turnOf(stage, of, setting.model, facts);
  const limit = 'limit' in changed ? changed.limit : stageLimit(stage, changed.grade ?? state.grade, setting);
  return {
    cohort: state.cohort,
    from: state.stage,
    ...(turn === undefined ? {} : { turn }),
    ...(limit === undefined ? {} : { limit }),
  };
}

const reason = <Ref>(text: Ref | undefined): { reason?: Ref } => (text === undefined ? {} : { reason: text });

function placed({ place }: ReportCaseData, facts: Facts): GridFact | Refusal {
  if ('grid' in place) {
    return facts(gridOf(place.grid)) ?? refuse('grid-unknown', { ids: [place.grid] });
  }
  const [longitude, latitude] = place.position;
  return (
    facts(gridAt(longitude, latitude, place.system)) ??
    refuse('place-outside', { params: { longitude, latitude, system: place.system } })
  );
}

function reporterOf(data: ReportCaseData, { setting }: Desk): Reporter | Refusal {
  if (data.mode === 'anonymous') {
    return { mode: 'anonymous', ...(data.receipt === undefined ? {} : { receipt: data.receipt }) };
  }
  if (setting.actor.kind !== 'person') return refuse('person-required');
  return { mode: data.mode, person: setting.actor.person };
}

/** A report begins a case in the grid that its place lies in, under the grade of its class. */
function reportCase(state: CaseState | undefined, data: ReportCaseData, desk: Desk): Decided {
  const { facts, setting } = desk;
  if (state !== undefined) return refuse('case-exists', { ids: [data.case] });
  const of = classOf(setting.model, data.class);
  if (of === undefined) return refuse('class-unknown', { ids: [data.class] });
  const grid = placed(data, facts);
  if ('rule' in grid) return grid;
  const reporter = reporterOf(data, desk);
  if ('rule' in reporter) return reporter;
  const turn = turnOf('collected', { grid: grid.code, reporter }, setting.model, facts);
  const limit = stageLimit('collected', of.grade, setting);
  return accept({
    type: 'CaseReported',
    data: {
      cohort: {
        grid: grid.code,
        class: of.id,
        day: civilDateOf(setting.at, setting.model.workingTime),
      },
      class: of.id,
      grade: of.grade,
      place: data.place,
      text: data.text,
      ...(data.address === undefined ? {} : { address: data.address }),
      ...(data.fields === undefined ? {} : { fields: data.fields }),
      ...(data.contact === undefined ? {} : { contact: data.contact }),
      photos: [...data.photos],
      channel: data.channel,
      reporter,
      ...(turn === undefined ? {} : { turn }),
      ...(limit === undefined ? {} : { limit }),
    },
  });
}

const acceptCase = step('AcceptCase', (state, data, desk) => {
  const grade = data.grade ?? state.grade;
  if (!desk.setting.model.cases.grades.some(({ id }) => id === grade)) {
    return refuse('grade-unknown', { ids: [grade] });
  }
  return accept({
    type: 'CaseAccepted',
    data: { ...enter('accepted', state, desk, { grade }), grade },
  });
});

const declineCase = step('DeclineCase', (state, data, desk) =>
  accept({
    type: 'CaseDeclined',
    data: { ...enter('declined', state, desk), reason: data.reason },
  }),
);

const fileCase = step('FileCase', (state, _data, desk) =>
  accept({ type: 'CaseFiled', data: enter('filed', state, desk) }),
);

/** The model proposes a handler and says why; whoever chooses another says why themselves. */
const dispatchCase = step('DispatchCase', (state, data, desk) => {
  if (desk.facts(unitOf(data.handler)) === undefined) {
    return refuse('handler-unknown', { ids: [data.handler] });
  }
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
    },
  });
});

/** Starting work does not begin the time anew: the allowance runs from the dispatch. */
const startCase = step('StartCase', (state, _data, desk) =>
  accept({
    type: 'CaseStarted',
    data: enter('handling', state, desk, { limit: state.limit }),
  }),
);

const contactReporter = step('ContactReporter', (state, data) =>
  accept({
    type: 'ReporterContacted',
    data: { cohort: state.cohort, note: data.note, first: !state.contacted },
  }),
);

const handleCase = step('HandleCase', (state, data, desk) =>
  accept({
    type: 'CaseHandled',
    data: {
      ...enter('verifying', state, desk),
      result: data.result,
      photos: [...(data.photos ?? [])],
    },
  }),
);

const returnCase = step('ReturnCase', (state, data, desk) =>
  accept({
    type: 'CaseReturned',
    data: { ...enter('accepted', state, desk), reason: data.reason },
  }),
);

const reassignCase = step('ReassignCase', (state, data, desk) => {
  if (data.handler === state.handler) return refuse('handler-same', { ids: [data.handler] });
  if (desk.facts(unitOf(data.handler)) === undefined) {
    return refuse('handler-unknown', { ids: [data.handler] });
  }
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

/** A deadline moves on from where it stood, by the model's step, as often as the model lets it. */
const extendCase = step('ExtendCase', (state, data, { setting }) => {
  const { times, allow } = setting.model.cases.extension;
  if (state.limit === undefined) return refuse('nothing-to-extend', { ids: [state.id] });
  if (state.extensions >= times) {
    return refuse('extension-spent', { ids: [state.id], params: { times } });
  }
  const added = limitOf(allow, setting, Math.max(state.limit.at, setting.at));
  return accept({
    type: 'CaseExtended',
    data: {
      cohort: state.cohort,
      reason: data.reason,
      limit: { ...added, from: state.limit.from },
      was: state.limit,
    },
  });
});

const urgeCase = step('UrgeCase', (state, data) =>
  accept({ type: 'CaseUrged', data: { cohort: state.cohort, note: data.note } }),
);

/** Time stands still while a case is suspended; what is left of it is kept. */
const suspendCase = step('SuspendCase', (state, data, desk) => {
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

const resumeCase = step('ResumeCase', (state, _data, desk) => {
  const { before, left } = state;
  const limit = resumedLimit(left, desk.setting);
  const handler = 'handler' in before ? { handler: before.handler } : {};
  return accept({
    type: 'CaseResumed',
    data: {
      ...enter(before.stage, state, desk, { ...handler, limit }),
      to: before.stage,
    },
  });
});

const verifyCase = step('VerifyCase', (state, data, desk) =>
  accept({
    type: 'CaseVerified',
    data: {
      ...enter('closed', state, desk),
      ...(data.note === undefined ? {} : { note: data.note }),
    },
  }),
);

const reworkCase = step('ReworkCase', (state, data, desk) =>
  accept({
    type: 'CaseReworked',
    data: { ...enter('handling', state, desk), reason: data.reason },
  }),
);

const replyCase = step('ReplyCase', (state, data, desk) =>
  accept({
    type: 'CaseReplied',
    data: { ...enter('replied', state, desk), reply: data.reply },
  }),
);

const rateCase = step('RateCase', (state, data, { setting }) => {
  const rating = setting.model.cases.ratings.find(({ id }) => id === data.rating);
  if (rating === undefined) return refuse('rating-unknown', { ids: [data.rating] });
  return accept({
    type: 'CaseRated',
    data: {
      cohort: state.cohort,
      rating: rating.id,
      positive: rating.positive,
      ...(state.rating === undefined ? {} : { was: state.rating.positive }),
      ...(data.comment === undefined ? {} : { comment: data.comment }),
    },
  });
});

/** A case that was replied to is reopened only after its reporter was not satisfied. */
const reopenCase = step('ReopenCase', (state, data, desk) => {
  if (state.stage === 'replied' && state.rating?.positive !== false) {
    return refuse('reopen-needs-unsatisfied', { ids: [state.id] });
  }
  return accept({
    type: 'CaseReopened',
    data: { ...enter('accepted', state, desk), reason: data.reason },
  });
});

/** A case climbs one tier of meetings at a time; from a desk it may go to whichever tier its weight asks for. */
function tierFor(state: Ready<'EscalateCase'>, asked: string | undefined, { setting }: Desk): string | Refusal {
  const { meetings } = setting.model;
  const current = state.stage === 'escalated' ? state.tier : undefined;
  const onward = meetings.find(({ id }) => id === current)?.next;
  const tier = asked ?? (current === undefined ? meetings[0]?.id : onward);
  if (tier === undefined || !meetings.some(({ id }) => id === tier)) {
    return refuse('meeting-tier-unknown', { ids: [state.id], params: { tier: tier ?? '' } });
  }
  if (current !== undefined && tier !== onward) {
    return refuse('meeting-tier-not-next', { ids: [state.id], params: { tier, current } });
  }
  return tier;
}

/** From one meeting to the next a case goes by the resolution of the first, which the process brings. */
const escalateCase = step('EscalateCase', (state, data, desk) => {
  if (state.stage === 'escalated' && desk.setting.actor.kind !== 'process') {
    return refuse('meeting-still-open', { ids: [state.id, state.meeting], params: { tier: state.tier } });
  }
  const tier = tierFor(state, data.tier, desk);
  if (typeof tier !== 'string') return tier;
  return accept({
    type: 'CaseEscalated',
    data: {
      ...enter('escalated', state, desk),
      tier,
      meeting: meetingId.parse(`${state.id}-m${state.meetings + 1}`),
      text: state.text,
      reason: data.reason,
    },
  });
});

const foreignMeeting = (state: Ready<'SettleCase'>, meeting: string): Refusal | undefined =>
  state.meeting === meeting ? undefined : refuse('meeting-not-its-own', { ids: [state.id, meeting] });

const settleCase = step(
  'SettleCase',
  (state, data, desk) =>
    foreignMeeting(state, data.meeting) ??
    accept({
      type: 'CaseSettled',
      data: {
        ...enter('closed', state, desk),
        tier: state.tier,
        meeting: data.meeting,
        resolution: data.resolution,
      },
    }),
);

const referCase = step('ReferCase', (state, data, desk) => {
  if (desk.facts(unitOf(data.handler)) === undefined) {
    return refuse('handler-unknown', { ids: [data.handler] });
  }
  return (
    foreignMeeting(state, data.meeting) ??
    accept({
      type: 'CaseReferred',
      data: {
        ...enter('dispatched', state, desk, { handler: data.handler }),
        tier: state.tier,
        meeting: data.meeting,
        handler: data.handler,
        resolution: data.resolution,
      },
    })
  );
});

/** The case that goes on learns in the same commit which one it took in. */
const mergeCase = step('MergeCase', (state, data, desk) => {
  if (data.into === state.id) return refuse('merge-with-itself', { ids: [state.id] });
  const other = desk.facts(caseOf(data.into));
  if (other === undefined) return refuse('case-unknown', { ids: [data.into] });
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

const withdrawCase = step('WithdrawCase', (state, data, desk) =>
  accept({
    type: 'CaseWithdrawn',
    data: { ...enter('withdrawn', state, desk), ...reason(data.reason) },
  }),
);

const voidCase = step('VoidCase', (state, data, desk) =>
  accept({ type: 'CaseVoided', data: { ...enter('voided', state, desk), reason: data.reason } }),
);

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

function warnDeadline(state: CaseState, data: StepData<'WarnDeadline'>, desk: Desk): Decided {
  const untimely = timely(state, data, ({ warnAt }) => warnAt, desk);
  if (untimely !== undefined) return untimely;
  if (state.warned) return refuse('deadline-moved', { ids: [state.id] });
  return accept({
    type: 'DeadlineWarned',
    data: { cohort: state.cohort, stage: data.stage, due: data.due },
  });
}

/** Supervision starts by itself when a stage is overdue. */
function superviseCase(state: CaseState, data: StepData<'SuperviseCase'>, desk: Desk): Decided {
  const untimely = timely(state, data, ({ at }) => at, desk);
  if (untimely !== undefined) return untimely;
  if (state.supervised) return refuse('deadline-moved', { ids: [state.id] });
  return accept({
    type: 'CaseSupervised',
    data: { cohort: state.cohort, stage: data.stage, due: data.due },
  });
}

function decideStep(state: CaseState, command: CaseStep, desk: Desk): Decided {
  switch (command.type) {
    case 'AcceptCase':
      return acceptCase(state, command.data, desk);
    case 'DeclineCase':
      return declineCase(state, command.data, desk);
    case 'FileCase':
      return fileCase(state, command.data, desk);
    case 'DispatchCase':
      return dispatchCase(state, command.data, desk);
    case 'StartCase':
      return startCase(state, command.data, desk);
    case 'ContactReporter':
      return contactReporter(state, command.data, desk);
    case 'HandleCase':
      return handleCase(state, command.data, desk);
    case 'ReturnCase':
      return returnCase(state, command.data, desk);
    case 'ReassignCase':
      return reassignCase(state, command.data, desk);
    case 'ExtendCase':
      return extendCase(state, command.data, desk);
    case 'UrgeCase':
      return urgeCase(state, command.data, desk);
    case 'SuspendCase':
      return suspendCase(state, command.data, desk);
    case 'ResumeCase':
      return resumeCase(state, command.data, desk);
    case 'VerifyCase':
      return verifyCase(state, command.data, desk);
    case 'ReworkCase':
      return reworkCase(state, command.data, desk);
    case 'ReplyCase':
      return replyCase(state, command.data, desk);
    case 'RateCase':
      return rateCase(state, command.data, desk);
    case 'ReopenCase':
      return reopenCase(state, command.data, desk);
    case 'EscalateCase':
      return escalateCase(state, command.data, desk);
    case 'SettleCase':
      return settleCase(state, command.data, desk);
    case 'ReferCase':
      return referCase(state, command.data, desk);
    case 'MergeCase':
      return mergeCase(state, command.data, desk);
    case 'WithdrawCase':
      return withdrawCase(state, command.data, desk);
    case 'VoidCase':
      return voidCase(state, command.data, desk);
    case 'WarnDeadline':
      return warnDeadline(state, command.data, desk);
    case 'SuperviseCase':
      return superviseCase(state, command.data, desk);
    default:
      return unreachable(command);
  }
}

/** Decides what may happen to a case. */
export function decideCase(
  state: CaseState | undefined,
  command: CaseCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  const desk = { facts, setting };
  if (command.type === 'ReportCase') return reportCase(state, command.data, desk);
  if (state === undefined) return refuse('case-unknown', { ids: [command.data.case] });
  return decideStep(state, command, desk);
}
