import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { modelKey, streamKey, type StreamId } from '../../kernel/ids.ts';
import { civilDate, instant } from '../../kernel/time.ts';
import { occasionForm } from '../../governance-model/grid-work-rules.ts';

/** Where it is, what it is, what it asks for, and the day that it was called on: what every event of it says. */
const what = { grid: z.string(), kind: modelKey, form: occasionForm, day: civilDate };

/** Something came up for which a visit, a presence or a report is due, and until when. */
export const occasionCalled = z.strictObject({ ...what, due: instant, note: z.optional(contentRef) });
/** Somebody visited, was there, or reported; `late` where that was after it was missed. */
export const occasionMet = z.strictObject({ ...what, late: z.boolean(), note: z.optional(contentRef) });
/** The time was up and nobody had. */
export const occasionMissed = z.strictObject(what);

/** The data of every event of an occasion, by the event's type. */
export const occasionEventSchemas = {
  OccasionCalled: occasionCalled,
  OccasionMet: occasionMet,
  OccasionMissed: occasionMissed,
} as const;

type Schemas = typeof occasionEventSchemas;
/** What can happen to an occasion. */
export type OccasionEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

/** An occasion: due, met in time or late, or missed so far. */
export interface OccasionState {
  readonly stage: 'due' | 'met' | 'missed';
  readonly id: string;
  readonly grid: string;
  readonly kind: string;
  readonly form: z.infer<typeof occasionForm>;
  readonly day: string;
  readonly due: number;
}

export const occasionStream = (occasion: string): StreamId => `occasion/${occasion}`;

/** Folds what happened to an occasion. */
export function evolveOccasion(state: OccasionState | undefined, event: Recorded<OccasionEvent>): OccasionState {
  if (event.type === 'OccasionCalled') {
    const { grid, kind, form, day, due } = event.data;
    return { stage: 'due', id: streamKey(event.stream), grid, kind, form, day, due };
  }
  if (state === undefined) throw new Error(`${event.stream} was not called`);
  return { ...state, stage: event.type === 'OccasionMet' ? 'met' : 'missed' };
}
