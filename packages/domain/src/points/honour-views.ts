import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import type { Recorded } from '../kernel/envelope.ts';
import { streamKey } from '../kernel/ids.ts';
import { table } from '../kernel/views.ts';
import { honourEventSchemas, type HonourEvent } from './honour.ts';

/** An honour of a person, or that they are a candidate for. */
export const honourRow = z.object({
  id: z.string(),
  kind: z.string(),
  person: z.string(),
  unit: z.string(),
  territory: z.string(),
  step: z.enum(['proposed', 'candidate', 'granted']),
  reason: contentRef,
  /** The day since which the person has it. */
  on: z.optional(z.string()),
});
export type HonourRow = z.infer<typeof honourRow>;

type Proposed = Extract<Recorded<HonourEvent>, { type: 'HonourProposed' }>;

function firstRow({ stream, data }: Proposed): HonourRow {
  const { kind, person, unit, territories, reason, consented } = data;
  const step = consented ? 'candidate' : 'proposed';
  return { id: streamKey(stream), kind, person, unit, territory: territories[0] ?? '', step, reason };
}

function after(row: HonourRow | undefined, event: Recorded<HonourEvent>): HonourRow | undefined {
  if (event.type === 'HonourProposed') return firstRow(event);
  if (row === undefined || event.type === 'HonourWithdrawn') return undefined;
  return event.type === 'HonourGranted'
    ? { ...row, step: 'granted', on: event.data.on }
    : { ...row, step: 'candidate' };
}

/**
 * Honours and whatever is on the way to one: for the person, and for the unit that proposed it. Who withdraws their consent
 * is gone from here as from every other list.
 */
export const honourProposals = table<HonourRow, HonourEvent>({
  name: 'honour-proposals',
  row: honourRow,
  on: Object.keys(honourEventSchemas),
  keys: (event) => [streamKey(event.stream)],
  project: after,
  indexes: [['person'], ['unit', 'step'], ['id'], ['territory']],
  about: { owner: 'person', unit: 'unit', territory: 'territory' },
  contents: { reason: 'see:honour-proposals' },
});

/** An honour as others see it: one that its person has agreed to. */
export const publicHonourRow = z.object({ ...honourRow.shape, step: z.enum(['candidate', 'granted']) });
export type PublicHonourRow = z.infer<typeof publicHonourRow>;

function publicRow(event: Recorded<HonourEvent>): PublicHonourRow | undefined {
  if (event.type === 'HonourWithdrawn' || (event.type === 'HonourProposed' && !event.data.consented)) return undefined;
  const { kind, person, unit, territories, reason } = event.data;
  const of = { id: streamKey(event.stream), kind, person, unit, territory: territories[0] ?? '', reason };
  return event.type === 'HonourGranted' ? { ...of, step: 'granted', on: event.data.on } : { ...of, step: 'candidate' };
}

/** Candidates and those who have an honour, with their consent alone: for everybody whom the model lets see it. */
export const honours = table<PublicHonourRow, HonourEvent>({
  name: 'honours',
  row: publicHonourRow,
  on: Object.keys(honourEventSchemas),
  keys: (event) => [streamKey(event.stream)],
  project: (_row, event) => publicRow(event),
  indexes: [['kind', 'step'], ['territory', 'kind'], ['person'], ['id'], ['unit']],
  about: { owner: 'person', unit: 'unit', territory: 'territory' },
  contents: { reason: 'see:honours' },
});
