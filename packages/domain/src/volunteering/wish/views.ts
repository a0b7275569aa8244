import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import { streamKey } from '../../kernel/ids.ts';
import { counter, table } from '../../kernel/views.ts';
import { wishEventSchemas, type WishEvent } from './wish.ts';

const on = Object.keys(wishEventSchemas);
const stage = z.enum(['open', 'claimed', 'fulfilled', 'confirmed', 'withdrawn']);

/** The stage that an event leads to. */
const stageAfter: Readonly<Record<WishEvent['type'], z.infer<typeof stage>>> = {
  WishPublished: 'open',
  WishClaimed: 'claimed',
  WishGivenBack: 'open',
  WishFulfilled: 'fulfilled',
  WishReturned: 'claimed',
  WishConfirmed: 'confirmed',
  WishWithdrawn: 'withdrawn',
};

/** A wish as everybody sees it: what is wished. Not by whom, and not who claimed it. */
export const wishRow = z.object({
  id: z.string(),
  unit: z.string(),
  territory: z.string(),
  kind: z.string(),
  stage,
  channel: z.enum(['online', 'offline']),
  text: contentRef,
  day: z.string(),
});
export type WishRow = z.infer<typeof wishRow>;

/** Wishes by place, stage and kind. Those that were taken back are gone. */
export const wishes = table<WishRow, WishEvent>({
  name: 'wishes',
  row: wishRow,
  on,
  keys: ({ stream }) => [streamKey(stream)],
  project(row, event, id) {
    if (event.type === 'WishWithdrawn') return undefined;
    if (event.type !== 'WishPublished') return row && { ...row, stage: stageAfter[event.type] };
    const { unit, territory, kind, channel, text, day } = event.data;
    return { id, unit, territory, kind, stage: 'open', channel, text, day };
  },
  indexes: [
    ['stage', 'day'],
    ['territory', 'stage', 'day'],
    ['unit', 'stage'],
    ['kind', 'stage'],
  ],
  about: { territory: 'territory', unit: 'unit' },
  contents: { text: 'see:wishes' },
});

/** Who wishes, and how to reach them: as the claimer sees it, for as long as they have the wish. */
export const wisherRow = z.object({
  id: z.string(),
  claimer: z.string(),
  wisher: z.string(),
  contact: contentRef,
  /** Until when they have it; left out while the wisher is asked whether it is fulfilled. */
  dueAt: z.optional(z.number()),
});
export type WisherRow = z.infer<typeof wisherRow>;

type Of<T extends WishEvent['type']> = Extract<WishEvent, { readonly type: T }>;
type Held = Exclude<WishEvent, Of<'WishPublished'>>;

/**
 * The wishers of the wishes that a person has claimed. A row is that person's own and there for no one else, and goes when
 * the wish is given back, taken back or confirmed.
 */
export const wishers = table<WisherRow, Held>({
  name: 'wishers',
  row: wisherRow,
  on: ['WishClaimed', 'WishGivenBack', 'WishFulfilled', 'WishReturned', 'WishConfirmed', 'WishWithdrawn'],
  keys: ({ stream }) => [streamKey(stream)],
  project(row, event, id) {
    switch (event.type) {
      case 'WishClaimed': {
        const { claimer, wisher, contact, dueAt } = event.data;
        return { id, claimer, wisher, contact, dueAt };
      }
      case 'WishFulfilled':
        return row && { ...row, dueAt: undefined };
      case 'WishReturned':
        return row && { ...row, dueAt: event.data.dueAt };
      default:
        return undefined;
    }
  },
  indexes: [['claimer', 'dueAt'], ['wisher']],
  about: { owner: 'claimer' },
  persons: ['wisher'],
  contents: { contact: 'see:wishers' },
});

/** A wish of one's own, with who has claimed it and what they say was done. */
export const ownWishRow = z.object({
  id: z.string(),
  wisher: z.string(),
  stage,
  kind: z.string(),
  text: contentRef,
  claimer: z.optional(z.string()),
  note: z.optional(contentRef),
  day: z.string(),
});
export type OwnWishRow = z.infer<typeof ownWishRow>;

/** Who has a wish after an event, and what they say was done. */
function claimAfter(event: Exclude<WishEvent, Of<'WishPublished'>>): Pick<OwnWishRow, 'claimer' | 'note'> {
  if (event.type === 'WishFulfilled') return { claimer: event.data.claimer, note: event.data.note };
  const free = event.type === 'WishGivenBack' || event.type === 'WishWithdrawn';
  return free ? { claimer: undefined, note: undefined } : { claimer: event.data.claimer };
}

/** A person's own wishes, for that person. */
export const ownWishes = table<OwnWishRow, WishEvent>({
  name: 'own-wishes',
  row: ownWishRow,
  on,
  keys: ({ stream }) => [streamKey(stream)],
  project(row, event, id) {
    if (event.type !== 'WishPublished') return row && { ...row, stage: stageAfter[event.type], ...claimAfter(event) };
    const { wisher, kind, text, day } = event.data;
    return { id, wisher, stage: 'open', kind, text, day };
  },
  indexes: [['wisher', 'day'], ['claimer']],
  about: { owner: 'wisher' },
  persons: ['claimer'],
  contents: { text: 'see:own-wishes', note: 'see:own-wishes' },
});

/** How many wishes of a kind were published, claimed, and came true under a unit. */
export const wishCountRow = z.object({
  unit: z.string(),
  territory: z.string(),
  kind: z.string(),
  published: z.number(),
  confirmed: z.number(),
  withdrawn: z.number(),
});
export type WishCountRow = z.infer<typeof wishCountRow>;

type Counted = Of<'WishPublished' | 'WishConfirmed' | 'WishWithdrawn'>;

/** Wishes by unit and kind: how many there were, and what became of them. */
export const wishCounts = counter<WishCountRow, Counted>({
  name: 'wish-counts',
  row: wishCountRow,
  on: ['WishPublished', 'WishConfirmed', 'WishWithdrawn'],
  deltas: ({ type, data: { unit, territory, kind } }) => [
    {
      row: { unit, territory, kind },
      add: {
        published: Number(type === 'WishPublished'),
        confirmed: Number(type === 'WishConfirmed'),
        withdrawn: Number(type === 'WishWithdrawn'),
      },
    },
  ],
  indexes: [['territory', 'kind'], ['unit']],
  about: { territory: 'territory', unit: 'unit' },
});

/** Read models of wishes: what everybody sees, what the claimer sees, what the wisher sees, and how many there are. */
export const wishViews = [wishes, wishers, ownWishes, wishCounts] as const;
