import * as z from 'zod/mini';
import type { Sealed } from '../kernel/contents.ts';
import type { CommandSpec } from '../kernel/decider.ts';
import type { Message } from '../kernel/envelope.ts';
import { unitOf, type Facts } from '../kernel/facts.ts';
import { modelKey, personId, unitId, type UnitId } from '../kernel/ids.ts';
import { hashText } from '../kernel/links.ts';
import { trimmed } from '../kernel/text.ts';
import { civilDate } from '../kernel/time.ts';
import type { Subject } from '../kernel/views.ts';
import { accountStream } from './account.ts';
import { pointEntryOf } from './facts.ts';
import { honourStream } from './honour.ts';
import { itemStream } from './item.ts';
import { isAccount, type PointState } from './points.ts';

const id = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/));
/** What shows a deed: a reference to a record, never a text. 1 to 200 characters. */
const evidence = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/));
/** Why, in words: 1 to 500 characters. */
const reason = z.string().check(trimmed, z.minLength(1), z.maxLength(500));
/** Ten digits or capital letters and more, made by chance where the command is made: fewer could be guessed from the hash. */
const code = z.string().check(z.regex(/^[0-9A-Z]{10,32}$/));
const stock = z.int().check(z.minimum(0), z.maximum(100_000));

/** What the record keeps of a pick-up code. */
export const hashOfCode = (text: string): string => hashText(`pick-up code\n${text}`);

/** Credits a deed, by a rule of the model. By hand it needs a reason; a rule that counts minutes needs 1 to 10,080 of them. */
export const awardPoints = z.strictObject({
  person: personId,
  rule: modelKey,
  evidence,
  minutes: z.optional(z.int().check(z.minimum(1), z.maximum(10_080))),
  /** The day of the deed; today unless told. */
  on: z.optional(civilDate),
  unit: z.optional(unitId),
  reason: z.optional(reason),
});
/** Takes a wrong award back, once. */
export const reverseEntry = z.strictObject({ person: personId, entry: z.string().check(z.minLength(1)), reason });
/** Comes by itself at the end of the last day of some points. */
export const expirePoints = z.strictObject({ person: personId });

/** Puts something into the catalogue of a store: a name of 1 to 60 characters, a price of 1 to 100,000 points. */
export const listItem = z.strictObject({
  item: id,
  unit: unitId,
  name: z.string().check(trimmed, z.minLength(1), z.maxLength(60)),
  price: z.int().check(z.minimum(1), z.maximum(100_000)),
  stock,
});
export const stockItem = z.strictObject({ item: id, quantity: z.int().check(z.minimum(1), z.maximum(100_000)) });
export const countStock = z.strictObject({ item: id, stock });
export const withdrawItem = z.strictObject({ item: id });
/**
 * Sets one of an item aside for oneself, at the price that one has seen. The code is read by the holder alone; the record keeps
 * its hash, which is made here, so that the two cannot differ.
 */
export const reserveItem = z.pipe(
  z.strictObject({ person: personId, item: id, reservation: id, price: z.int(), code }),
  z.transform((data) => ({ ...data, hash: hashOfCode(data.code) })),
);
export const cancelReservation = z.strictObject({ item: id, reservation: id });
/** Comes by itself when what was set aside has not been picked up in time. */
export const lapseReservation = z.strictObject({ item: id, reservation: id });
export const pickUpItem = z.strictObject({ item: id, code });

/** Puts somebody forward for an honour. */
export const proposeHonour = z.strictObject({ honour: id, kind: modelKey, person: personId, unit: unitId, reason });
export const honourStep = z.strictObject({ honour: id });

type AwardData = Sealed<z.infer<typeof awardPoints>, 'reason'>;
type ReserveData = Sealed<Omit<z.infer<typeof reserveItem>, 'hash'>, 'code'> & {
  /** Missing in a question whose code is still unwritten. */
  readonly hash?: string;
};

export type AccountCommand =
  | Message<'AwardPoints', AwardData>
  | Message<'ReverseEntry', Sealed<z.infer<typeof reverseEntry>, 'reason'>>
  | Message<'ExpirePoints', z.infer<typeof expirePoints>>
  | Message<'ReserveItem', ReserveData>;
