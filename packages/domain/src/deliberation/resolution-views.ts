import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import type { Recorded } from '../kernel/envelope.ts';
import { streamKey } from '../kernel/ids.ts';
import { table } from '../kernel/views.ts';
import { resolutionEventSchemas, type ResolutionEvent } from './resolution.ts';
import { sharedCode } from './shared-code.ts';

/** A resolution in a list: who owns it, when it is due, how far it is. */
export const resolutionRow = z.object({
  id: z.string(),
  sitting: z.string(),
  item: z.number(),
  ballot: z.string(),
  stage: z.enum(['adopted', 'overdue', 'completed']),
  text: contentRef,
  /** The unit that carries it out. */
  owner: z.string(),
  due: z.string(),
  /** The last that was told of it. */
  report: z.optional(contentRef),
  /** Whether it was carried out after its day; there once it is carried out. */
  late: z.optional(z.boolean()),
  unit: z.optional(z.string()),
  territory: z.string(),
  changedAt: z.number(),
});
export type ResolutionRow = z.infer<typeof resolutionRow>;

type Of<T extends ResolutionEvent['type']> = Extract<Recorded<ResolutionEvent>, { type: T }>;

const firstResolution = ({ stream, at, data }: Of<'ResolutionAdopted'>): ResolutionRow => ({
  id: streamKey(stream),
  sitting: data.sitting,
  item: data.item,
  ballot: data.ballot,
  stage: 'adopted',
  text: data.text,
  owner: data.owner,
  due: data.due,
  unit: data.units[0],
  territory: sharedCode(data.territories),
  changedAt: at,
});

function changed(event: Exclude<Recorded<ResolutionEvent>, { type: 'ResolutionAdopted' }>): Partial<ResolutionRow> {
  switch (event.type) {
    case 'ResolutionReported':
      return { report: event.data.report };
    case 'ResolutionCompleted':
      return { stage: 'completed', report: event.data.report, late: event.data.late };
    case 'ResolutionOverdue':
      return { stage: 'overdue' };
  }
}

/** Resolutions by sitting, by owner, by what is due and overdue. */
export const resolutions = table<ResolutionRow, ResolutionEvent>({
  name: 'resolutions',
  row: resolutionRow,
  on: Object.keys(resolutionEventSchemas),
  keys: (event) => [streamKey(event.stream)],
  project(row, event) {
    if (event.type === 'ResolutionAdopted') return firstResolution(event);
    return row === undefined ? undefined : { ...row, ...changed(event), changedAt: event.at };
  },
  indexes: [['stage', 'due'], ['owner', 'due'], ['sitting', 'item'], ['territory'], ['id'], ['unit']],
  about: { territory: 'territory', unit: 'unit', handler: 'owner' },
  contents: { text: 'see:resolutions', report: 'see:resolutions' },
});
