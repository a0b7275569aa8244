import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import { unreachable } from '../kernel/decider.ts';
import type { Message, Recorded } from '../kernel/envelope.ts';
import { modelKey, streamKey } from '../kernel/ids.ts';

/** A person came into the record; name and phone lie in the contents store, where they can be erased. */
export const personRegistered = z.strictObject({
  name: contentRef,
  phone: z.optional(contentRef),
  /** True for the people of a sample: nobody is meant. */
  invented: z.boolean(),
});
/** A person agreed that their data be used for a purpose that the model asks a consent for. */
export const consentGiven = z.strictObject({ purpose: modelKey });
/** A person took a consent back; what was done under it before stays done. */
export const consentWithdrawn = z.strictObject({ purpose: modelKey });

/**
 * Why a person is erased: one of the grounds of the Personal Information Protection Law of the People's Republic of China,
 * article 47, or that they ask for it.
 */
export const erasureGrounds = ['asked', 'purpose-met', 'term-over', 'consent-withdrawn', 'unlawful'] as const;
/** One of the grounds, by its name. */
export const erasureGround = z.enum(erasureGrounds);
/** A person was erased, on what ground, and the consents that ended with it. Their identity stays, and means nobody. */
export const personErased = z.strictObject({ ground: erasureGround, ended: z.array(modelKey) });

/** The data of every event of a person, by the event's type. */
export const personEventSchemas = {
  PersonRegistered: personRegistered,
  ConsentGiven: consentGiven,
  ConsentWithdrawn: consentWithdrawn,
  PersonErased: personErased,
} as const;

type Schemas = typeof personEventSchemas;
/** What can happen to a person's record. */
export type PersonEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

interface Known {
  readonly id: string;
  /** Purposes that they agree to. */
  readonly consents: readonly string[];
}

/**
 * A person as the record knows them: an identity. Who only asks for something is never registered, and can still agree to
 * something or be erased.
 */
export type PersonState =
  | (Known & { readonly stage: 'unregistered' })
  | (Known & { readonly stage: 'registered'; readonly invented: boolean })
  | { readonly stage: 'erased'; readonly id: string; readonly invented: boolean };

/** A person's state as release 0.1.0 kept it, when all that could happen was that they were registered. */
interface FormerState {
  readonly id: string;
  readonly invented: boolean;
}

/** A state as it was kept, in the shape that it has now. */
export const asOfNow = (state: PersonState | FormerState | undefined): PersonState | undefined =>
  state === undefined || 'stage' in state ? state : { ...state, stage: 'registered', consents: [] };

/** The stream of a person, by the person's id. */
export const personStream = (id: string): `person/${string}` => `person/${id}`;

const begun = (state: PersonState | undefined, id: string): Exclude<PersonState, { readonly stage: 'erased' }> =>
  state === undefined || state.stage === 'erased' ? { stage: 'unregistered', id, consents: [] } : state;

const isInvented = (state: PersonState | undefined): boolean =>
  state !== undefined && state.stage !== 'unregistered' && state.invented;

/** Folds what happened into a person's record. */
export function evolvePerson(kept: PersonState | undefined, event: Recorded<PersonEvent>): PersonState {
  const state = asOfNow(kept);
  const before = begun(state, streamKey(event.stream));
  switch (event.type) {
    case 'PersonRegistered':
      return { stage: 'registered', id: before.id, consents: before.consents, invented: event.data.invented };
    case 'ConsentGiven':
      return { ...before, consents: [...before.consents, event.data.purpose] };
    case 'ConsentWithdrawn':
      return { ...before, consents: before.consents.filter((purpose) => purpose !== event.data.purpose) };
    case 'PersonErased':
      return { stage: 'erased', id: before.id, invented: isInvented(state) };
    default:
      return unreachable(event);
  }
}
