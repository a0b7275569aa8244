import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import type { Recorded } from '../kernel/envelope.ts';
import { streamKey } from '../kernel/ids.ts';
import { table } from '../kernel/views.ts';
import { itemEventSchemas, type ItemEvent } from './item.ts';

/** Something that points can be spent on. */
export const itemRow = z.object({
  id: z.string(),
  unit: z.string(),
  territory: z.string(),
  name: z.string(),
  price: z.number(),
  stock: z.number(),
  reserved: z.number(),
  /** What is on the shelf and not set aside. */
  available: z.number(),
  listed: z.boolean(),
});
export type ItemRow = z.infer<typeof itemRow>;

function changed(row: ItemRow, event: Exclude<Recorded<ItemEvent>, { type: 'ItemListed' }>): ItemRow {
  switch (event.type) {
    case 'ItemStocked':
      return { ...row, stock: row.stock + event.data.quantity };
    case 'StockCounted':
      return { ...row, stock: event.data.stock };
    case 'ItemWithdrawn':
      return { ...row, listed: false };
    case 'ItemReserved':
      return { ...row, reserved: row.reserved + 1 };
    case 'ItemReleased':
      return { ...row, reserved: row.reserved - 1 };
    case 'ItemCollected':
      return { ...row, stock: row.stock - 1, reserved: row.reserved - 1 };
  }
}

/** The catalogues of the stores. */
export const items = table<ItemRow, ItemEvent>({
  name: 'items',
  row: itemRow,
  on: Object.keys(itemEventSchemas),
  keys: (event) => [streamKey(event.stream)],
  project(row, event, id) {
    if (event.type === 'ItemListed') {
      const { unit, territories, name, price, stock } = event.data;
      const place = { unit, territory: territories[0] ?? '' };
      return { id, ...place, name, price, stock, reserved: 0, available: stock, listed: true };
    }
    if (row === undefined) return undefined;
    const next = changed(row, event);
    return { ...next, available: next.stock - next.reserved };
  },
  indexes: [['unit', 'listed'], ['territory', 'listed'], ['id']],
  about: { unit: 'unit', territory: 'territory' },
});

/** One that is set aside, until it is picked up or free again. */
export const reservationRow = z.object({
  id: z.string(),
  item: z.string(),
  unit: z.string(),
  /** Whose it is: shown to themselves, and to whoever may see that besides. The code is enough to hand it over. */
  person: z.optional(z.string()),
  points: z.number(),
  until: z.number(),
  /** The pick-up code, which the holder alone can read. */
  code: z.optional(contentRef),
});
export type ReservationRow = z.infer<typeof reservationRow>;

type Set = Extract<ItemEvent, { type: 'ItemReserved' | 'ItemReleased' | 'ItemCollected' }>;

/** What is set aside now, by store and by person. */
export const reservations = table<ReservationRow, Set>({
  name: 'reservations',
  row: reservationRow,
  on: ['ItemReserved', 'ItemReleased', 'ItemCollected'],
  keys: ({ stream, data }) => [`${streamKey(stream)}/${data.reservation}`],
  project(_row, event) {
    if (event.type !== 'ItemReserved') return undefined;
    const { reservation: id, person, unit, points, until, code } = event.data;
    return { id, item: streamKey(event.stream), unit, person, points, until, code };
  },
  indexes: [
    ['unit', 'until'],
    ['person', 'until'],
    ['item', 'until'],
  ],
  about: { owner: 'person', unit: 'unit' },
  hides: { person: 'see:reservation-holders', code: 'see:pick-up-codes' },
  contents: { code: 'see:pick-up-codes' },
});
