import type { Recorded } from '../kernel/envelope.ts';
import { accountEventSchemas, evolveAccount, type Account, type AccountEvent } from './account.ts';
import { evolveHonour, honourEventSchemas, type Honour, type HonourEvent } from './honour.ts';
import { evolveItem, itemEventSchemas, type Item, type ItemEvent } from './item.ts';

/** The data of every event of points, items and honours, by the event's type. */
export const pointEventSchemas = { ...accountEventSchemas, ...itemEventSchemas, ...honourEventSchemas } as const;

/** What can happen to a person's points, to an item of a store, or to an honour. */
export type PointEvent = AccountEvent | ItemEvent | HonourEvent;
/** A person's points, an item of a store, or an honour: each on a stream of its own. */
export type PointState = Account | Item | Honour;

const isOf =
  <Event extends PointEvent>(schemas: Readonly<Record<Event['type'], unknown>>) =>
  (event: Recorded<PointEvent>): event is Recorded<Event> =>
    event.type in schemas;

export const isAccountEvent = isOf<AccountEvent>(accountEventSchemas);
export const isItemEvent = isOf<ItemEvent>(itemEventSchemas);

export const isAccount = (state: PointState | undefined): state is Account => state?.stage === 'account';
export const isItem = (state: PointState | undefined): state is Item =>
  state?.stage === 'listed' || (state?.stage === 'withdrawn' && 'stock' in state);
export const isHonour = (state: PointState | undefined): state is Honour =>
  state !== undefined && !isAccount(state) && !isItem(state);

/** Folds what happened. */
export function evolvePoints(state: PointState | undefined, event: Recorded<PointEvent>): PointState {
  if (isAccountEvent(event)) return evolveAccount(isAccount(state) ? state : undefined, event);
  if (isItemEvent(event)) return evolveItem(isItem(state) ? state : undefined, event);
  return evolveHonour(isHonour(state) ? state : undefined, event);
}
