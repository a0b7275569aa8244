import * as z from 'zod/mini';
import type { ContentRef } from '../kernel/contents.ts';
import type { CommandSpec } from '../kernel/decider.ts';
import type { Message } from '../kernel/envelope.ts';
import { personId, type PersonId } from '../kernel/ids.ts';
import { personStream } from './person.ts';

/** A name of 1 to 50 characters; a telephone number where the person gives one. */
const registerPerson = z.strictObject({
  person: personId,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(50)),
  phone: z.optional(z.string().check(z.regex(/^[+0-9][0-9 -]{4,19}$/))),
  invented: z.optional(z.boolean()),
});

/** A registration as `decide` sees it. */
export interface RegisterPersonData {
  readonly person: PersonId;
  readonly name: ContentRef;
  readonly phone?: ContentRef | undefined;
  readonly invented?: boolean | undefined;
}

/** What may be asked of a person's record. */
export type PersonCommand = Message<'RegisterPerson', RegisterPersonData>;

const register: CommandSpec<RegisterPersonData> = {
  schema: () => registerPerson,
  stream: ({ person }) => personStream(person),
  seals: ['name', 'phone'],
  begins: true,
  about: ({ person }) => ({ owner: person }),
};

export const personCommandSpecs = { RegisterPerson: register } as const;
