import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import { unreachable } from '../../kernel/decider.ts';
import { streamKey } from '../../kernel/ids.ts';
import { table } from '../../kernel/views.ts';
import type { ClaimedPostEvent } from './claimed-post.ts';

/** A post whose term runs, with its places and how many of them are taken. */
export const claimedPostRow = z.object({
  id: z.string(),
  unit: z.string(),
  territory: z.string(),
  kind: z.string(),
  title: contentRef,
  places: z.number(),
  taken: z.number(),
  from: z.string(),
  until: z.string(),
});
export type ClaimedPostRow = z.infer<typeof claimedPostRow>;

/** Posts to claim, by place and by kind; those whose term is over are gone. */
export const claimedPosts = table<ClaimedPostRow, ClaimedPostEvent>({
  name: 'claimed-posts',
  row: claimedPostRow,
  on: ['PostOffered', 'PostClaimed', 'PostGivenUp', 'PostTermEnded', 'PostWithdrawn'],
  keys: ({ stream }) => [streamKey(stream)],
  project(row, event, id) {
    switch (event.type) {
      case 'PostOffered': {
        const { unit, territory, kind, title, places, from, until } = event.data;
        return { id, unit, territory, kind, title, places, taken: 0, from, until };
      }
      case 'PostClaimed':
        return row && { ...row, taken: row.taken + 1 };
      case 'PostGivenUp':
        return row && { ...row, taken: row.taken - 1 };
      case 'PostTermEnded':
      case 'PostWithdrawn':
        return undefined;
      default:
        return unreachable(event);
    }
  },
  indexes: [['territory', 'until'], ['unit'], ['kind', 'territory']],
  about: { territory: 'territory', unit: 'unit' },
  contents: { title: 'see:claimed-posts' },
});

/** One who holds a claimed post, since a day. */
export const postHolderRow = z.object({
  id: z.string(),
  post: z.string(),
  person: z.string(),
  unit: z.string(),
  territory: z.string(),
  kind: z.string(),
  since: z.string(),
});
export type PostHolderRow = z.infer<typeof postHolderRow>;

type Moved = Exclude<ClaimedPostEvent, { readonly type: 'PostOffered' }>;

/** Who holds which claimed post now. */
export const postHolders = table<PostHolderRow, Moved>({
  name: 'post-holders',
  row: postHolderRow,
  on: ['PostClaimed', 'PostGivenUp', 'PostTermEnded', 'PostWithdrawn'],
  keys({ stream, data }) {
    const persons = 'holders' in data ? data.holders : [data.person];
    return persons.map((person) => `${streamKey(stream)}/${person}`);
  },
  project(_row, event, id) {
    if (event.type !== 'PostClaimed') return undefined;
    const { day, ...held } = event.data;
    return { id, post: streamKey(event.stream), ...held, since: day };
  },
  indexes: [['post', 'person'], ['person'], ['territory', 'kind'], ['unit']],
  about: { territory: 'territory', unit: 'unit', owner: 'person' },
});

/** Read models of posts that members claim. */
export const claimedPostViews = [claimedPosts, postHolders] as const;
