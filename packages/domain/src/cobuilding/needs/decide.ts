import type { CobuildingRules } from '../../governance-model/cobuilding-rules.ts';
import { accept, unreachable, type Decision, type Setting } from '../../kernel/decider.ts';
import { unitOf, type Facts } from '../../kernel/facts.ts';
import { refuseBy, type Refusal, type RefusalCatalogue } from '../../kernel/refusal.ts';
import { commitmentOffer, projectOffer, resourceOffer, type Offer } from '../facts.ts';
import { placeOf } from '../parts.ts';
import type { AnswerNeedData, MatchNeedData, MeetNeedData, NeedCommand, NeedStep, RaiseNeedData } from './commands.ts';
import { matchOf } from './match.ts';
import type { NeedEvent, NeedState, OfferRef, OpenNeed } from './need.ts';

/** What a need may be refused for, and the capability that says so. */
export const needRefusals = {
  'matching-not-here': 'DEL-04',
  'need-exists': 'DEL-04',
  'need-unknown': 'DEL-04',
  'need-kind-unknown': 'DEL-04',
  'need-unit-unknown': 'DEL-04',
  'need-ended': 'DEL-04',
  'need-matched': 'DEL-04',
  'need-not-matched': 'DEL-04',
  'offer-unknown': 'DEL-04',
  'offer-gone': 'DEL-04',
  'offer-unfit': 'DEL-04',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(needRefusals);
type Decided = Decision<NeedEvent>;
type Rules = NonNullable<CobuildingRules['matching']>;

/** Everything that a decision on a standing need has before it. */
interface Desk {
  readonly facts: Facts;
  readonly rules: Rules;
}

function offerOf({ form, id }: OfferRef, facts: Facts): Offer | undefined {
  switch (form) {
    case 'commitment':
      return facts(commitmentOffer(id));
    case 'resource':
      return facts(resourceOffer(id));
    case 'project':
      return facts(projectOffer(id));
    default:
      return unreachable(form);
  }
}

function raiseNeed(state: NeedState | undefined, data: RaiseNeedData, { facts, rules }: Desk): Decided {
  if (state !== undefined) return refuse('need-exists', { ids: [data.need] });
  const { unit: id, kind, text } = data;
  if (!rules.needs.some((one) => one.id === kind)) return refuse('need-kind-unknown', { params: { kind } });
  const unit = facts(unitOf(id));
  if (unit === undefined) return refuse('need-unit-unknown', { ids: [id] });
  return accept({ type: 'NeedRaised', data: { unit: id, kind, territory: placeOf(unit), text } });
}

/** Nothing is matched by hand alone: the rule that lets it is part of the record. */
function matchNeed(state: OpenNeed, data: MatchNeedData, { facts, rules }: Desk): Decided {
  if (state.stage === 'matched') return refuse('need-matched', { ids: [state.id] });
  const offer = offerOf(data.with, facts);
  if (offer === undefined) return refuse('offer-unknown', { ids: [data.with.id] });
  if (!offer.open) return refuse('offer-gone', { ids: [data.with.id] });
  const match = matchOf(state, offer, rules.rules);
  if (match === undefined) {
    return refuse('offer-unfit', { ids: [data.with.id], params: { need: state.kind, offer: offer.kind } });
  }
  return accept({ type: 'NeedMatched', data: { with: data.with, rule: match.rule.id } });
}

function meetNeed(state: OpenNeed, { evidence, note }: MeetNeedData): Decided {
  return accept({
    type: 'NeedMet',
    data: {
      ...(state.stage === 'matched' ? { with: state.with } : {}),
      evidence: [...evidence],
      ...(note === undefined ? {} : { note }),
    },
  });
}

/** What comes from the other side counts only where the need still waits for just that. */
function notWaiting(state: OpenNeed, data: AnswerNeedData): Refusal | undefined {
  const waits = state.stage === 'matched' && state.with.form === data.with.form && state.with.id === data.with.id;
  return waits ? undefined : refuse('need-not-matched', { ids: [state.id, data.with.id] });
}

function decideStep(state: OpenNeed, command: NeedStep, desk: Desk): Decided {
  switch (command.type) {
    case 'MatchNeed':
      return matchNeed(state, command.data, desk);
    case 'MeetNeed':
      return meetNeed(state, command.data);
    case 'WithdrawNeed':
      return accept({ type: 'NeedWithdrawn', data: { reason: command.data.reason } });
    case 'AnswerNeed':
      return (
        notWaiting(state, command.data) ?? accept({ type: 'NeedMet', data: { with: command.data.with, evidence: [] } })
      );
    case 'ReleaseNeed':
      return notWaiting(state, command.data) ?? accept({ type: 'NeedReleased', data: { with: command.data.with } });
    default:
      return unreachable(command);
  }
}

/** Says yes or no to whatever may be asked of a need. */
export function decideNeed(
  state: NeedState | undefined,
  command: NeedCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  const rules = setting.model.cobuilding?.matching;
  if (rules === undefined) return refuse('matching-not-here');
  if (command.type === 'RaiseNeed') return raiseNeed(state, command.data, { facts, rules });
  if (state === undefined) return refuse('need-unknown', { ids: [command.data.need] });
  if (state.stage === 'met' || state.stage === 'withdrawn') {
    return refuse('need-ended', { ids: [state.id], params: { stage: state.stage } });
  }
  return decideStep(state, command, { facts, rules });
}
