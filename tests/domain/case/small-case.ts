import {
  caseContext,
  unitId,
  type CaseCommand,
  type CaseEvent,
  type CaseStage,
  type CaseState,
  type GovernanceModel,
  type Message,
  type UnitFact,
} from '@keting/domain';
import { given, sampleModel, type Given } from '@keting/domain/testing';

export type CaseGiven = Given<CaseState, CaseCommand, CaseEvent>;
export type Asked = Message<CaseCommand['type']>;

const unit = (id: string, kind: string, parent?: string): UnitFact => ({
  id: unitId.parse(id),
  kind,
  territories: ['990101001'],
  parent: parent === undefined ? undefined : unitId.parse(parent),
});

const units = [
  unit('street', 'street-committee'),
  unit('joint', 'joint-committee', 'street'),
  unit('room', 'living-room', 'joint'),
  unit('office', 'street-office', 'street'),
  unit('council', 'residents-committee', 'office'),
];

export const grid = '99010100100100101';

/** A case with this past, in a place with one unit of each kind that a case may come to. */
export const aCase = (...past: readonly CaseEvent[]): CaseGiven =>
  given(caseContext, ...past)
    .withAll('unitsOver', (kind, code) => (String(code) === grid ? units.filter((one) => one.kind === kind) : []))
    .withAll('unitOf', (id) => units.find((one) => one.id === id))
    .withAll('gridOf', (code) => (code === grid ? { code: grid, kind: 'micro', community: '990101001001' } : undefined))
    .withAll('gridAt', (longitude) =>
      longitude === 120 ? { code: grid, kind: 'micro', community: '990101001001' } : undefined,
    )
    .withAll('caseOf', (id) =>
      id === 'other' ? { stage: 'accepted', cohort: { grid, class: 'pothole', day: '2026-03-01' } } : undefined,
    );

export const report = (rest: Readonly<Record<string, unknown>> = {}): Asked => ({
  type: 'ReportCase',
  data: {
    case: 'c1',
    class: 'dispute',
    place: { grid },
    text: 'Noise at night',
    photos: [],
    channel: 'resident',
    mode: 'masked',
    ...rest,
  },
});

/** A step on the case, with what it cannot do without. */
export const step = (type: CaseCommand['type'], rest: Readonly<Record<string, unknown>> = {}): Asked => ({
  type,
  data: { case: 'c1', ...needs[type], ...rest },
});

const because = { reason: 'Because' };
const needs: Readonly<Partial<Record<CaseCommand['type'], Readonly<Record<string, unknown>>>>> = {
  DeclineCase: because,
  DispatchCase: { handler: 'council' },
  ContactReporter: { note: 'Called' },
  HandleCase: { result: 'Done' },
  ReturnCase: because,
  ReassignCase: { handler: 'office', ...because },
  AskExtension: because,
  ExtendCase: because,
  RefuseExtension: because,
  UrgeCase: { note: 'Please' },
  SuspendCase: because,
  ReworkCase: because,
  ReplyCase: { reply: 'Settled' },
  RateCase: { rating: 'satisfied' },
  ReopenCase: because,
  EscalateCase: because,
  SettleCase: { meeting: 'c1-m1', resolution: 'Agreed' },
  ReferCase: { meeting: 'c1-m1', handler: 'office', resolution: 'Passed on' },
  MergeCase: { into: 'other', ...because },
  VoidCase: because,
};

const toDispatch = [report(), step('AcceptCase'), step('DispatchCase')];
const toClosed = [...toDispatch, step('HandleCase'), step('VerifyCase')];

/** A way to each stage under the sample model. */
export const wayTo: Readonly<Record<CaseStage, readonly Asked[]>> = {
  collected: [report()],
  accepted: [report(), step('AcceptCase')],
  filed: [report(), step('AcceptCase'), step('FileCase')],
  dispatched: toDispatch,
  handling: [...toDispatch, step('StartCase')],
  verifying: [...toDispatch, step('HandleCase')],
  closed: toClosed,
  replied: [...toClosed, step('ReplyCase')],
  escalated: [report(), step('AcceptCase'), step('EscalateCase')],
  suspended: [report(), step('AcceptCase'), step('SuspendCase')],
  declined: [report(), step('DeclineCase')],
  voided: [report(), step('VoidCase')],
  withdrawn: [report(), step('WithdrawCase')],
  merged: [report(), step('MergeCase')],
};

const goOn =
  (model: GovernanceModel) =>
  (past: readonly CaseEvent[], command: Asked): readonly CaseEvent[] => [
    ...past,
    ...aCase(...past)
      .under(model)
      .when(command).events,
  ];

/** What happens when all this is asked in turn; what is refused leaves no trace. */
export const happened = (asked: readonly Asked[], model: GovernanceModel = sampleModel()): readonly CaseEvent[] =>
  asked.reduce(goOn(model), []);

/** What has happened, and what happens when all this is asked in turn then. */
export const happenedAfter = (past: readonly CaseEvent[], ...asked: readonly Asked[]): readonly CaseEvent[] =>
  asked.reduce(goOn(sampleModel()), past);

/** A case in a stage, under the sample model. */
export const inStage = (stage: CaseStage): CaseGiven => aCase(...happened(wayTo[stage]));
