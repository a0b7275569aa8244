import { contexts, processes } from '@keting/domain';
import { luqiao } from '@keting/models';
import { createDesk, newId, systemClock, type Clock, type LocalDesk, type Store } from '@keting/runtime';
import { calendar } from '@keting/server';

/** A desk over a store, at the time that a clock tells: what sets the sample up. */
export const openDesk = (store: Store, clock: Clock = systemClock): LocalDesk =>
  createDesk({
    model: luqiao,
    store,
    calendar,
    clock,
    newId,
    contexts,
    processes,
    onTrouble: (trouble) => console.warn(trouble),
  });
