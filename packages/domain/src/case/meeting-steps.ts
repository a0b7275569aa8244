import { meetsOver, nearestTier, tiersFrom } from '../governance-model/meeting-tiers.ts';
import { accept } from '../kernel/decider.ts';
import { meetingId } from '../kernel/ids.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { settledByMeeting } from './settlement.ts';
import { enter, givenFirst, refuse, step, unfit, type Desk, type Ready } from './step.ts';

/** A case climbs the tiers of meetings; from a desk it may go to whichever tier its weight asks for, if one can meet there. */
function tierFor(state: Ready<'EscalateCase'>, asked: string | undefined, { setting, facts }: Desk): string | Refusal {
  const { model } = setting;
  const { grid } = state.cohort;
  const current = state.stage === 'escalated' ? model.meetings.find(({ id }) => id === state.tier) : undefined;
  const lowest = current === undefined ? model.meetings[0]?.id : current.next;
  const tier = asked ?? nearestTier(lowest, grid, model, facts);
  const rule = model.meetings.find(({ id }) => id === tier);
  if (rule === undefined) return refuse('meeting-tier-unknown', { ids: [state.id], params: { tier: tier ?? '' } });
  if (current !== undefined) {
    return tiersFrom(lowest, model).includes(rule)
      ? rule.id
      : refuse('meeting-tier-not-next', { ids: [state.id], params: { tier: rule.id, current: current.id } });
  }
  return meetsOver(rule, grid, facts)
    ? rule.id
    : refuse('meeting-body-missing', { ids: [state.id], params: { tier: rule.id } });
}

/** From one meeting to the next a case goes by the resolution of the first, which the process brings. */
export const escalateCase = step('EscalateCase', (state, data, desk) => {
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

export const settleCase = step('SettleCase', (state, data, desk) => {
  const settlement = settledByMeeting(state.tier, desk);
  return (
    foreignMeeting(state, data.meeting) ??
    accept({
      type: 'CaseSettled',
      data: {
        ...enter('closed', state, desk),
        tier: state.tier,
        meeting: data.meeting,
        resolution: data.resolution,
        ...(settlement === undefined ? {} : { settlement }),
      },
    })
  );
});

export const referCase = step('ReferCase', (state, data, desk) => {
  return (
    unfit(data.handler, desk) ??
    foreignMeeting(state, data.meeting) ??
    accept({
      type: 'CaseReferred',
      data: {
        ...enter('dispatched', state, desk, { handler: data.handler }),
        tier: state.tier,
        meeting: data.meeting,
        handler: data.handler,
        resolution: data.resolution,
        ...givenFirst(state),
      },
    })
  );
});
