import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether a text is the secret. How long it takes tells nothing of the secret, nor of its length. */
export const sameSecret = (shown: string, secret: string): boolean => timingSafeEqual(digest(shown), digest(secret));

const shortest = 32;

/** Refuses a secret that can be guessed: fewer than 32 characters. A mistake in a configuration, so it throws. */
export function longEnough(secret: string, what: string): void {
  if (secret.length < shortest) throw new TypeError(`${what} has at least ${shortest} characters`);
}
