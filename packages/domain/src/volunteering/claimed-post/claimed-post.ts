import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import { unreachable } from '../../kernel/decider.ts';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { modelKey, personId, streamKey, unitId, type UnitId } from '../../kernel/ids.ts';
import { civilDate, instant, type CivilDate, type Instant } from '../../kernel/time.ts';

/** Whose post it is, where, and of which kind. */
const place = { unit: unitId, territory: z.string(), kind: modelKey };
const held = z.strictObject({ ...place, person: personId, day: civilDate });
const ended = z.strictObject({ ...place, holders: z.array(personId) });
/** One who has claimed a post, and the day on which they did. */
const holder = z.strictObject({ person: personId, day: civilDate });
export type PostHolder = z.infer<typeof holder>;

/** A post was given up. `unserved` is the day of its claim where it was held on no day of its term: then it was no service. */
export const postGivenUp = z.strictObject({ ...held.shape, unserved: z.optional(civilDate) });
/** A post was taken back. `unserved` are those of its holders who had held it on no day of its term. */
export const postWithdrawn = z.strictObject({ ...ended.shape, unserved: z.optional(z.array(holder)) });

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
  PostGivenUp: postGivenUp,
  PostTermEnded: ended,
  PostWithdrawn: postWithdrawn,
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
  readonly from: CivilDate;
  readonly endsAt: Instant;
  readonly holders: readonly PostHolder[];
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
    case 'PostClaimed': {
      const { person, day } = event.data;
      return { ...state, holders: [...holders, { person, day }] };
    }
    case 'PostGivenUp':
      return { ...state, holders: holders.filter(({ person }) => person !== event.data.person) };
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
    const { unit, territory, kind, places, from, endsAt } = event.data;
    return { stage: 'offered', id: streamKey(event.stream), unit, territory, kind, places, from, endsAt, holders: [] };
  }
  if (state?.stage !== 'offered') throw new Error(`${event.stream} has ${event.type} while it is not offered`);
  return next(state, event);
}
