import { anonymous, person, personId } from '@keting/domain';
import * as z from 'zod/mini';
import { longEnough, sameSecret } from './same-secret.ts';
import type { Authenticate } from './signed-in.ts';

/** How a gateway in front of the desk says who asks. */
export interface TrustedHeaderOptions {
  /** Header with the person's id, as `x-keting-person`. The gateway must take it out of what comes from outside. */
  readonly person: string;
  /** Header with which the gateway proves that it is the gateway. */
  readonly secretHeader: string;
  /** What that header holds: at least 32 characters. */
  readonly secret: string;
  /** Whether a request of nobody comes from a guest; else it is refused. */
  readonly guests?: boolean;
}

/**
 * Believes a gateway that has signed people in by itself. Nobody is believed who does not show the gateway's secret; it is
 * compared in constant time. A header that holds no person's id is refused, never taken for a guest.
 */
export function trustedHeaderSignIn(options: TrustedHeaderOptions): Authenticate {
  longEnough(options.secret, 'the secret of a gateway');
  return ({ headers }) => {
    const nobody = Promise.resolve(undefined);
    if (!sameSecret(headers.get(options.secretHeader) ?? '', options.secret)) return nobody;
    const named = headers.get(options.person);
    if (named === null) return options.guests === true ? Promise.resolve({ actor: anonymous }) : nobody;
    const id = z.safeParse(personId, named);
    return id.success ? Promise.resolve({ actor: person(id.data) }) : nobody;
  };
}
