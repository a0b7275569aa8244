import type { VolunteeringRules } from '../../governance-model/volunteering-rules.ts';
import { accept, unreachable, type Decision, type Setting } from '../../kernel/decider.ts';
import type { Facts } from '../../kernel/facts.ts';
import { refuseBy, type Refusal, type RefusalCatalogue } from '../../kernel/refusal.ts';
import { startOfDay, type Instant } from '../../kernel/time.ts';
import { daysAfter, todayOf } from '../dates.ts';
import { unitAmong } from '../places.ts';
import type { ClaimWishData, FulfilWishData, PublishWishData, WishCommand, WishStep } from './commands.ts';
import type { ClaimedWish, FulfilledWish, WishEvent, WishState } from './wish.ts';

/** What a wish may be refused for, and the capability that says so. */
export const wishRefusals = {
  'wishes-lacking': 'VOL-04',
  'wish-exists': 'VOL-04',
  'wish-unknown': 'VOL-04',
  'wish-kind-unknown': 'VOL-04',
  'wish-unit-unfit': 'VOL-04',
  'wish-taken': 'VOL-04',
  'wish-ones-own': 'VOL-04',
  'wish-not-claimed': 'VOL-04',
  'wish-not-fulfilled': 'VOL-04',
  'wish-ended': 'VOL-04',
  'wish-still-claimed': 'VOL-04',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(wishRefusals);
type Decided = Decision<WishEvent>;

/** Everything that a decision on a wish has before it. */
interface Desk {
  readonly rules: NonNullable<VolunteeringRules['wishes']>;
  readonly setting: Setting;
}

function publishWish(
  state: WishState | undefined,
  data: PublishWishData,
  facts: Facts,
  { rules, setting }: Desk,
): Decided {
  if (state !== undefined) return refuse('wish-exists', { ids: [data.wish] });
  if (!rules.kinds.some(({ id }) => id === data.kind)) {
    return refuse('wish-kind-unknown', { params: { kind: data.kind } });
  }
  const territory = unitAmong(rules.units, data.unit, facts)?.territories[0];
  if (territory === undefined) return refuse('wish-unit-unfit', { ids: [data.unit] });
  const { unit, kind, wisher, channel, text, contact } = data;
  const day = todayOf(setting);
  return accept({ type: 'WishPublished', data: { unit, territory, kind, wisher, channel, text, contact, day } });
}

const placeOf = ({ unit, territory, kind }: WishState) => ({ unit, territory, kind });

/** Until when a claim holds that begins now: to the end of the last of its days. */
const dueAt = ({ rules, setting }: Desk): Instant =>
  startOfDay(daysAfter(todayOf(setting), rules.claimDays + 1), setting.model.workingTime);

/** The first to claim it has it; whoever comes second is told so. */
function claimWish(state: WishState, { claimer }: ClaimWishData, desk: Desk): Decided {
  if (state.stage !== 'open') return refuse('wish-taken', { ids: [state.id] });
  const { wisher, contact } = state;
  if (claimer === wisher) return refuse('wish-ones-own', { ids: [state.id] });
  const day = todayOf(desk.setting);
  return accept({
    type: 'WishClaimed',
    data: { ...placeOf(state), claimer, day, wisher, contact, dueAt: dueAt(desk) },
  });
}

const claimOf = (state: ClaimedWish | FulfilledWish, { setting }: Desk) => ({
  ...placeOf(state),
  claimer: state.claimer,
  day: todayOf(setting),
});

const notClaimed = ({ id }: WishState): Refusal => refuse('wish-not-claimed', { ids: [id] });
const notFulfilled = ({ id }: WishState): Refusal => refuse('wish-not-fulfilled', { ids: [id] });

function giveBackWish(state: WishState, desk: Desk): Decided {
  if (state.stage !== 'claimed') return notClaimed(state);
  return accept({ type: 'WishGivenBack', data: { ...claimOf(state, desk), late: false } });
}

/** Comes by itself when a claim has run out, and not before. */
function freeWish(state: WishState, desk: Desk): Decided {
  if (state.stage !== 'claimed') return notClaimed(state);
  if (desk.setting.at < state.dueAt) {
    return refuse('wish-still-claimed', { ids: [state.id], params: { due: state.dueAt } });
  }
  return accept({ type: 'WishGivenBack', data: { ...claimOf(state, desk), late: true } });
}

function fulfilWish(state: WishState, { note }: FulfilWishData, desk: Desk): Decided {
  if (state.stage !== 'claimed') return notClaimed(state);
  return accept({ type: 'WishFulfilled', data: { ...claimOf(state, desk), note } });
}

function confirmWish(state: WishState, desk: Desk): Decided {
  if (state.stage !== 'fulfilled') return notFulfilled(state);
  return accept({ type: 'WishConfirmed', data: claimOf(state, desk) });
}

function returnWish(state: WishState, desk: Desk): Decided {
  if (state.stage !== 'fulfilled') return notFulfilled(state);
  return accept({ type: 'WishReturned', data: { ...claimOf(state, desk), dueAt: dueAt(desk) } });
}

function withdrawWish(state: WishState, { setting }: Desk): Decided {
  const claimer = 'claimer' in state ? { claimer: state.claimer } : {};
  return accept({ type: 'WishWithdrawn', data: { ...placeOf(state), ...claimer, day: todayOf(setting) } });
}

function decideStep(state: WishState, command: WishStep, desk: Desk): Decided {
  switch (command.type) {
    case 'ClaimWish':
      return claimWish(state, command.data, desk);
    case 'GiveBackWish':
      return giveBackWish(state, desk);
    case 'FreeWish':
      return freeWish(state, desk);
    case 'FulfilWish':
      return fulfilWish(state, command.data, desk);
    case 'ConfirmWish':
      return confirmWish(state, desk);
    case 'ReturnWish':
      return returnWish(state, desk);
    case 'WithdrawWish':
      return withdrawWish(state, desk);
    default:
      return unreachable(command);
  }
}

/** Decides what may happen to a wish. */
export function decideWish(
  state: WishState | undefined,
  command: WishCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  const rules = setting.model.volunteering?.wishes;
  const ids = [command.data.wish];
  if (rules === undefined) return refuse('wishes-lacking', { ids });
  const desk = { rules, setting };
  if (command.type === 'PublishWish') return publishWish(state, command.data, facts, desk);
  if (state === undefined) return refuse('wish-unknown', { ids });
  const over = state.stage === 'confirmed' || state.stage === 'withdrawn';
  return over ? refuse('wish-ended', { ids }) : decideStep(state, command, desk);
}
