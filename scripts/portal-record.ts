// The record of the sample district as tests begin with: set up once, and copied for each.

import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresStore } from '@keting/server';
import { viewsOf } from '@keting/runtime';
import { foundPlace } from '../examples/portal/server/found-place.ts';
import { contexts } from '@keting/domain';
import { alone } from './alone.ts';
import { emptyPglite } from './empty-pglite.ts';
import { cacheFolder, root } from './workspace.ts';

const inputs = [
  'package-lock.json',
  'packages/{domain,models,runtime}/src/**/*.ts',
  'packages/models/src/**/*.{csv,json}',
  'packages/server/src/postgres-store/*.ts',
  'examples/portal/{server,src/setup}/**/*.ts',
];

/** The record goes by what it is made by, and by the day: its matters are of the days before. */
function nameOfRecord(): string {
  const hash = createHash('sha256').update(new Date().toISOString().slice(0, 10));
  for (const path of globSync(inputs, { cwd: root }).sort()) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest('hex').slice(0, 16);
}

const throwIt = (trouble: unknown): never => {
  throw trouble;
};

async function make(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const connect = { folder: await emptyPglite(join(unfinished, 'record')) };
  const store = await postgresStore({ connect, district: 'luqiao', views: viewsOf(contexts), onTrouble: throwIt });
  await foundPlace(store, 'luqiao');
  await store.close();
  renameSync(unfinished, folder);
}

/** The folder with the record, made where it is not there yet. */
export function portalRecord(): Promise<string> {
  return alone(join(cacheFolder, 'founding'), async () => {
    const folder = join(cacheFolder, 'portal-record', nameOfRecord());
    if (existsSync(folder)) return folder;
    rmSync(join(cacheFolder, 'portal-record'), { recursive: true, force: true });
    await make(folder);
    return folder;
  });
}

/** A copy of the record, in a folder of its own that whoever asked takes away. */
export async function copyOfRecord(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'keting-portal-'));
  await cp(await portalRecord(), folder, { recursive: true });
  return folder;
}
