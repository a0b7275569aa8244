import { accept } from '../kernel/decider.ts';
import { limitOf } from './limits.ts';
import { enter, refuse, step } from './step.ts';

/** Starting work does not begin the time anew: the allowance runs from the dispatch. */
export const startCase = step('StartCase', (state, _data, desk) =>
  accept({
    type: 'CaseStarted',
    data: enter('handling', state, desk, { limit: state.limit }),
  }),
);

export const handleCase = step('HandleCase', (state, data, desk) =>
  accept({
    type: 'CaseHandled',
    data: {
      ...enter('verifying', state, desk),
      result: data.result,
      photos: [...(data.photos ?? [])],
    },
  }),
);

/** A deadline moves on from where it stood, by the model's step, as often as the model lets it. */
export const extendCase = step('ExtendCase', (state, data, { setting }) => {
  const { times, allow } = setting.model.cases.extension;
  if (state.limit === undefined) return refuse('nothing-to-extend', { ids: [state.id] });
  if (state.extensions >= times) {
    return refuse('extension-spent', { ids: [state.id], params: { times } });
  }
  const added = limitOf(allow, setting, Math.max(state.limit.at, setting.at));
  return accept({
    type: 'CaseExtended',
    data: {
      cohort: state.cohort,
      reason: data.reason,
      limit: { ...added, from: state.limit.from },
      was: state.limit,
    },
  });
});

export const verifyCase = step('VerifyCase', (state, data, desk) =>
  accept({
    type: 'CaseVerified',
    data: {
      ...enter('closed', state, desk),
      ...(data.note === undefined ? {} : { note: data.note }),
    },
  }),
);

export const reworkCase = step('ReworkCase', (state, data, desk) =>
  accept({
    type: 'CaseReworked',
    data: { ...enter('handling', state, desk), reason: data.reason },
  }),
);
