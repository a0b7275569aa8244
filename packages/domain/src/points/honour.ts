import * as z from 'zod/mini';
import { contentRef, type ContentRef } from '../kernel/contents.ts';
import type { Message, Recorded } from '../kernel/envelope.ts';
import { modelKey, personId, streamKey, territoryCode, unitId, type PersonId, type UnitId } from '../kernel/ids.ts';
import { civilDate } from '../kernel/time.ts';

/** What every event that shows an honour says of it. */
const honoured = {
  kind: modelKey,
  person: personId,
  unit: unitId,
  territories: z.array(territoryCode),
  reason: contentRef,
};

/** A person was put forward for an honour, by a unit or by themselves, and why. Who puts themselves forward agrees to it. */
export const honourProposed = z.strictObject({ ...honoured, consented: z.boolean() });
/** The person agreed: they are a candidate, and others may know. */
export const consentGiven = z.strictObject(honoured);
/** The candidate has the honour from a day on. */
export const honourGranted = z.strictObject({ ...honoured, on: civilDate });
/** The person does not agree, or does no more; or the proposal was taken back. Nothing of it is shown from then on. */
export const honourWithdrawn = z.strictObject({ by: z.enum(['person', 'unit']) });

export const honourEventSchemas = {
  HonourProposed: honourProposed,
  HonourConsentGiven: consentGiven,
  HonourGranted: honourGranted,
  HonourWithdrawn: honourWithdrawn,
} as const;

type Schemas = typeof honourEventSchemas;
/** What can happen to an honour. Nothing takes it from the person but their own word. */
export type HonourEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

/** An honour of one person: proposed, agreed to by them, granted. There is no step below the others, and none is worse. */
export interface Honour {
  readonly stage: 'proposed' | 'candidate' | 'granted' | 'withdrawn';
  readonly id: string;
  readonly kind: string;
  readonly person: PersonId;
  readonly unit: UnitId;
  readonly territories: readonly string[];
  readonly reason: ContentRef;
}

/** The stream of an honour, by the honour's id. */
export const honourStream = (id: string): `honour/${string}` => `honour/${id}`;

function propose(id: string, data: z.infer<typeof honourProposed>): Honour {
  const { consented, ...of } = data;
  return { stage: consented ? 'candidate' : 'proposed', id, ...of };
}

/** Folds what happened into an honour. */
export function evolveHonour(state: Honour | undefined, event: Recorded<HonourEvent>): Honour {
  if (event.type === 'HonourProposed') return propose(streamKey(event.stream), event.data);
  if (state === undefined) throw new Error(`${event.stream} begins with ${event.type}`);
  switch (event.type) {
    case 'HonourConsentGiven':
      return { ...state, stage: 'candidate' };
    case 'HonourGranted':
      return { ...state, stage: 'granted' };
    case 'HonourWithdrawn':
      return { ...state, stage: 'withdrawn' };
  }
}
