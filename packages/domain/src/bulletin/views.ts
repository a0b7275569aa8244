import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import { streamKey } from '../kernel/ids.ts';
import { leastPublic } from '../kernel/suppressed.ts';
import { table } from '../kernel/views.ts';
import type { BulletinEvent } from './bulletin.ts';

/** A bulletin in a list, newest first. */
export const bulletinRow = z.object({
  id: z.string(),
  unit: z.string(),
  territory: z.string(),
  /** The post whose holders it is for; for everybody there where none is named. */
  post: z.optional(z.string()),
  stage: z.enum(['published', 'withdrawn']),
  at: z.number(),
  title: contentRef,
  text: contentRef,
  reason: z.optional(contentRef),
  /** How many have read it, once that is five or more; 0 before. */
  readers: z.number(),
  /** The count that `readers` is told from. No permission shows it. */
  counted: z.number(),
});
export type BulletinRow = z.infer<typeof bulletinRow>;

/** Bulletins, by territory and by the unit that published them. A withdrawn one is there with its reason. */
export const bulletins = table<BulletinRow, BulletinEvent>({
  name: 'bulletins',
  row: bulletinRow,
  on: ['BulletinPublished', 'BulletinRead', 'BulletinWithdrawn'],
  keys: ({ stream }) => [streamKey(stream)],
  project(row, event, id) {
    if (event.type === 'BulletinPublished') {
      const { unit, territory, post, title, text } = event.data;
      return { id, unit, territory, post, stage: 'published', at: event.at, title, text, readers: 0, counted: 0 };
    }
    if (row === undefined) return undefined;
    if (event.type === 'BulletinWithdrawn') return { ...row, stage: 'withdrawn', reason: event.data.reason };
    const counted = row.counted + 1;
    return { ...row, counted, readers: counted < leastPublic ? 0 : counted };
  },
  indexes: [['territory', 'at'], ['unit', 'at'], ['at']],
  about: { territory: 'territory', unit: 'unit' },
  contents: { title: 'see:bulletins', text: 'see:bulletins', reason: 'see:bulletins' },
  hides: { counted: 'see:exact-readers' },
});

/** Read models of bulletins. */
export const bulletinViews = [bulletins] as const;
