// The record of the sample district as tests begin with: set up once, and copied for each.

import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresStore } from '@keting/server';
import { viewsOf } from '@keting/runtime';
import { foundPlace } from '../examples/portal/server/found-place.ts';
import { contexts } from '@keting/domain';
import { alone } from './alone.ts';
import { emptyRecord } from './empty-pglite.ts';
import { hashOfFiles } from './hash-of-files.ts';
import { cacheFolder } from './workspace.ts';

const inputs = [
  'package-lock.json',
  'packages/{domain,models,runtime}/src/**/*.ts',
  'packages/models/src/**/*.{csv,json}',
  'packages/server/src/postgres-store/*.ts',
  'examples/portal/{server,src/setup}/**/*.ts',
];

/** The record goes by what it is made by, and by the day: its matters are of the days before. */
const nameOfRecord = (): string => hashOfFiles(inputs, new Date().toISOString().slice(0, 10));

const throwIt = (trouble: unknown): never => {
  throw trouble;
};

async function make(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const connect = { folder: await emptyRecord(join(unfinished, 'record')) };
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
  cpSync(await portalRecord(), folder, { recursive: true });
  return folder;
}
