import * as z from 'zod/mini';
import { offerForm } from '../../governance-model/cobuilding-rules.ts';
import { contentRef } from '../../kernel/contents.ts';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { fileId, modelKey, streamKey, unitId, type UnitId } from '../../kernel/ids.ts';

/** An offer by its form and id. */
export const offerRef = z.strictObject({ form: offerForm, id: z.string().check(z.minLength(1), z.maxLength(80)) });
export type OfferRef = z.infer<typeof offerRef>;

/** A unit said what it needs, for a place. */
export const needRaised = z.strictObject({ unit: unitId, kind: modelKey, territory: z.string(), text: contentRef });
/** An offer was found for it, by a rule of the model. */
export const needMatched = z.strictObject({ with: offerRef, rule: modelKey });
/** What it was matched with is no longer to be had: it is open again. */
export const needReleased = z.strictObject({ with: offerRef });
/** It was met: by what it was matched with (`with`), or as the files show. */
export const needMet = z.strictObject({
  with: z.optional(offerRef),
  evidence: z.array(fileId),
  note: z.optional(contentRef),
});
/** It is needed no longer. */
export const needWithdrawn = z.strictObject({ reason: contentRef });

/** The data of every event of a need, by the event's type. */
export const needEventSchemas = {
  NeedRaised: needRaised,
  NeedMatched: needMatched,
  NeedReleased: needReleased,
  NeedMet: needMet,
  NeedWithdrawn: needWithdrawn,
} as const;

type Schemas = typeof needEventSchemas;
/** What can happen to a need. */
export type NeedEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

interface Standing {
  readonly id: string;
  readonly unit: UnitId;
  readonly kind: string;
  readonly territory: string;
}

/** A need that waits: for an offer, or for what the offer it was matched with brings. */
export type OpenNeed =
  (Standing & { readonly stage: 'open' }) | (Standing & { readonly stage: 'matched'; readonly with: OfferRef });
/** A need: waiting, met or withdrawn. */
export type NeedState =
  OpenNeed | (Standing & { readonly stage: 'met' }) | (Standing & { readonly stage: 'withdrawn' });

/** The stream of a need, by its id. */
export const needStream = (id: string): `need/${string}` => `need/${id}`;

const standing = ({ id, unit, kind, territory }: NeedState): Standing => ({ id, unit, kind, territory });

function next(state: NeedState, event: Recorded<NeedEvent>): NeedState {
  switch (event.type) {
    case 'NeedRaised':
      return state;
    case 'NeedMatched':
      return { ...standing(state), stage: 'matched', with: event.data.with };
    case 'NeedReleased':
      return { ...standing(state), stage: 'open' };
    case 'NeedMet':
      return { ...standing(state), stage: 'met' };
    case 'NeedWithdrawn':
      return { ...standing(state), stage: 'withdrawn' };
  }
}

/** Folds what happened into the state of a need. */
export function evolveNeed(state: NeedState | undefined, event: Recorded<NeedEvent>): NeedState {
  if (event.type === 'NeedRaised') {
    const { unit, kind, territory } = event.data;
    return { stage: 'open', id: streamKey(event.stream), unit, kind, territory };
  }
  if (state === undefined) throw new Error(`${event.stream} begins with ${event.type}`);
  return next(state, event);
}
