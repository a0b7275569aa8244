import { accept } from '../kernel/decider.ts';
import { unitOf } from '../kernel/facts.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { accountStream, type Account, type ReservedLots } from './account.ts';
import { hashOfCode, type PointData } from './commands.ts';
import { daysAfter } from './dates.ts';
import { endOf, isAskedBy, todayOf, type Decided, type Desk } from './desk.ts';
import { accountOf, itemOf } from './facts.ts';
import { itemStream, type Item, type Reservation } from './item.ts';
import { livesAt, moved, pointsIn, takeFrom, type Lot } from './ledger.ts';
import type { PointEvent } from './points.ts';
import { refuse } from './refusals.ts';
import { madeGood } from './reversals.ts';

const codeClaim = (hash: string): string => `pick-up-code/${hash}`;

/** Only a unit of a kind that the model names has a catalogue. */
export function listItem(item: Item | undefined, data: PointData<'ListItem'>, { facts, rules }: Desk): Decided {
  if (item !== undefined) return refuse('item-exists', { ids: [data.item] });
  if (rules.redemption === undefined) return refuse('redemption-missing');
  const store = facts(unitOf(data.unit));
  if (store === undefined) return refuse('store-unknown', { ids: [data.unit] });
  if (!rules.redemption.kinds.includes(store.kind)) {
    return refuse('store-unfit', { ids: [data.unit], params: { kind: store.kind } });
  }
  const { unit, name, price, stock } = data;
  return accept({ type: 'ItemListed', data: { unit, territories: [...store.territories], name, price, stock } });
}

export const stockItem = ({ quantity }: PointData<'StockItem'>): Decided =>
  accept({ type: 'ItemStocked', data: { quantity } });

/** What is set aside is on the shelf too, so no count is below it. */
export function countStock(item: Item, { stock }: PointData<'CountStock'>): Decided {
  const reserved = item.reservations.length;
  if (stock < reserved) return refuse('stock-below-reserved', { ids: [item.id], params: { stock, reserved } });
  return accept({ type: 'StockCounted', data: { stock, was: item.stock } });
}

export const withdrawItem = (item: Item): Decided =>
  item.stage === 'withdrawn'
    ? refuse('item-withdrawn', { ids: [item.id] })
    : accept({ type: 'ItemWithdrawn', data: {} });

/** What the item itself has against a reservation. */
function shelfFault(item: Item, data: PointData<'ReserveItem'>): Refusal | undefined {
  const ids = [item.id];
  if (item.stage === 'withdrawn') return refuse('item-withdrawn', { ids });
  if (item.price !== data.price) return refuse('price-changed', { ids, params: { price: item.price } });
  if (item.stock <= item.reservations.length) return refuse('out-of-stock', { ids });
  if (item.reservations.some(({ id }) => id === data.reservation)) {
    return refuse('reservation-exists', { ids: [data.reservation] });
  }
  return item.reservations.some(({ hash }) => hash === data.hash) ? refuse('code-taken', { ids }) : undefined;
}

/** What the person has against it: another's points are nobody else's to spend, and there must be enough of them. */
function purseFault(account: Account, data: PointData<'ReserveItem'>, desk: Desk): Refusal | undefined {
  if (!isAskedBy(account.person, desk)) return refuse('not-the-holder', { ids: [account.person] });
  if (account.reserved.some(({ id }) => id === data.reservation)) {
    return refuse('reservation-exists', { ids: [data.reservation] });
  }
  const have = pointsIn(account.lots.filter(livesAt(desk.setting.at)));
  return have < data.price
    ? refuse('points-short', { ids: [data.item], params: { have, price: data.price } })
    : undefined;
}

/** Both streams of a reservation move in one commit: of two who want the last one, the second finds that it has moved. */
function reserved(account: Account, item: Item, data: PointData<'ReserveItem'>, desk: Desk, holdDays: number): Decided {
  const { setting } = desk;
  const today = todayOf(desk);
  const lots = takeFrom(account.lots.filter(livesAt(setting.at)), item.price);
  const { reservation, code, hash = '' } = data;
  const { unit, price: points } = item;
  const base = { entry: setting.id, legs: moved('volunteer', { account: 'store', points }), day: today };
  const aside = {
    reservation,
    person: account.person,
    unit,
    points,
    until: endOf(daysAfter(today, holdDays), desk),
    hash,
    code,
  };
  return {
    events: [{ type: 'PointsReserved', data: { ...base, reservation, item: item.id, unit, points, lots } }],
    also: [{ stream: itemStream(item.id), event: { type: 'ItemReserved', data: aside } }],
    // Held by the entry, not by the reservation: else one of the same name, of another person and item, could take it too.
    claims: [{ key: codeClaim(hash), owner: `entry/${setting.id}` }],
  };
}

