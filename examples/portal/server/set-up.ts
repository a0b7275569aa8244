import { contexts } from '@keting/domain';
import { viewsOf } from '@keting/runtime';
import { postgresStore, type DeskConfig, type FilesConfig } from '@keting/server';
import { Worker } from 'node:worker_threads';
import type { PlaceId } from '../src/setup/places.ts';
import { filesIn } from './files.ts';
import { foundPlace } from './found-place.ts';

/** What is set up, and where its record and its files are kept. */
export interface SettingUp {
  readonly place: PlaceId;
  readonly connect: DeskConfig['connect'];
  readonly files: FilesConfig;
}

/** Founds a place where its record is empty, and lets the record go again. */
export async function setUp({ place, connect, files }: SettingUp): Promise<void> {
  const troubles: unknown[] = [];
  const onTrouble = (trouble: unknown) => troubles.push(trouble);
  const store = await postgresStore({ connect, district: place, views: viewsOf(contexts), onTrouble });
  try {
    await foundPlace(store, place, { files: filesIn(files) });
  } finally {
    await store.close();
  }
  if (troubles.length > 0) throw new AggregateError(troubles, `${place} could not be set up`);
}

/** The same in a thread of its own: the desks that are open go on answering meanwhile. */
export function setUpAside(what: SettingUp): Promise<void> {
  const worker = new Worker(new URL('./set-up.worker.ts', import.meta.url), { workerData: what });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`what sets ${what.place} up has ended with ${code}`));
    });
  });
}
