import type { Actor, Instant } from '@keting/domain';

/** Whoever a request comes from, as far as a sign-in could tell. */
export interface SignedIn {
  /** A person or a guest (`anonymous`). A process never comes over the network: such a one is refused. */
  readonly actor: Actor;
  /** When the sign-in ends: from then on it is refused, and what is followed live ends. */
  readonly expires?: Instant;
  /**
   * Id of the session, where a cookie brought it. Browsers send cookies along for anyone's page, so what changes something
   * must then show that it knows what `GET /desk` handed out.
   */
  readonly cookie?: string;
}

/**
 * Tells who a request comes from. Answers nothing where it comes from nobody: the request is refused with `not-signed-in`. It
 * throws where it cannot tell, as when the keys cannot be fetched: then the request is answered with `not-available`.
 */
export type Authenticate = (request: Request) => Promise<SignedIn | undefined>;
