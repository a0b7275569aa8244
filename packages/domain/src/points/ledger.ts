import * as z from 'zod/mini';
import { civilDate, instant, type Instant } from '../kernel/time.ts';

/**
 * Whose points an entry moves. All come from the issuer; a volunteer holds them; they go to a store for what is redeemed, or
 * to `expired`. The issuer's is the only sum below zero: what it has given and not taken back.
 */
export const ledgerAccounts = ['issuer', 'volunteer', 'store', 'expired'] as const;
export const ledgerAccount = z.enum(ledgerAccounts);
export type LedgerAccount = z.infer<typeof ledgerAccount>;

/** One side of an entry: what it adds to an account, below 0 where it takes. */
export const leg = z.strictObject({ account: ledgerAccount, points: z.int() });
export type Leg = z.infer<typeof leg>;

const sumOf = (legs: readonly Leg[]): number => legs.reduce((sum, { points }) => sum + points, 0);

/** Both sides of an entry. What they add comes to nothing, or it is no entry. */
export const legs = z.array(leg).check(
  z.minLength(2),
  z.refine((all) => sumOf(all) === 0, 'the legs of an entry must balance'),
);

/** Legs that move points out of one account, to one or more others. */
export const moved = (from: LedgerAccount, ...to: readonly Leg[]): Leg[] => [
  { account: from, points: 0 - sumOf(to) },
  ...to,
];

/** What legs add to an account. */
export const addedTo = (account: LedgerAccount, all: readonly Leg[]): number =>
  sumOf(all.filter((one) => one.account === account));

/** Identity of an entry: that of the command that made it. */
export const entryId = z.string().check(z.minLength(1));

/** Points that came with one entry and can be spent until the same moment. */
export const lot = z.strictObject({
  entry: entryId,
  points: z.int().check(z.minimum(1)),
  /** The last day on which they can be spent; left out where they never expire. */
  expires: z.optional(civilDate),
  /** The end of that day: they are gone from this instant on. */
  until: z.optional(instant),
});
export type Lot = z.infer<typeof lot>;

/** The last instant that there is: the end of what never expires. */
export const never = 8.64e15;

/** Lots in the order in which they are spent: what expires first, and what came first of those that expire together. */
export const oldestFirst = (lots: readonly Lot[]): readonly Lot[] =>
  [...lots].sort((one, other) => (one.until ?? never) - (other.until ?? never));

/** How many points lots hold together. */
export const pointsIn = (lots: readonly Lot[]): number => lots.reduce((sum, { points }) => sum + points, 0);

/** Whether points can still be spent at an instant. */
export const livesAt =
  (at: Instant) =>
  ({ until }: Pick<Lot, 'until'>): boolean =>
    until === undefined || until > at;

/** So many points of lots, from the first of them on; fewer where they hold fewer. */
export function takeFrom(lots: readonly Lot[], points: number): Lot[] {
  const taken: Lot[] = [];
  let left = points;
  for (const one of lots) {
    const part = Math.min(one.points, left);
    if (part > 0) taken.push({ ...one, points: part });
    left -= part;
  }
  return taken;
}

/** The lots without what was taken of them. */
export const without = (lots: readonly Lot[], taken: readonly Lot[]): readonly Lot[] =>
  lots.flatMap((one) => {
    const gone = pointsIn(taken.filter(({ entry }) => entry === one.entry));
    return gone >= one.points ? [] : [{ ...one, points: one.points - gone }];
  });

/** The lots with others added; what comes back of an entry joins what is left of it. */
export const withLots = (lots: readonly Lot[], more: readonly Lot[]): readonly Lot[] => {
  const joined = lots.map((one) => ({
    ...one,
    points: one.points + pointsIn(more.filter(({ entry }) => entry === one.entry)),
  }));
  const fresh = more.filter(({ entry }) => !lots.some((one) => one.entry === entry));
  return oldestFirst([...joined, ...fresh]);
};
