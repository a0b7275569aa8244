import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import { streamKey } from '../kernel/ids.ts';
import { table } from '../kernel/views.ts';
import type { PersonEvent } from './person.ts';

/** A person in a list; the name is a content, the phone is shown to those with need. */
export const personRow = z.object({
  id: z.string(),
  name: contentRef,
  phone: z.optional(contentRef),
  invented: z.boolean(),
});
export type PersonRow = z.infer<typeof personRow>;

/** Names by identity. */
export const people = table<PersonRow, PersonEvent>({
  name: 'people',
  row: personRow,
  on: ['PersonRegistered'],
  keys: (event) => [streamKey(event.stream)],
  project: (_row, event, id) => ({
    id,
    name: event.data.name,
    invented: event.data.invented,
    ...(event.data.phone === undefined ? {} : { phone: event.data.phone }),
  }),
  indexes: [['id']],
  about: { owner: 'id' },
  contents: { name: 'see:people', phone: 'see:contacts' },
  hides: { phone: 'see:contacts' },
});

export const peopleViews = [people] as const;
