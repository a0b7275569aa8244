import type { VolunteeringRules } from '../../governance-model/volunteering-rules.ts';
import { accept, unreachable, type Decision, type Setting } from '../../kernel/decider.ts';
import type { Facts } from '../../kernel/facts.ts';
import { refuseBy, type Refusal, type RefusalCatalogue } from '../../kernel/refusal.ts';
import { startOfDay, type CivilDate } from '../../kernel/time.ts';
import { daysAfter, todayOf } from '../dates.ts';
import { unitAmong } from '../places.ts';
import type { ClaimedPostEvent, ClaimedPostState, OfferedPost, PostHolder } from './claimed-post.ts';
import type { ClaimedPostCommand, ClaimedPostStep, HolderData, OfferPostData } from './commands.ts';

/** What a claimed post may be refused for, and the capability that says so. */
export const claimedPostRefusals = {
  'claimed-posts-lacking': 'VOL-03',
  'claimed-post-exists': 'VOL-03',
  'claimed-post-unknown': 'VOL-03',
  'claimed-post-ended': 'VOL-03',
  'claimed-post-unit-unfit': 'VOL-03',
  'claimed-post-kind-unknown': 'VOL-03',
  'claimed-post-places-too-many': 'VOL-03',
  'claimed-post-term-unfit': 'VOL-03',
  'claimed-post-full': 'VOL-03',
  'claimed-post-held': 'VOL-03',
  'claimed-post-not-held': 'VOL-03',
  'claimed-post-term-runs': 'VOL-03',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(claimedPostRefusals);
type Decided = Decision<ClaimedPostEvent>;
type Rules = NonNullable<VolunteeringRules['claimedPosts']>;

function offerFault(
  { post, kind, places, from, until }: OfferPostData,
  rules: Rules,
  setting: Setting,
): Refusal | undefined {
  const ids = [post];
  if (!rules.kinds.some(({ id }) => id === kind)) return refuse('claimed-post-kind-unknown', { params: { kind } });
  if (places > rules.mostPlaces) {
    return refuse('claimed-post-places-too-many', { ids, params: { limit: rules.mostPlaces } });
  }
  const lasts = until > from && until > todayOf(setting) && until <= daysAfter(from, rules.longest);
  return lasts ? undefined : refuse('claimed-post-term-unfit', { ids, params: { longest: rules.longest } });
}

/** A post is offered with its places and its term: how many, and until when at most, anyone can hold it. */
function offerPost(
  state: ClaimedPostState | undefined,
  data: OfferPostData,
  rules: Rules,
  facts: Facts,
  setting: Setting,
): Decided {
  if (state !== undefined) return refuse('claimed-post-exists', { ids: [data.post] });
  const territory = unitAmong(rules.units, data.unit, facts)?.territories[0];
  if (territory === undefined) return refuse('claimed-post-unit-unfit', { ids: [data.unit] });
  const fault = offerFault(data, rules, setting);
  if (fault !== undefined) return fault;
  const { unit, kind, title, places, from, until } = data;
  const endsAt = startOfDay(until, setting.model.workingTime);
  return accept({ type: 'PostOffered', data: { unit, territory, kind, title, places, from, until, endsAt } });
}

const placeOf = ({ unit, territory, kind }: OfferedPost) => ({ unit, territory, kind });

function claimPost(state: OfferedPost, { person }: HolderData, setting: Setting): Decided {
  const { id, holders, places, endsAt } = state;
  if (setting.at >= endsAt) return refuse('claimed-post-ended', { ids: [id] });
  if (holders.some((one) => one.person === person)) return refuse('claimed-post-held', { ids: [id, person] });
  if (holders.length >= places) return refuse('claimed-post-full', { ids: [id], params: { places } });
  return accept({ type: 'PostClaimed', data: { ...placeOf(state), person, day: todayOf(setting) } });
}

/** Whether somebody has held a post on no day of its term to the end: what never began is no service. */
const isUnserved = ({ from }: OfferedPost, { day }: PostHolder, today: CivilDate): boolean =>
  today <= (day > from ? day : from);

function giveUpPost(state: OfferedPost, { person }: HolderData, setting: Setting): Decided {
  const holder = state.holders.find((one) => one.person === person);
  if (holder === undefined) return refuse('claimed-post-not-held', { ids: [state.id, person] });
  const day = todayOf(setting);
  const unserved = isUnserved(state, holder, day) ? { unserved: holder.day } : {};
  return accept({ type: 'PostGivenUp', data: { ...placeOf(state), person, day, ...unserved } });
}

const personsOf = ({ holders }: OfferedPost) => holders.map(({ person }) => person);

function withdrawPost(state: OfferedPost, setting: Setting): Decided {
  const unserved = state.holders.filter((one) => isUnserved(state, one, todayOf(setting)));
  const rest = unserved.length === 0 ? {} : { unserved };
  return accept({ type: 'PostWithdrawn', data: { ...placeOf(state), holders: personsOf(state), ...rest } });
}

/** Comes by itself when the term is over, and not before. */
function endTerm(state: OfferedPost, setting: Setting): Decided {
  const { id, endsAt } = state;
  if (setting.at < endsAt) return refuse('claimed-post-term-runs', { ids: [id], params: { due: endsAt } });
  return accept({ type: 'PostTermEnded', data: { ...placeOf(state), holders: personsOf(state) } });
}

function decideStep(state: OfferedPost, command: ClaimedPostStep, setting: Setting): Decided {
  switch (command.type) {
    case 'ClaimPost':
      return claimPost(state, command.data, setting);
    case 'GiveUpPost':
      return giveUpPost(state, command.data, setting);
    case 'WithdrawPost':
      return withdrawPost(state, setting);
    case 'EndPostTerm':
      return endTerm(state, setting);
    default:
      return unreachable(command);
  }
}

/** Decides what may happen to a post that members claim. */
export function decideClaimedPost(
  state: ClaimedPostState | undefined,
  command: ClaimedPostCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  const rules = setting.model.volunteering?.claimedPosts;
  const ids = [command.data.post];
  if (rules === undefined) return refuse('claimed-posts-lacking', { ids });
  if (command.type === 'OfferPost') return offerPost(state, command.data, rules, facts, setting);
  if (state === undefined) return refuse('claimed-post-unknown', { ids });
  return state.stage === 'offered' ? decideStep(state, command, setting) : refuse('claimed-post-ended', { ids });
}
