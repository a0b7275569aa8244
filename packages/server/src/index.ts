/**
 * Keting's server: a desk over HTTP.
 *
 * @packageDocumentation
 */

export { serverApp } from './http/server-app.ts';
export type { Answered, Limits, ServerApp, ServerLog, ServerOptions } from './http/options.ts';
export * from './sign-in/signed-in.ts';
export * from './sign-in/jwt.ts';
export * from './sign-in/trusted-header.ts';
export * from './postgres-store/index.ts';
export * from './files/index.ts';
export * from './running/index.ts';
