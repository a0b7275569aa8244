import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import type { Message, Recorded } from '../kernel/envelope.ts';
import { streamKey } from '../kernel/ids.ts';

/** A person came into the record; name and phone lie in the contents store, where they can be erased. */
export const personRegistered = z.strictObject({
  name: contentRef,
  phone: z.optional(contentRef),
  /** True for the people of a sample: nobody is meant. */
  invented: z.boolean(),
});

export const personEventSchemas = { PersonRegistered: personRegistered } as const;
/** What can happen to a person's record. */
export type PersonEvent = Message<'PersonRegistered', z.infer<typeof personRegistered>>;

/** A person as the record knows them: an identity. Name and phone lie in the contents store. */
export interface PersonState {
  readonly id: string;
  readonly invented: boolean;
}

export const personStream = (id: string): `person/${string}` => `person/${id}`;

/** Folds what happened into a person's record: its first event is all there is. */
export const evolvePerson = (_state: PersonState | undefined, event: Recorded<PersonEvent>): PersonState => ({
  id: streamKey(event.stream),
  invented: event.data.invented,
});
