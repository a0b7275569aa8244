import {
  caseContext,
  gridContext,
  meetingContext,
  organisationContext,
  peopleContext,
  processes,
  type Context,
} from '@keting/domain';
import { luqiao } from '@keting/models';
import {
  createDesk,
  memoryFiles,
  memoryStore,
  newId,
  systemClock,
  viewsOf,
  type Clock,
  type LocalDesk,
  type Store,
} from '@keting/runtime';
import { calendar } from './calendar.ts';

const contexts: readonly Context[] = [organisationContext, peopleContext, gridContext, caseContext, meetingContext];

/** An empty record that knows every view of the portal. */
export const openStore = (): Store => memoryStore({ views: viewsOf(contexts) });

const files = memoryFiles();

/** A desk over a store, at the time that a clock tells. */
export const openDesk = (
  store: Store,
  clock: Clock = systemClock,
  onTrouble: (trouble: unknown) => void = (trouble) => console.warn(trouble),
): LocalDesk =>
  createDesk({
    model: luqiao,
    store,
    calendar,
    clock,
    newId,
    files,
    contexts,
    processes,
    onTrouble,
  });
