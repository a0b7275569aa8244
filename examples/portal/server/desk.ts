import { contexts, processes, type GovernanceModel } from '@keting/domain';
import { createDesk, newId, systemClock, type Clock, type LocalDesk, type Store } from '@keting/runtime';
import { calendar } from '@keting/server';

/** A desk over a store, at the time that a clock tells: what sets a sample up. */
export const openDesk = (model: GovernanceModel, store: Store, clock: Clock = systemClock): LocalDesk =>
  createDesk({
    model,
    store,
    calendar,
    clock,
    newId,
    contexts,
    processes,
    onTrouble: (trouble) => console.warn(trouble),
  });
