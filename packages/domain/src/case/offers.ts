import { unwritten } from '../kernel/contents.ts';
import type { CommandSpec, Setting } from '../kernel/decider.ts';
import type { Facts } from '../kernel/facts.ts';
import { caseId, unitId } from '../kernel/ids.ts';
import type { CaseState } from './case.ts';
import type { CaseStep, StepData } from './commands.ts';
import { otherHandler, proposedHandler } from './turn.ts';

type Offer<T extends CaseStep['type']> = (state: CaseState, facts: Facts, setting: Setting) => StepData<T> | undefined;

const plain = ({ id }: CaseState) => ({ case: caseId.parse(id) });
const withReason = (state: CaseState) => ({ ...plain(state), reason: unwritten });

/** The proposed handler; where the model proposes none, the unit whose turn it is, which then takes a reason. */
const dispatch: Offer<'DispatchCase'> = (state, facts, { model }) => {
  const proposal = proposedHandler(state.cohort, model, facts);
  if (proposal !== undefined) return { ...plain(state), handler: unitId.parse(proposal.unit.id) };
  return state.turn === undefined ? undefined : { ...withReason(state), handler: unitId.parse(state.turn) };
};

const presentHandler = (state: CaseState): string | undefined => ('handler' in state ? state.handler : undefined);

/** Another handler than the present one is asked for; the model's proposal is offered where it is another. */
const reassign: Offer<'ReassignCase'> = (state, facts, { model }) => {
  const present = presentHandler(state);
  const proposal = proposedHandler(state.cohort, model, facts);
  const other = proposal?.unit.id === present ? otherHandler(state.cohort, present, model, facts) : proposal?.unit;
  return other === undefined ? undefined : { ...withReason(state), handler: unitId.parse(other.id) };
};

/** The dispatch rule that chose the handler in the offer; none where the offer does not follow one. */
export const caseOfferRules: { readonly [T in CaseStep['type']]?: CommandSpec<unknown, CaseState>['rule'] } = {
  DispatchCase: (state, facts, { model }) => proposedHandler(state.cohort, model, facts)?.rule.id,
  ReassignCase: (state, facts, { model }) => {
    const proposal = proposedHandler(state.cohort, model, facts);
    return proposal?.unit.id === presentHandler(state) ? undefined : proposal?.rule.id;
  },
};

/** What the desk proposes for each step, texts still unwritten. Steps that come by themselves are not offered. */
export const caseOffers: { readonly [T in CaseStep['type']]?: Offer<T> } = {
  AcceptCase: (state) => ({ ...plain(state), grade: state.grade }),
  DeclineCase: withReason,
  FileCase: (state, _facts, { model }) => ({
    ...plain(state),
    ...(model.cases.filing === undefined ? {} : { criteria: model.cases.filing.map(({ id }) => id) }),
  }),
  DispatchCase: dispatch,
  StartCase: plain,
  ContactReporter: (state) => ({ ...plain(state), note: unwritten }),
  HandleCase: (state) => ({ ...plain(state), result: unwritten }),
  ReturnCase: withReason,
  ReassignCase: reassign,
  AskExtension: (state, _facts, { model }) => (model.cases.extension.approval ? withReason(state) : undefined),
  ExtendCase: withReason,
  RefuseExtension: (state) => (state.extensionAskedBy === undefined ? undefined : withReason(state)),
  UrgeCase: (state) => ({ ...plain(state), note: unwritten }),
  SuspendCase: withReason,
  ResumeCase: plain,
  VerifyCase: plain,
  ReworkCase: withReason,
  ReplyCase: (state) => ({ ...plain(state), reply: unwritten }),
  RateCase: (state, _facts, { model }) => {
    const [first] = model.cases.ratings;
    return first === undefined ? undefined : { ...plain(state), rating: first.id };
  },
  ReopenCase: withReason,
  EscalateCase: withReason,
  WithdrawCase: plain,
  VoidCase: withReason,
};
