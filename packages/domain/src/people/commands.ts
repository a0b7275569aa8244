import * as z from 'zod/mini';
import type { ContentRef } from '../kernel/contents.ts';
import type { CommandSpec } from '../kernel/decider.ts';
import type { Message } from '../kernel/envelope.ts';
import { modelKey, personId, type PersonId } from '../kernel/ids.ts';
import { erasureGround, personStream } from './person.ts';

const of = { person: personId };

/** A name of 1 to 50 characters; a telephone number where the person gives one. */
const registerPerson = z.strictObject({
  ...of,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(50)),
  phone: z.optional(z.string().check(z.regex(/^[+0-9][0-9 -]{4,19}$/))),
  invented: z.optional(z.boolean()),
});

/** Agrees to a purpose, or takes that back. */
const consent = z.strictObject({ ...of, purpose: modelKey });
/** Erases all that is kept about a person, on a ground. */
const erasePerson = z.strictObject({ ...of, ground: erasureGround });

/** A registration as `decide` sees it. */
export interface RegisterPersonData {
  readonly person: PersonId;
  readonly name: ContentRef;
  readonly phone?: ContentRef | undefined;
  readonly invented?: boolean | undefined;
}
/** Whose consent, to what. */
export type ConsentData = z.infer<typeof consent>;
/** Who is to be erased, and why. */
export type ErasePersonData = z.infer<typeof erasePerson>;

/** What may be asked of a person's record. */
export type PersonCommand =
  | Message<'RegisterPerson', RegisterPersonData>
  | Message<'GiveConsent', ConsentData>
  | Message<'WithdrawConsent', ConsentData>
  | Message<'ErasePerson', ErasePersonData>;

/** Whoever is not registered has no stream yet, and may be asked about all the same; the rules of access go by the person. */
const ofPerson = {
  stream: ({ person }: { readonly person: PersonId }) => personStream(person),
  begins: true,
  about: ({ person }: { readonly person: PersonId }) => ({ owner: person }),
};

const register: CommandSpec<RegisterPersonData> = {
  ...ofPerson,
  schema: () => registerPerson,
  seals: ['name', 'phone'],
};
const consenting: CommandSpec<ConsentData> = { ...ofPerson, schema: () => consent };
const erase: CommandSpec<ErasePersonData> = { ...ofPerson, schema: () => erasePerson };

export const personCommandSpecs = {
  RegisterPerson: register,
  GiveConsent: consenting,
  WithdrawConsent: consenting,
  ErasePerson: erase,
} as const;
