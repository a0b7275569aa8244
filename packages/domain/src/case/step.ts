import type { Decision, Setting } from '../kernel/decider.ts';
import type { Facts } from '../kernel/facts.ts';
import type { UnitId } from '../kernel/ids.ts';
import { refuseBy, type Refusal, type RefusalCatalogue } from '../kernel/refusal.ts';
import { caseFlow, type CaseCommandName, type CaseStage } from '../governance-model/case-flow.ts';
import { handlerFault } from '../governance-model/handlers.ts';
import {
  currentHandler,
  isUnreachable,
  letRunOver,
  ownerOf,
  type CaseEvent,
  type CaseState,
  type Limit,
  type Stay,
} from './case.ts';
import type { StepData } from './commands.ts';
import { stageLimit } from './limits.ts';
import { turnOf } from './turn.ts';

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
  'handler-unfit': 'CASE-03',
  'handler-same': 'CASE-03',
  'reason-required': 'CASE-03',
  'extension-spent': 'CASE-04',
  'extension-not-asked': 'CASE-04',
  'extension-asked-already': 'CASE-04',
  'extension-own-request': 'CASE-04',
  'extension-needs-no-approval': 'CASE-04',
  'criterion-unmet': 'CASE-02',
  'nothing-to-extend': 'CASE-04',
  'rating-unknown': 'CASE-08',
  'reopen-needs-unsatisfied': 'CASE-08',
  'merge-with-itself': 'CASE-04',
  'merge-into-ended': 'CASE-04',
  'case-unknown': 'CASE-04',
  'meeting-tier-unknown': 'CASE-06',
  'meeting-body-missing': 'CASE-06',
  'meeting-tier-not-next': 'CASE-06',
  'meeting-not-its-own': 'CASE-06',
  'meeting-still-open': 'CASE-06',
  'deadline-moved': 'CASE-05',
  'deadline-not-reached': 'CASE-05',
  'nothing-to-refile': 'CASE-04',
  'not-merged': 'CASE-04',
  'reporter-unreachable': 'CASE-05',
  'holds-merged': 'CASE-04',
} as const satisfies RefusalCatalogue;

export const refuse = refuseBy(caseRefusals);
export type Decided = Decision<CaseEvent>;

/** Everything that a decision on a standing case has before it. */
export interface Desk {
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
export type Ready<Step extends CaseCommandName> = In<CaseState, (typeof caseFlow)[Step][number]>;

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
export const step =
  <Step extends CaseCommandName>(name: Step, rule: (state: Ready<Step>, data: StepData<Step>, desk: Desk) => Decided) =>
  (state: CaseState, data: StepData<Step>, desk: Desk): Decided =>
    isReady(state, name, desk) ? rule(state, data, desk) : wrongStage(state, name, desk);

interface Entry {
  readonly cohort: CaseState['cohort'];
  readonly from: CaseStage;
  readonly turn?: string;
  readonly limit?: Limit;
  readonly held?: Stay;
  readonly overdueBefore?: true;
  readonly unreachable?: true;
}

/** Whether the stage ran over, and it is not on record yet: a step that ends it then records that first. */
export const hasRunOver = ({ limit, supervised }: CaseState, { setting }: Desk): boolean =>
  limit !== undefined && !supervised && setting.at > limit.at;

/** How the stage that ends here was held; undefined where the record does not say when it began. */
function heldBy(state: CaseState, desk: Desk): Stay | undefined {
  if (state.since === undefined) return undefined;
  const handler = currentHandler(state);
  const overruns = handler !== undefined && state.turn === handler && hasRunOver(state, desk);
  return {
    since: state.since,
    ...(state.turn === undefined ? {} : { unit: state.turn }),
    ...(handler === undefined ? {} : { handler }),
    ...(state.limit === undefined ? {} : { due: state.limit.at }),
    ...(state.contactedInTime === true ? { contacted: true } : {}),
    ...(letRunOver(state, handler) || overruns ? { overdue: true } : {}),
    ...(handler !== undefined && state.givenUnreachable === true ? { unreachable: true } : {}),
  };
}

/** How a stage is entered: from where, whose turn, until when. A limit that is given takes the place of the grade's. */
export function enter(
  stage: CaseStage,
  state: CaseState,
  desk: Desk,
  changed: { readonly handler?: string; readonly grade?: string; readonly limit?: Limit | undefined } = {},
): Entry {
  const { facts, setting } = desk;
  const handler = changed.handler ?? ('handler' in state ? state.handler : undefined);
  const of = { grid: state.cohort.grid, handler };
  const turn = turnOf(stage, of, setting.model, facts);
  const held = heldBy(state, desk);
  const limit = 'limit' in changed ? changed.limit : stageLimit(stage, changed.grade ?? state.grade, setting);
  return {
    cohort: state.cohort,
    from: state.stage,
    ...(turn === undefined ? {} : { turn }),
    ...(limit === undefined ? {} : { limit }),
    ...(held === undefined ? {} : { held }),
    ...(letRunOver(state, changed.handler) ? { overdueBefore: true } : {}),
    ...(changed.handler !== undefined && isUnreachable(state) ? { unreachable: true } : {}),
  };
}

/** A case is given to a unit that is there, and that may handle cases. */
export function unfit(handler: UnitId, { facts, setting }: Desk): Refusal | undefined {
  const code = handlerFault(handler, facts, setting.model);
  return code && refuse(code, { ids: [handler] });
}

/** Marks what a reporter does with their own report. Who shows a receipt instead of a name is on record as nobody. */
export const byReporter = ({ reporter }: CaseState, { setting }: Desk): { byReporter?: true } =>
  setting.actor.kind === 'person' && setting.actor.person === ownerOf(reporter) ? { byReporter: true } : {};

/** Whether this is the first time that a handler is given the case, and whether a contact from before counts from here. */
export const givenFirst = ({ assigned, contactedEarly }: CaseState): { first: boolean; contacted?: true } => ({
  first: !assigned,
  ...(!assigned && contactedEarly === true ? { contacted: true } : {}),
});

export const reason = <Ref>(text: Ref | undefined): { reason?: Ref } => (text === undefined ? {} : { reason: text });