/** Sets one aside for the holder, for the oldest of their points. */
export function reserveItem(account: Account, data: PointData<'ReserveItem'>, desk: Desk): Decided {
  const { redemption } = desk.rules;
  if (redemption === undefined) return refuse('redemption-missing');
  const item = desk.facts(itemOf(data.item));
  if (item === undefined) return refuse('shop-item-unknown', { ids: [data.item] });
  return (
    shelfFault(item, data) ??
    purseFault(account, data, desk) ??
    reserved(account, item, data, desk, redemption.holdDays)
  );
}

/** Gives back what a reservation cost: each lot with the day on which it expires, and those whose day is over to the expired. */
function returned(
  item: Item,
  { id, lots }: ReservedLots,
  back: readonly Lot[],
  how: 'cancelled' | 'lapsed',
  desk: Desk,
): PointEvent {
  const points = pointsIn(back);
  const legs = moved(
    'store',
    { account: 'volunteer', points },
    { account: 'expired', points: pointsIn(lots) - points },
  );
  return {
    type: 'PointsReturned',
    data: {
      entry: desk.setting.id,
      legs,
      day: todayOf(desk),
      reservation: id,
      item: item.id,
      unit: item.unit,
      points,
      lots: [...back],
      how,
    },
  };
}

function release(item: Item, reservation: Reservation, how: 'cancelled' | 'lapsed', desk: Desk): Decided {
  const { id, person, hash } = reservation;
  const account = desk.facts(accountOf(person));
  const held = account?.reserved.find((one) => one.id === id) ?? { id, lots: [] };
  const back = held.lots.filter(livesAt(desk.setting.at));
  const made = account === undefined ? [] : madeGood(account, held, back, desk);
  const stream = accountStream(person);
  return {
    events: [{ type: 'ItemReleased', data: { reservation: id, how } }],
    also: [{ stream, event: returned(item, held, back, how, desk) }, ...made.map(({ event }) => ({ stream, event }))],
    releases: [codeClaim(hash), ...made.flatMap(({ releases }) => releases)],
  };
}

const reservationIn = ({ reservations }: Item, id: string): Reservation | Refusal =>
  reservations.find((one) => one.id === id) ?? refuse('reservation-unknown', { ids: [id] });

/** Ends a reservation before it was picked up; its points come back. */
export function cancelReservation(item: Item, data: PointData<'CancelReservation'>, desk: Desk): Decided {
  const reservation = reservationIn(item, data.reservation);
  return 'code' in reservation ? reservation : release(item, reservation, 'cancelled', desk);
}

/** Ends a reservation whose time is over. */
export function lapseReservation(item: Item, data: PointData<'LapseReservation'>, desk: Desk): Decided {
  const reservation = reservationIn(item, data.reservation);
  if ('code' in reservation) return reservation;
  return reservation.until > desk.setting.at
    ? refuse('reservation-not-over', { ids: [reservation.id], params: { due: reservation.until } })
    : release(item, reservation, 'lapsed', desk);
}

/** Hands over what was set aside to whoever shows its code, once. */
export function pickUpItem(item: Item, { code }: PointData<'PickUpItem'>, { setting }: Desk): Decided {
  const hash = hashOfCode(code);
  const found = item.reservations.find((one) => one.hash === hash);
  if (found === undefined) return refuse('code-wrong', { ids: [item.id] });
  if (found.until <= setting.at) return refuse('reservation-over', { ids: [found.id], params: { due: found.until } });
  const { id: reservation, person } = found;
  return {
    events: [{ type: 'ItemCollected', data: { reservation } }],
    also: [{ stream: accountStream(person), event: { type: 'ReservationCollected', data: { reservation } } }],
    releases: [codeClaim(hash)],
  };
}
