import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import { unreachable } from '../kernel/decider.ts';
import type { Message, Recorded } from '../kernel/envelope.ts';
import { modelKey, streamKey, unitId } from '../kernel/ids.ts';

/** A bulletin was published to a territory; where it names a post, to those who hold it there. */
export const bulletinPublished = z.strictObject({
  unit: unitId,
  territory: z.string(),
  post: z.optional(modelKey),
  title: contentRef,
  text: contentRef,
});
/** Somebody read it for the first time. Who, the record does not say. */
export const bulletinRead = z.strictObject({ territory: z.string() });
/** The bulletin was withdrawn, and why. It stays on record. */
export const bulletinWithdrawn = z.strictObject({ reason: contentRef });

/** The data of every event of a bulletin, by the event's type. */
export const bulletinEventSchemas = {
  BulletinPublished: bulletinPublished,
  BulletinRead: bulletinRead,
  BulletinWithdrawn: bulletinWithdrawn,
} as const;

type Schemas = typeof bulletinEventSchemas;
/** What can happen to a bulletin. */
export type BulletinEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

/** A bulletin: to whom it is, and whether it still stands. */
export interface BulletinState {
  readonly stage: 'published' | 'withdrawn';
  readonly id: string;
  readonly unit: string;
  readonly territory: string;
  readonly post?: string | undefined;
}

/** The stream of a bulletin, by its id. */
export const bulletinStream = (id: string): `bulletin/${string}` => `bulletin/${id}`;

/** Folds what happened into a bulletin. */
export function evolveBulletin(state: BulletinState | undefined, event: Recorded<BulletinEvent>): BulletinState {
  if (event.type === 'BulletinPublished') {
    const { unit, territory, post } = event.data;
    return { stage: 'published', id: streamKey(event.stream), unit, territory, post };
  }
  if (state === undefined) throw new Error(`${event.stream} begins with ${event.type}`);
  switch (event.type) {
    case 'BulletinRead':
      return state;
    case 'BulletinWithdrawn':
      return { ...state, stage: 'withdrawn' };
    default:
      return unreachable(event);
  }
}
