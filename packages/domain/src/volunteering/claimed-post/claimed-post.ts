import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import { unreachable } from '../../kernel/decider.ts';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { modelKey, personId, streamKey, unitId, type PersonId, type UnitId } from '../../kernel/ids.ts';
import { civilDate, instant, type Instant } from '../../kernel/time.ts';

/** Whose post it is, where, and of which kind. */
const place = { unit: unitId, territory: z.string(), kind: modelKey };
const held = z.strictObject({ ...place, person: personId, day: civilDate });
const ended = z.strictObject({ ...place, holders: z.array(personId) });

/** A post was offered: so many may hold it, from a day until before another, the first moment of which is `endsAt`. */
export const postOffered = z.strictObject({
  ...place,
  title: contentRef,
  places: z.int().check(z.minimum(1)),
  from: civilDate,
  until: civilDate,
  endsAt: instant,
});

/** The data of every event of a claimed post, by the event's type. */
export const claimedPostEventSchemas = {
  PostOffered: postOffered,
  PostClaimed: held,
  PostGivenUp: held,
  PostTermEnded: ended,
  PostWithdrawn: ended,
} as const;

type Schemas = typeof claimedPostEventSchemas;
/** What can happen to a post that members claim. */
export type ClaimedPostEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

interface Of {
  readonly id: string;
  readonly unit: UnitId;
  readonly territory: string;
  readonly kind: string;
}

/** A post whose term runs; there are never more holders than places. */
export interface OfferedPost extends Of {
  readonly stage: 'offered';
  readonly places: number;
  readonly endsAt: Instant;
  readonly holders: readonly PersonId[];
}

/** A post that members claim. When its term is over nobody holds it. */
export type ClaimedPostState = OfferedPost | (Of & { readonly stage: 'ended' });

/** The stream of a claimed post, by the post's id. */
export const claimedPostStream = (id: string): `claimed-post/${string}` => `claimed-post/${id}`;

function next(
  state: OfferedPost,
  event: Exclude<Recorded<ClaimedPostEvent>, { type: 'PostOffered' }>,
): ClaimedPostState {
  const { id, unit, territory, kind, holders } = state;
  switch (event.type) {
    case 'PostClaimed':
      return { ...state, holders: [...holders, event.data.person] };
    case 'PostGivenUp':
      return { ...state, holders: holders.filter((one) => one !== event.data.person) };
    case 'PostTermEnded':
    case 'PostWithdrawn':
      return { stage: 'ended', id, unit, territory, kind };
    default:
      return unreachable(event);
  }
}

/** Folds what happened into a claimed post. */
export function evolveClaimedPost(
  state: ClaimedPostState | undefined,
  event: Recorded<ClaimedPostEvent>,
): ClaimedPostState {
  if (event.type === 'PostOffered') {
    const { unit, territory, kind, places, endsAt } = event.data;
    return { stage: 'offered', id: streamKey(event.stream), unit, territory, kind, places, endsAt, holders: [] };
  }
  if (state?.stage !== 'offered') throw new Error(`${event.stream} has ${event.type} while it is not offered`);
  return next(state, event);
}
