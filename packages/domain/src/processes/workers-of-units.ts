import type { Process } from '../kernel/decider.ts';
import { streamKey, unitId } from '../kernel/ids.ts';
import { workersOf } from '../organisation/establishment/decide.ts';

/** Between units and establishments: who worked in a unit that was dissolved is released, and can be placed elsewhere. */
export const workersOfUnits: Process = {
  name: 'workers-of-units',
  on: ['UnitDissolved'],
  react: ({ stream }, facts) => {
    const unit = unitId.parse(streamKey(stream));
    return facts(workersOf(unit)).map(({ person }) => ({ type: 'ReleaseWorker', data: { unit, person } }));
  },
};
