import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import type { Message, Recorded } from '../kernel/envelope.ts';
import { modelKey, personId, streamKey, territoryCode, unitId, type PersonId } from '../kernel/ids.ts';
import { civilDate, instant } from '../kernel/time.ts';
import { cap, countEarned, forgetBefore, type Earned } from './caps.ts';
import { entryId, legs, lot, withLots, without, type Lot } from './ledger.ts';

const count = z.int().check(z.minimum(0));

/** What every entry has: its id, both its legs, and the civil day on which it was made. */
const entry = { entry: entryId, legs, day: civilDate };

/** A deed was credited. Where a cap left less than it earns, `full` says what it would have been and `cut` which cap it was. */
export const pointsAwarded = z.strictObject({
  ...entry,
  points: count,
  full: count,
  cut: z.optional(cap),
  rule: modelKey,
  /** Version of the governance model whose rule it is. */
  model: z.string(),
  /** What shows the deed, and is credited once. */
  evidence: z.string(),
  /** The day of the deed, under whose caps it counts. */
  on: civilDate,
  reason: z.optional(contentRef),
  /** The unit that awarded it by hand, or whose activity or wish it was for, and where that unit is. */
  unit: z.optional(unitId),
  territories: z.array(territoryCode),
  expires: z.optional(civilDate),
  until: z.optional(instant),
  /** No deed before this day can be credited any more. */
  keepFrom: civilDate,
});
/** A wrong award was taken back. `short` is what could not be: it had been spent. */
export const entryReversed = z.strictObject({
  ...entry,
  reverses: entryId,
  rule: modelKey,
  on: civilDate,
  points: count,
  short: count,
  lots: z.array(lot),
  reason: contentRef,
  /** The unit of the award and the first of its codes, so that both count under one unit; none where the award has none. */
  unit: z.optional(unitId),
  territory: z.optional(territoryCode),
  /** The reservation that came back where this makes good what an earlier reversal had lacked. */
  reservation: z.optional(z.string()),
});
/** Points were not spent in time. */
export const pointsExpired = z.strictObject({ ...entry, points: count, lots: z.array(lot) });
/** Points went to a store for what was reserved there, the oldest first. */
export const pointsReserved = z.strictObject({
  ...entry,
  reservation: z.string(),
  item: z.string(),
  unit: unitId,
  points: count,
  lots: z.array(lot),
});
/** Nothing came of a reservation: points come back as old as they were, and those whose time is over have expired. */
export const pointsReturned = z.strictObject({
  ...entry,
  reservation: z.string(),
  item: z.string(),
  unit: unitId,
  points: count,
  lots: z.array(lot),
  how: z.enum(['cancelled', 'lapsed']),
});
/** What was reserved was handed over; its points had gone to the store already. */
export const reservationCollected = z.strictObject({ reservation: z.string() });

export const accountEventSchemas = {
  PointsAwarded: pointsAwarded,
  EntryReversed: entryReversed,
  PointsExpired: pointsExpired,
  PointsReserved: pointsReserved,
  PointsReturned: pointsReturned,
  ReservationCollected: reservationCollected,
} as const;

type Schemas = typeof accountEventSchemas;
/** What can happen to the points of a person. */
export type AccountEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

/** A reversal that lacked points while something was reserved for them, and why it was made. */
export interface Lacking {
  /** The award that it took back. */
  readonly entry: string;
  readonly reason: z.infer<typeof contentRef>;
}

/** What a person has reserved, and the points that went for it. */
export interface ReservedLots {
  readonly id: string;
  readonly lots: readonly Lot[];
  /** Reversals that its points make good first if they come back. */
  readonly owes?: readonly Lacking[];
}

/** The points of one person, oldest first, and what its rules look back at. It never holds less than nothing. */
export interface Account {
  readonly stage: 'account';
  readonly person: PersonId;
  readonly lots: readonly Lot[];
  readonly reserved: readonly ReservedLots[];
  readonly earned: readonly Earned[];
  /** Where the units are under which points were awarded, each code once. */
  readonly territories: readonly string[];
}

/** The stream of a person's points. */
export const accountStream = (person: string): `account/${string}` => `account/${person}`;

const opened = (id: string): Account => ({
  stage: 'account',
  person: personId.parse(id),
  lots: [],
  reserved: [],
  earned: [],
  territories: [],
});

type Data<T extends keyof Schemas> = z.infer<Schemas[T]>;

function award(account: Account, data: Data<'PointsAwarded'>): Account {
  const { entry: id, points, expires, until, rule, on, keepFrom } = data;
  const lots = points === 0 ? [] : [{ entry: id, points, expires, until }];
  return {
    ...account,
    lots: withLots(account.lots, lots),
    earned: countEarned(forgetBefore(account.earned, keepFrom), rule, on, points),
    territories: [...new Set([...account.territories, ...data.territories])],
  };
}

/** What a reversal lacked is made good by what is reserved at that time, should it come back; not by what is reserved later. */
function reverse(account: Account, data: Data<'EntryReversed'>): Account {
  const { lots, rule, on, points, short, reverses: entry, reason, reservation } = data;
  const lacks = short > 0 && reservation === undefined;
  return {
    ...account,
    lots: without(account.lots, lots),
    earned: countEarned(account.earned, rule, on, 0 - points),
    reserved: lacks
      ? account.reserved.map((one) => ({ ...one, owes: [...(one.owes ?? []), { entry, reason }] }))
      : account.reserved,
  };
}

const released = (account: Account, reservation: string): Account => ({
  ...account,
  reserved: account.reserved.filter(({ id }) => id !== reservation),
});

/** Folds what happened into a person's points. The first award opens the account. */
export function evolveAccount(state: Account | undefined, event: Recorded<AccountEvent>): Account {
  const account = state ?? opened(streamKey(event.stream));
  switch (event.type) {
    case 'PointsAwarded':
      return award(account, event.data);
    case 'EntryReversed':
      return reverse(account, event.data);
    case 'PointsExpired':
      return { ...account, lots: without(account.lots, event.data.lots) };
    case 'PointsReserved': {
      const { lots, reservation } = event.data;
      return {
        ...account,
        lots: without(account.lots, lots),
        reserved: [...account.reserved, { id: reservation, lots }],
      };
    }
    case 'PointsReturned':
      return { ...released(account, event.data.reservation), lots: withLots(account.lots, event.data.lots) };
    case 'ReservationCollected':
      return released(account, event.data.reservation);
  }
}
