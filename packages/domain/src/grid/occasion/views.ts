import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import type { Recorded } from '../../kernel/envelope.ts';
import { streamKey } from '../../kernel/ids.ts';
import { counter, table } from '../../kernel/views.ts';
import { occasionForm } from '../../governance-model/grid-work-rules.ts';
import { occasionEventSchemas, type OccasionEvent } from './occasion.ts';

const on = Object.keys(occasionEventSchemas);
type Happened = Recorded<OccasionEvent>;

/** An occasion: what is due where and until when, and whether it was met. */
export const occasionRow = z.object({
  id: z.string(),
  grid: z.string(),
  kind: z.string(),
  form: occasionForm,
  stage: z.enum(['due', 'met', 'missed']),
  /** Met after it was missed. */
  late: z.boolean(),
  day: z.string(),
  due: z.number(),
  note: z.optional(contentRef),
  /** What came of it. */
  outcome: z.optional(contentRef),
  metAt: z.optional(z.number()),
});
export type OccasionRow = z.infer<typeof occasionRow>;

function occasionAfter(row: OccasionRow | undefined, event: Happened): OccasionRow | undefined {
  if (event.type === 'OccasionCalled') {
    return { id: streamKey(event.stream), ...event.data, stage: 'due', late: false };
  }
  if (row === undefined) return undefined;
  if (event.type === 'OccasionMissed') return { ...row, stage: 'missed' };
  const { late, note } = event.data;
  return { ...row, stage: 'met', late, outcome: note, metAt: event.at };
}

/** Occasions by place and by how far they have come: what is due next, what was missed. */
export const occasions = table<OccasionRow, OccasionEvent>({
  name: 'occasions',
  row: occasionRow,
  on,
  keys: ({ stream }) => [streamKey(stream)],
  project: occasionAfter,
  indexes: [['grid', 'stage', 'due'], ['stage', 'due'], ['id']],
  about: { territory: 'grid' },
  contents: { note: 'see:occasion-notes', outcome: 'see:occasion-notes' },
});

/** What became of the occasions of a kind that were called in a grid on a day. */
export const occasionCountRow = z.object({
  grid: z.string(),
  kind: z.string(),
  day: z.string(),
  called: z.number(),
  /** In time or late. */
  met: z.number(),
  /** Of those missed, also the ones that were met late. */
  missed: z.number(),
});
export type OccasionCountRow = z.infer<typeof occasionCountRow>;

/** Counts of occasions by grid, kind and the day they were called on. */
export const occasionCounts = counter<OccasionCountRow, OccasionEvent>({
  name: 'occasion-counts',
  row: occasionCountRow,
  on,
  deltas({ type, data: { grid, kind, day } }) {
    const add = {
      called: Number(type === 'OccasionCalled'),
      met: Number(type === 'OccasionMet'),
      missed: Number(type === 'OccasionMissed'),
    };
    return [{ row: { grid, kind, day }, add }];
  },
  indexes: [['grid', 'day'], ['day']],
  about: { territory: 'grid' },
});

/** Read models of occasions. */
export const occasionViews = [occasions, occasionCounts] as const;
