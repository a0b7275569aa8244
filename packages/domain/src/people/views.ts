import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import type { Recorded } from '../kernel/envelope.ts';
import { streamKey } from '../kernel/ids.ts';
import { table } from '../kernel/views.ts';
import { erasureGround, type PersonEvent } from './person.ts';

/** A person in a list; the name is a content, the phone is shown to those with need. */
export const personRow = z.object({
  id: z.string(),
  /** Refers to nothing any more where the person is erased. */
  name: contentRef,
  phone: z.optional(contentRef),
  invented: z.boolean(),
  /** Why they were erased; undefined where they were not. */
  erased: z.optional(erasureGround),
});
export type PersonRow = z.infer<typeof personRow>;

type Touching<Type extends PersonEvent['type']> = Extract<PersonEvent, { readonly type: Type }>;

function personAfter(
  row: PersonRow | undefined,
  event: Recorded<Touching<'PersonRegistered' | 'PersonErased'>>,
  id: string,
): PersonRow | undefined {
  if (event.type === 'PersonErased') {
    return row && { id, name: row.name, invented: row.invented, erased: event.data.ground };
  }
  const { name, phone, invented } = event.data;
  return { id, name, invented, ...(phone === undefined ? {} : { phone }) };
}

/** Names by identity. Who was erased stays as an identity that means nobody. */
export const people = table<PersonRow, Touching<'PersonRegistered' | 'PersonErased'>>({
  name: 'people',
  version: 2,
  row: personRow,
  on: ['PersonRegistered', 'PersonErased'],
  keys: (event) => [streamKey(event.stream)],
  project: personAfter,
  indexes: [['id']],
  about: { owner: 'id' },
  contents: { name: 'see:people', phone: 'see:contacts' },
  masks: { phone: { as: 'phone' } },
});

/** A consent that stands: whose, to what, since when. */
export const consentRow = z.object({ id: z.string(), person: z.string(), purpose: z.string(), since: z.number() });
export type ConsentRow = z.infer<typeof consentRow>;

type Consenting = Touching<'ConsentGiven' | 'ConsentWithdrawn' | 'PersonErased'>;

const consentKey = (person: string, purpose: string): string => `${person}/${purpose}`;

/** Consents as they stand. Those that were taken back, or ended with the person, are not in it. */
export const consents = table<ConsentRow, Consenting>({
  name: 'consents',
  row: consentRow,
  on: ['ConsentGiven', 'ConsentWithdrawn', 'PersonErased'],
  keys({ stream, data }) {
    const person = streamKey(stream);
    const touched = 'ended' in data ? data.ended : [data.purpose];
    return touched.map((purpose) => consentKey(person, purpose));
  },
  project(_row, event, id) {
    if (event.type !== 'ConsentGiven') return undefined;
    return { id, person: streamKey(event.stream), purpose: event.data.purpose, since: event.at };
  },
  indexes: [['person'], ['purpose', 'person']],
  about: { owner: 'person' },
});

export const peopleViews = [people, consents] as const;
