import * as z from 'zod/mini';
import type { Sealed } from '../../kernel/contents.ts';
import type { CommandSpec } from '../../kernel/decider.ts';
import type { Message } from '../../kernel/envelope.ts';
import { personId, unitId } from '../../kernel/ids.ts';
import { civilDate } from '../../kernel/time.ts';
import { territoryOf } from '../places.ts';
import { floatingStream, type FloatingState } from './floating.ts';

const of = { person: personId };
const plain = z.strictObject(of);
const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

const schemas = {
  /** Registers a floating member with a unit; where they came from, in 1 to 200 characters. */
  RegisterFloating: z.strictObject({ ...of, unit: unitId, from: text(200) }),
  /** Notes a contact, in 1 to 1,000 characters. */
  ContactFloating: z.strictObject({ ...of, note: text(1000) }),
  MissContact: plain,
  /** Notes that a certificate was looked at: the number printed on it, and the day before which it is good. */
  CheckCertificate: z.strictObject({
    ...of,
    number: z.string().check(z.regex(/^[0-9A-Za-z-]{4,40}$/)),
    until: civilDate,
  }),
  UseCertificate: plain,
  ExpireCertificate: plain,
  DeregisterFloating: plain,
} as const;

type Schemas = typeof schemas;
export type RegisterFloatingData = Sealed<z.infer<Schemas['RegisterFloating']>, 'from'>;
export type ContactFloatingData = Sealed<z.infer<Schemas['ContactFloating']>, 'note'>;
export type CheckCertificateData = z.infer<Schemas['CheckCertificate']>;

/** What may be asked of a registration that stands. */
export type FloatingStep =
  | Message<'ContactFloating', ContactFloatingData>
  | Message<'CheckCertificate', CheckCertificateData>
  | Message<'MissContact' | 'UseCertificate' | 'ExpireCertificate' | 'DeregisterFloating', z.infer<typeof plain>>;
/** What may be asked of floating members, as `decide` sees it. */
export type FloatingCommand = Message<'RegisterFloating', RegisterFloatingData> | FloatingStep;

const stream = (data: { readonly person: string }) => floatingStream(data.person);

const register: CommandSpec<RegisterFloatingData> = {
  schema: () => schemas.RegisterFloating,
  stream,
  begins: true,
  seals: ['from'],
  about: ({ person, unit }, _state, facts) => ({ owner: person, unit, territory: territoryOf(unit, facts) }),
};
const step = (
  schema: z.ZodMiniType,
  ...seals: readonly string[]
): CommandSpec<{ readonly person: string }, FloatingState> => ({
  schema: () => schema,
  stream,
  seals,
  about: ({ person }, state) => ({ owner: person, unit: state?.unit, territory: state?.territory }),
});

/** Every command on a registration: what it may say, the stream it is decided on, the texts that must stay erasable. */
export const floatingCommandSpecs = {
  RegisterFloating: register,
  ContactFloating: step(schemas.ContactFloating, 'note'),
  MissContact: step(schemas.MissContact),
  CheckCertificate: step(schemas.CheckCertificate),
  UseCertificate: step(schemas.UseCertificate),
  ExpireCertificate: step(schemas.ExpireCertificate),
  DeregisterFloating: step(schemas.DeregisterFloating),
} as const;
