import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import { unreachable } from '../../kernel/decider.ts';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { streamKey, unitId, type UnitId } from '../../kernel/ids.ts';
import { civilDate, instant, type CivilDate, type Instant } from '../../kernel/time.ts';

/** Where a floating member is registered. */
const place = { unit: unitId, territory: z.string() };
/** By when the next contact is due. */
const next = { contactBy: instant };

/** A floating member was registered with a unit; where they came from, in words. */
export const floatingRegistered = z.strictObject({ ...place, ...next, from: contentRef, day: civilDate });
/** They were spoken with; the time until the next contact begins anew. */
export const floatingContacted = z.strictObject({ ...place, ...next, note: contentRef, day: civilDate });
/** Nobody spoke with them in time. It is noted once, and stands until somebody does. */
export const contactMissed = z.strictObject({ ...place, contactBy: instant });
/** Their certificate was looked at and is good until before a day. `mark` is its hash, under which it is unique. */
export const certificateChecked = z.strictObject({
  ...place,
  mark: z.string(),
  until: civilDate,
  expiresAt: instant,
  day: civilDate,
  /** The certificate that it takes the place of, where that is another. */
  was: z.optional(z.string()),
});
/** The certificate was used, which it can be once in a period. */
export const certificateUsed = z.strictObject({ ...place, period: z.string(), day: civilDate });
/** The certificate holds no more. */
export const certificateExpired = z.strictObject({ ...place, mark: z.string() });
/** They have moved on, or are not floating any more. */
export const floatingDeregistered = z.strictObject({ ...place, day: civilDate });

/** The data of every event of a floating member's registration, by the event's type. */
export const floatingEventSchemas = {
  FloatingRegistered: floatingRegistered,
  FloatingContacted: floatingContacted,
  ContactMissed: contactMissed,
  CertificateChecked: certificateChecked,
  CertificateUsed: certificateUsed,
  CertificateExpired: certificateExpired,
  FloatingDeregistered: floatingDeregistered,
} as const;

type Schemas = typeof floatingEventSchemas;
/** What can happen to the registration of a floating member. */
export type FloatingEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

/** A certificate that was checked and has not expired. */
export interface Certificate {
  readonly mark: string;
  readonly until: CivilDate;
  readonly expiresAt: Instant;
}

interface Registration {
  readonly id: string;
  readonly unit: UnitId;
  readonly territory: string;
  /** The last period in which a certificate was used. It stays when another is checked: a new paper is no second use. */
  readonly used?: string | undefined;
}

/** A member whose registration stands: when they are to be contacted, and the certificate that they showed. */
export interface RegisteredMember extends Registration {
  readonly stage: 'registered';
  readonly contactBy: Instant;
  /** Whether the contact that was due by then was missed. */
  readonly missed: boolean;
  readonly certificate?: Certificate | undefined;
}

/** A floating member: registered, or moved on. */
export type FloatingState = RegisteredMember | (Registration & { readonly stage: 'left' });

/** The stream of a floating member's registration, by the person's id. */
export const floatingStream = (person: string): `floating/${string}` => `floating/${person}`;

type Step = Exclude<Recorded<FloatingEvent>, { readonly type: 'FloatingRegistered' }>;

function after(state: RegisteredMember, event: Step): FloatingState {
  switch (event.type) {
    case 'FloatingContacted':
      return { ...state, contactBy: event.data.contactBy, missed: false };
    case 'ContactMissed':
      return { ...state, missed: true };
    case 'CertificateChecked': {
      const { mark, until, expiresAt } = event.data;
      return { ...state, certificate: { mark, until, expiresAt } };
    }
    case 'CertificateUsed':
      return { ...state, used: event.data.period };
    case 'CertificateExpired':
      return { ...state, certificate: undefined };
    case 'FloatingDeregistered': {
      const { id, unit, territory, used } = state;
      return { stage: 'left', id, unit, territory, used };
    }
    default:
      return unreachable(event);
  }
}

/** Folds what happened into the registration of a floating member. */
export function evolveFloating(state: FloatingState | undefined, event: Recorded<FloatingEvent>): FloatingState {
  if (event.type === 'FloatingRegistered') {
    const { unit, territory, contactBy } = event.data;
    return {
      stage: 'registered',
      id: streamKey(event.stream),
      unit,
      territory,
      contactBy,
      missed: false,
      used: state?.used,
    };
  }
  if (state?.stage !== 'registered') throw new Error(`${event.stream} has ${event.type} while it is not registered`);
  return after(state, event);
}
