import { accept } from '../kernel/decider.ts';
import { unitId } from '../kernel/ids.ts';
import { settledByHandler } from './settlement.ts';
import { enter, step } from './step.ts';

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

export const verifyCase = step('VerifyCase', (state, data, desk) => {
  const settlement = settledByHandler(unitId.parse(state.handler), desk);
  return accept({
    type: 'CaseVerified',
    data: {
      ...enter('closed', state, desk),
      ...(data.note === undefined ? {} : { note: data.note }),
      ...(settlement === undefined ? {} : { settlement }),
    },
  });
});

export const reworkCase = step('ReworkCase', (state, data, desk) =>
  accept({
    type: 'CaseReworked',
    data: { ...enter('handling', state, desk), reason: data.reason },
  }),
);
