import { unwritten } from '../kernel/contents.ts';
import type { Setting } from '../kernel/decider.ts';
import type { Facts } from '../kernel/facts.ts';
import { meetingId } from '../kernel/ids.ts';
import { entitledNow, ruleOf } from './body.ts';
import type { MeetingStep, ResolveMeetingData } from './commands.ts';
import type { MeetingState } from './meeting.ts';

type Offer<T extends MeetingStep['type']> = (
  state: MeetingState,
  facts: Facts,
  setting: Setting,
) => Extract<MeetingStep, { type: T }>['data'] | undefined;

const plain = ({ id }: MeetingState) => ({ meeting: meetingId.parse(id) });

/** A resolution that all who came agree to; where nobody can come, only the way up is left. */
const resolve: Offer<'ResolveMeeting'> = (state): ResolveMeetingData => {
  const of = { ...plain(state), resolution: unwritten };
  if (state.eligible.length === 0) return { ...of, outcome: 'passed-up' };
  const inFavour = state.stage === 'held' ? state.present.length : state.eligible.length;
  return { ...of, outcome: 'settled', votes: { inFavour, against: 0, abstained: 0 } };
};

/** Everybody who is entitled on the day comes: who left between call and meeting is none of them. */
const hold: Offer<'HoldMeeting'> = (state, facts, setting) => {
  const rule = ruleOf(setting.model, state.tier);
  const { eligible } = rule === undefined ? state : entitledNow(rule, state.grid, facts, setting);
  return { ...plain(state), present: eligible.map(({ person }) => person) };
};

/** What the desk proposes for each step: everybody came, everybody agrees, texts still unwritten. */
export const meetingOffers: { readonly [T in MeetingStep['type']]: Offer<T> } = {
  RelistMeeting: plain,
  AddToAgenda: (state) => ({ ...plain(state), title: unwritten }),
  HoldMeeting: hold,
  ResolveMeeting: resolve,
};