export type ItemCommand =
  | Message<'ListItem', z.infer<typeof listItem>>
  | Message<'StockItem', z.infer<typeof stockItem>>
  | Message<'CountStock', z.infer<typeof countStock>>
  | Message<'WithdrawItem', z.infer<typeof withdrawItem>>
  | Message<'CancelReservation', z.infer<typeof cancelReservation>>
  | Message<'LapseReservation', z.infer<typeof lapseReservation>>
  | Message<'PickUpItem', z.infer<typeof pickUpItem>>;
export type HonourCommand =
  | Message<'ProposeHonour', Sealed<z.infer<typeof proposeHonour>, 'reason'>>
  | Message<'ConsentToHonour' | 'WithdrawHonourConsent' | 'GrantHonour' | 'WithdrawHonour', z.infer<typeof honourStep>>;
/** What may be asked of points, of items and of honours, as `decide` sees it. */
export type PointCommand = AccountCommand | ItemCommand | HonourCommand;
/** The data of one of those commands. */
export type PointData<T extends PointCommand['type']> = Extract<PointCommand, { type: T }>['data'];

const ofAccount = ({ person }: { readonly person: string }) => accountStream(person);
const ofItem = ({ item }: { readonly item: string }) => itemStream(item);
const ofHonour = ({ honour }: { readonly honour: string }) => honourStream(honour);

/** What a unit does is about that unit and where it is; what nobody's unit does is about nothing. */
const byUnit = (unit: UnitId | undefined, facts: Facts): Subject =>
  unit === undefined ? {} : { unit, territory: facts(unitOf(unit))?.territories };

const award: CommandSpec<AwardData> = {
  schema: () => awardPoints,
  stream: ofAccount,
  seals: ['reason'],
  begins: true,
  about: ({ unit }, _state, facts) => byUnit(unit, facts),
};
/**
 * A volunteer serves in more than one place, so an award is taken back by who answers for where it was made, though they may
 * not see all of the account.
 */
const reverse: CommandSpec<PointData<'ReverseEntry'>, PointState> = {
  schema: () => reverseEntry,
  stream: ofAccount,
  seals: ['reason'],
  begins: true,
  about: ({ person, entry }, state, facts) => {
    const { unit, territory } = facts(pointEntryOf(person, entry)) ?? {};
    return { unit, territory: territory ?? (isAccount(state) ? state.territories : undefined) };
  },
};
const reserve: CommandSpec<ReserveData> = {
  schema: () => reserveItem,
  stream: ofAccount,
  seals: ['code'],
  about: ({ person }) => ({ owner: person }),
};
const list: CommandSpec<PointData<'ListItem'>> = {
  schema: () => listItem,
  stream: ofItem,
  begins: true,
  about: ({ unit }, _state, facts) => byUnit(unit, facts),
};
const propose: CommandSpec<PointData<'ProposeHonour'>> = {
  schema: () => proposeHonour,
  stream: ofHonour,
  seals: ['reason'],
  begins: true,
  about: ({ unit, person }, _state, facts) => ({ ...byUnit(unit, facts), owner: person }),
};

const onItem = (schema: z.ZodMiniType): CommandSpec<{ readonly item: string }, PointState> => ({
  schema: () => schema,
  stream: ofItem,
});

/** Whoever reserved may cancel without seeing the store's shelf, and the store may for them. */
const cancel: CommandSpec<PointData<'CancelReservation'>, PointState> = {
  schema: () => cancelReservation,
  stream: ofItem,
  begins: true,
  about: ({ reservation }, state) => {
    if (state === undefined || !('stock' in state)) return {};
    const { unit, territories, reservations } = state;
    return { unit, territory: territories, owner: reservations.find((one) => one.id === reservation)?.person };
  },
};
const step: CommandSpec<{ readonly honour: string }> = { schema: () => honourStep, stream: ofHonour };

/** Every command of points: what it may say, the stream it is decided on, the texts that must stay erasable. */
export const pointCommandSpecs = {
  AwardPoints: award,
  ReverseEntry: reverse,
  ExpirePoints: { schema: () => expirePoints, stream: ofAccount },
  ReserveItem: reserve,
  ListItem: list,
  StockItem: onItem(stockItem),
  CountStock: onItem(countStock),
  WithdrawItem: onItem(withdrawItem),
  CancelReservation: cancel,
  LapseReservation: onItem(lapseReservation),
  PickUpItem: onItem(pickUpItem),
  ProposeHonour: propose,
  ConsentToHonour: step,
  WithdrawHonourConsent: step,
  GrantHonour: step,
  WithdrawHonour: step,
} as const;
