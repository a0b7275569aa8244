import { accept } from '../kernel/decider.ts';
import type { CaseState } from './case.ts';
import type { StepData } from './commands.ts';
import { byReporter, enter, refuse, step, type Decided } from './step.ts';

export const replyCase = step('ReplyCase', (state, data, desk) =>
  accept({
    type: 'CaseReplied',
    data: { ...enter('replied', state, desk), reply: data.reply },
  }),
);

/** A merged case has the words that the one it went into was replied to with. */
export const shareReply = (state: CaseState, { reply }: StepData<'ShareReply'>): Decided =>
  state.stage === 'merged'
    ? accept({ type: 'ReplyShared', data: { cohort: state.cohort, reply } })
    : refuse('not-merged', { ids: [state.id] });

export const rateCase = step('RateCase', (state, data, desk) => {
  const rating = desk.setting.model.cases.ratings.find(({ id }) => id === data.rating);
  if (rating === undefined) return refuse('rating-unknown', { ids: [data.rating] });
  return accept({
    type: 'CaseRated',
    data: {
      cohort: state.cohort,
      rating: rating.id,
      positive: rating.positive,
      ...(state.rated === undefined ? {} : { was: state.rated }),
      ...(data.resolved === undefined ? {} : { resolved: data.resolved }),
      ...(state.resolved === undefined ? {} : { wasResolved: state.resolved }),
      ...(state.handler === undefined ? {} : { unit: state.handler }),
      ...(state.ratedUnit === undefined ? {} : { wasUnit: state.ratedUnit }),
      ...(state.resolvedUnit === undefined ? {} : { wasResolvedUnit: state.resolvedUnit }),
      ...(data.comment === undefined ? {} : { comment: data.comment }),
      ...byReporter(state, desk),
    },
  });
});

/** A case that was replied to is reopened only after its reporter was not satisfied. */
export const reopenCase = step('ReopenCase', (state, data, desk) => {
  if (state.stage === 'replied' && state.rating?.positive !== false) {
    return refuse('reopen-needs-unsatisfied', { ids: [state.id] });
  }
  return accept({
    type: 'CaseReopened',
    data: {
      ...enter('accepted', state, desk),
      reason: data.reason,
      ...byReporter(state, desk),
      ...(state.settlement === undefined ? {} : { undone: state.settlement }),
    },
  });
});
