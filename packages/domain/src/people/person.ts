import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import type { Message, Recorded } from '../kernel/envelope.ts';
import { streamKey } from '../kernel/ids.ts';

export const personRegistered = z.strictObject({
  name: contentRef,
  phone: z.optional(contentRef),
  /** True for the people of a sample: nobody is meant. */
  invented: z.boolean(),
});

export const personEventSchemas = { PersonRegistered: personRegistered } as const;
export type PersonEvent = Message<'PersonRegistered', z.infer<typeof personRegistered>>;

/** A person as the record knows them: an identity. Name and phone lie in the contents store. */
export interface PersonState {
  readonly id: string;
  readonly invented: boolean;
}

export const personStream = (id: string): `person/${string}` => `person/${id}`;

export const evolvePerson = (_state: PersonState | undefined, event: Recorded<PersonEvent>): PersonState => ({
  id: streamKey(event.stream),
  invented: event.data.invented,
});
