import { createHmac, generateKeyPairSync, sign } from 'node:crypto';

type Claims = Readonly<Record<string, unknown>>;

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export const secret = 'a secret of thirty-two characters';
export const issuer = 'https://sign-in.test';
export const audience = 'keting/990101';
export const { privateKey, publicKey } = generateKeyPairSync('ed25519');

const inAnHour = (): number => Math.floor(Date.now() / 1000) + 3600;

const claimsOf = (claims: Claims): Claims => ({ iss: issuer, aud: audience, sub: 'clerk', exp: inAnHour(), ...claims });

/** A token made without the library that reads it. */
export function token(claims: Claims = {}, header: Claims = {}, key = secret): string {
  const signed = `${part({ alg: 'HS256', typ: 'JWT', ...header })}.${part(claimsOf(claims))}`;
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}

/** A token that nobody has signed. */
export const unsigned = (claims: Claims = {}): string => `${part({ alg: 'none' })}.${part(claimsOf(claims))}.`;

export function publicToken(claims: Claims = {}): string {
  const signed = `${part({ alg: 'EdDSA', kid: 'one' })}.${part(claimsOf(claims))}`;
  return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`;
}

export const keySet = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'EdDSA' }] };
