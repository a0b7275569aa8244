import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import { unreachable } from '../../kernel/decider.ts';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { modelKey, personId, streamKey, unitId, type PersonId, type UnitId } from '../../kernel/ids.ts';
import { civilDate, instant, type Instant } from '../../kernel/time.ts';

/** Whose matter it is to look after, where, and of which kind the wish is. */
const place = { unit: unitId, territory: z.string(), kind: modelKey };
const claim = { claimer: personId, day: civilDate };

/** A wish was published, on line or written down for somebody. Who wishes, and how to reach them, is for the claimer alone. */
export const wishPublished = z.strictObject({
  ...place,
  wisher: personId,
  channel: z.enum(['online', 'offline']),
  text: contentRef,
  contact: contentRef,
  day: civilDate,
});
/** A wish was claimed. It is for the claimer to fulfil until an instant. What the claimer has to know goes with it. */
export const wishClaimed = z.strictObject({
  ...place,
  ...claim,
  wisher: personId,
  contact: contentRef,
  dueAt: instant,
});
/** The claimer gave it back, or did not come to it in time; it is free again. */
export const wishGivenBack = z.strictObject({ ...place, ...claim, late: z.boolean() });
/** The claimer says that the wish is fulfilled; what was done, in their words. */
export const wishFulfilled = z.strictObject({ ...place, ...claim, note: contentRef });
/** The wisher says that it is not: the claimer has it before them again, until an instant. */
export const wishReturned = z.strictObject({ ...place, ...claim, dueAt: instant });
/** The wisher says that it is. It is done. */
export const wishConfirmed = z.strictObject({ ...place, ...claim });
/** The wisher took it back; whoever had claimed it is free. */
export const wishWithdrawn = z.strictObject({ ...place, day: civilDate, claimer: z.optional(personId) });

/** The data of every event of a wish, by the event's type. */
export const wishEventSchemas = {
  WishPublished: wishPublished,
  WishClaimed: wishClaimed,
  WishGivenBack: wishGivenBack,
  WishFulfilled: wishFulfilled,
  WishReturned: wishReturned,
  WishConfirmed: wishConfirmed,
  WishWithdrawn: wishWithdrawn,
} as const;

type Schemas = typeof wishEventSchemas;
/** What can happen to a micro-wish. */
export type WishEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

interface Published {
  readonly id: string;
  readonly unit: UnitId;
  readonly territory: string;
  readonly kind: string;
  readonly wisher: PersonId;
  readonly channel: 'online' | 'offline';
  readonly contact: z.infer<typeof contentRef>;
}
/** A wish that somebody has claimed, and has until an instant. */
export type ClaimedWish = Published & {
  readonly stage: 'claimed';
  readonly claimer: PersonId;
  readonly dueAt: Instant;
};
/** A wish that its claimer calls fulfilled, and its wisher has not answered. */
export type FulfilledWish = Published & { readonly stage: 'fulfilled'; readonly claimer: PersonId };

/** A micro-wish. Only one person has it at a time. */
export type WishState =
  | (Published & { readonly stage: 'open' })
  | ClaimedWish
  | FulfilledWish
  | (Published & { readonly stage: 'confirmed' | 'withdrawn' });

/** The stream of a wish, by the wish's id. */
export const wishStream = (id: string): `wish/${string}` => `wish/${id}`;

const published = ({ id, unit, territory, kind, wisher, channel, contact }: WishState): Published => ({
  id,
  unit,
  territory,
  kind,
  wisher,
  channel,
  contact,
});

function next(state: WishState, event: Exclude<Recorded<WishEvent>, { readonly type: 'WishPublished' }>): WishState {
  const wish = published(state);
  switch (event.type) {
    case 'WishClaimed':
    case 'WishReturned':
      return { ...wish, stage: 'claimed', claimer: event.data.claimer, dueAt: event.data.dueAt };
    case 'WishGivenBack':
      return { ...wish, stage: 'open' };
    case 'WishFulfilled':
      return { ...wish, stage: 'fulfilled', claimer: event.data.claimer };
    case 'WishConfirmed':
      return { ...wish, stage: 'confirmed' };
    case 'WishWithdrawn':
      return { ...wish, stage: 'withdrawn' };
    default:
      return unreachable(event);
  }
}

/** Folds what happened into a wish. */
export function evolveWish(state: WishState | undefined, event: Recorded<WishEvent>): WishState {
  if (event.type === 'WishPublished') {
    const { unit, territory, kind, wisher, channel, contact } = event.data;
    return { stage: 'open', id: streamKey(event.stream), unit, territory, kind, wisher, channel, contact };
  }
  if (state === undefined) throw new Error(`${event.stream} begins with ${event.type}`);
  return next(state, event);
}
