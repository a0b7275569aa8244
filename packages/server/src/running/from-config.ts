import { contexts, type Recorded } from '@keting/domain';
import { upcasterOf, viewsOf, type Files } from '@keting/runtime';
import { diskFiles } from '../files/disk-files.ts';
import { s3Files } from '../files/s3-files.ts';
import { postgresStore, type PostgresStore } from '../postgres-store/index.ts';
import { jwtSignIn } from '../sign-in/jwt.ts';
import type { Authenticate } from '../sign-in/signed-in.ts';
import { trustedHeaderSignIn } from '../sign-in/trusted-header.ts';
import type { FilesConfig, RecordConfig, SignInConfig } from './config.ts';
import { demoSignIn } from './demo-sign-in.ts';
import { noteErasure } from './erasure-log.ts';

/** Opens the record that a configuration names; `asItIs` changes nothing about its tables. What is erased is noted in the erasure log first, where there is one. */
export function openRecord(
  { connect, district, erasureLog }: RecordConfig,
  onTrouble: (trouble: unknown) => void,
  asItIs = false,
): Promise<PostgresStore> {
  const asOfNow: (event: Recorded) => Recorded = upcasterOf(contexts);
  const options = { connect, district, views: viewsOf(contexts), asOfNow, asItIs, onTrouble };
  if (erasureLog === undefined) return postgresStore(options);
  return postgresStore({ ...options, onErase: (ids) => noteErasure(erasureLog, district, ids, Date.now()) });
}

export const filesFrom = (config: FilesConfig): Files =>
  config.on === 'disk' ? diskFiles(config.folder) : s3Files(config.s3);

export function signInFrom(config: SignInConfig): Authenticate {
  switch (config.by) {
    case 'jwt':
      return jwtSignIn(config);
    case 'header':
      return trustedHeaderSignIn(config);
    case 'demo':
      return demoSignIn;
  }
}
