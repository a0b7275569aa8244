import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import type { Message, Recorded } from '../kernel/envelope.ts';
import { personId, streamKey, territoryCode, unitId, type PersonId, type UnitId } from '../kernel/ids.ts';
import { instant, type Instant } from '../kernel/time.ts';

const count = z.int().check(z.minimum(0));

/** Something came into the catalogue of a store, at a price in points. */
export const itemListed = z.strictObject({
  unit: unitId,
  territories: z.array(territoryCode),
  name: z.string(),
  price: z.int().check(z.minimum(1)),
  stock: count,
});
/** More of it came in. */
export const itemStocked = z.strictObject({ quantity: z.int().check(z.minimum(1)) });
/** It was counted on the shelf, what is reserved included. */
export const stockCounted = z.strictObject({ stock: count, was: count });
/** It cannot be reserved any more; what is reserved can still be picked up. */
export const itemWithdrawn = z.strictObject({});
/** One of it was set aside for a person until an instant. `hash` is that of the pick-up code, which only they can read. */
export const itemReserved = z.strictObject({
  reservation: z.string(),
  person: personId,
  unit: unitId,
  points: count,
  until: instant,
  hash: z.string(),
  code: contentRef,
});
/** What was set aside is free again. */
export const itemReleased = z.strictObject({ reservation: z.string(), how: z.enum(['cancelled', 'lapsed']) });
/** What was set aside was handed over to whoever showed the code. */
export const itemCollected = z.strictObject({ reservation: z.string() });

export const itemEventSchemas = {
  ItemListed: itemListed,
  ItemStocked: itemStocked,
  StockCounted: stockCounted,
  ItemWithdrawn: itemWithdrawn,
  ItemReserved: itemReserved,
  ItemReleased: itemReleased,
  ItemCollected: itemCollected,
} as const;

type Schemas = typeof itemEventSchemas;
/** What can happen to an item of a store. */
export type ItemEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

/** One that is set aside and neither handed over nor free again. */
export interface Reservation {
  readonly id: string;
  readonly person: PersonId;
  readonly until: Instant;
  readonly hash: string;
}

/** An item of a store: what is on the shelf, and which of it is set aside. Never more is set aside than there is. */
export interface Item {
  readonly stage: 'listed' | 'withdrawn';
  readonly id: string;
  readonly unit: UnitId;
  readonly territories: readonly string[];
  readonly price: number;
  readonly stock: number;
  readonly reservations: readonly Reservation[];
}

/** The stream of an item, by the item's id. */
export const itemStream = (id: string): `item/${string}` => `item/${id}`;

const list = (id: string, { unit, territories, price, stock }: z.infer<typeof itemListed>): Item => ({
  stage: 'listed',
  id,
  unit,
  territories,
  price,
  stock,
  reservations: [],
});

const freed = (item: Item, reservation: string): Item => ({
  ...item,
  reservations: item.reservations.filter(({ id }) => id !== reservation),
});

function next(item: Item, event: Exclude<Recorded<ItemEvent>, { type: 'ItemListed' }>): Item {
  switch (event.type) {
    case 'ItemStocked':
      return { ...item, stock: item.stock + event.data.quantity };
    case 'StockCounted':
      return { ...item, stock: event.data.stock };
    case 'ItemWithdrawn':
      return { ...item, stage: 'withdrawn' };
    case 'ItemReserved': {
      const { reservation, person, until, hash } = event.data;
      return { ...item, reservations: [...item.reservations, { id: reservation, person, until, hash }] };
    }
    case 'ItemReleased':
      return freed(item, event.data.reservation);
    case 'ItemCollected':
      return { ...freed(item, event.data.reservation), stock: item.stock - 1 };
  }
}

/** Folds what happened into an item. */
export function evolveItem(state: Item | undefined, event: Recorded<ItemEvent>): Item {
  if (event.type === 'ItemListed') return list(streamKey(event.stream), event.data);
  if (state === undefined) throw new Error(`${event.stream} begins with ${event.type}`);
  return next(state, event);
}
