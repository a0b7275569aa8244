import { createHmac } from 'node:crypto';
import { csrfHeader } from '@keting/runtime/wire';
import { longEnough, sameSecret } from '../sign-in/same-secret.ts';
import type { SignedIn } from '../sign-in/signed-in.ts';

/** Guards sign-ins by cookie, which a browser sends along with what another's page asks. */
export interface Guard {
  /** What the page of a session must show; nothing where the sign-in is no cookie. */
  token(signedIn: SignedIn): string | undefined;
  /** Whether a request may change something. */
  lets(request: Request, signedIn: SignedIn): boolean;
}

/** What is to be shown is made of the session and a secret, so that nothing needs to be kept. Without a secret: reading only. */
export function csrfGuard(secret: string | undefined): Guard {
  if (secret !== undefined) longEnough(secret, 'the secret against forged requests');
  const token = ({ cookie }: SignedIn): string | undefined =>
    cookie === undefined || secret === undefined
      ? undefined
      : createHmac('sha256', secret).update(cookie).digest('base64url');
  return {
    token,
    lets(request, signedIn) {
      if (signedIn.cookie === undefined || request.method === 'GET') return true;
      const expected = token(signedIn);
      return expected !== undefined && sameSecret(request.headers.get(csrfHeader) ?? '', expected);
    },
  };
}
