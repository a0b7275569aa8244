import { contexts, processes, type GovernanceModel } from '@keting/domain';
import { createDesk, newId, systemClock, type Clock, type Files, type LocalDesk, type Store } from '@keting/runtime';
import { calendar } from '@keting/server';

/** What a desk that sets a sample up has beside its store: the present, and no files, unless told. */
interface Besides {
  readonly clock?: Clock;
  readonly files?: Files;
}

/** A desk over a store, at the time that a clock tells: what sets a sample up. */
export const openDesk = (
  model: GovernanceModel,
  store: Store,
  { clock = systemClock, ...rest }: Besides = {},
): LocalDesk =>
  createDesk({
    ...rest,
    model,
    store,
    calendar,
    clock,
    newId,
    contexts,
    processes,
    onTrouble: (trouble) => console.warn(trouble),
  });
