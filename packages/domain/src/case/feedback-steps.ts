import { accept } from '../kernel/decider.ts';
import { byReporter, enter, refuse, step } from './step.ts';

export const replyCase = step('ReplyCase', (state, data, desk) =>
  accept({
    type: 'CaseReplied',
    data: { ...enter('replied', state, desk), reply: data.reply },
  }),
);

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
    data: { ...enter('accepted', state, desk), reason: data.reason, ...byReporter(state, desk) },
  });
});
