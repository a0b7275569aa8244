import { anonymous, person, personId, type Actor } from '@keting/domain';
import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { JSONWebKeySet, JWTPayload, JWTVerifyGetKey, JWTVerifyOptions } from 'jose';
import * as z from 'zod/mini';
import { longEnough } from './same-secret.ts';
import type { Authenticate } from './signed-in.ts';

/** What tokens are signed with: a secret that both sides know, public keys, or where public keys are published. */
export type JwtKeys =
  { readonly secret: string } | { readonly keySet: JSONWebKeySet } | { readonly keySetUrl: string | URL };

/** Which tokens are believed. */
export interface JwtOptions {
  readonly keys: JwtKeys;
  /** Who issues them (`iss`). */
  readonly issuer: string;
  /** For whom (`aud`): it carries the district, so that a token for another district's desk opens nothing here. */
  readonly audience: string;
  /** How they may be signed, as `['EdDSA']`: what a token says of itself chooses nothing beyond these. */
  readonly algorithms: readonly string[];
}

/** By how much the clocks of two machines may differ, in seconds. */
const tolerance = 30;

const shared: ReadonlySet<string> = new Set(['HS256', 'HS384', 'HS512']);
const keyed: ReadonlySet<string> = new Set([
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
]);

/** A public key must never be taken for a shared secret, and `none` signs nothing: such a configuration throws. */
function checkAlgorithms({ keys, algorithms }: JwtOptions): void {
  const fitting = 'secret' in keys ? shared : keyed;
  const wrong = algorithms.filter((algorithm) => !fitting.has(algorithm));
  if (algorithms.length === 0 || wrong.length > 0) {
    throw new TypeError(`tokens are not signed with these keys by: ${wrong.join(', ') || 'nothing'}`);
  }
  if ('secret' in keys) longEnough(keys.secret, 'the secret of tokens');
}

function keyFinder(keys: JwtKeys): JWTVerifyGetKey {
  if ('keySet' in keys) return createLocalJWKSet(keys.keySet);
  if ('keySetUrl' in keys) return createRemoteJWKSet(new URL(keys.keySetUrl));
  const secret = new TextEncoder().encode(keys.secret);
  return () => secret;
}

/** What jose says where keys could not be had, which is no fault of the token. */
const ourTrouble: ReadonlySet<string> = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID']);

const isRefused = (thrown: unknown): boolean => thrown instanceof errors.JOSEError && !ourTrouble.has(thrown.code);

async function verified(
  token: string,
  find: JWTVerifyGetKey,
  options: JWTVerifyOptions,
): Promise<JWTPayload | undefined> {
  try {
    return (await jwtVerify(token, find, options)).payload;
  } catch (thrown) {
    // A token that does not hold is an answer; whatever else went wrong is not.
    if (isRefused(thrown)) return undefined;
    throw thrown;
  }
}

/** `guest: true` makes a guest, whoever it names; else `sub` is a person's id. */
function actorOf(claims: JWTPayload): Actor | undefined {
  if (claims['guest'] === true) return anonymous;
  const id = z.safeParse(personId, claims.sub);
  return id.success ? person(id.data) : undefined;
}

const bearer = (request: Request): string | undefined =>
  /^Bearer +([\w.~+/-]+=*)$/i.exec(request.headers.get('authorization') ?? '')?.[1];

/**
 * Believes tokens in `Authorization: Bearer`. One must be signed by a known key in one of the algorithms, be from the issuer,
 * for this audience, and end some day (`exp`); clocks may differ by 30 seconds. Anything else comes from nobody. Where the
 * keys' address does not answer it throws.
 */
export function jwtSignIn(options: JwtOptions): Authenticate {
  checkAlgorithms(options);
  const find = keyFinder(options.keys);
  const { issuer, audience } = options;
  const algorithms = [...options.algorithms];
  const rules = { issuer, audience, algorithms, clockTolerance: tolerance, requiredClaims: ['exp'] };
  return async (request) => {
    const token = bearer(request);
    const claims = token === undefined ? undefined : await verified(token, find, rules);
    const actor = claims && actorOf(claims);
    if (claims?.exp === undefined || actor === undefined) return undefined;
    return { actor, expires: (claims.exp + tolerance) * 1000 };
  };
}
