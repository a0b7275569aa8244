import { fileId, type Instant } from '@keting/domain';
import type { Files, Store } from '@keting/runtime';
import { open, readFile } from 'node:fs/promises';
import * as z from 'zod';
import { isErrno } from '../files/errno.ts';

const entry = z.strictObject({ at: z.number(), district: z.string(), ids: z.array(z.string()) });

/** Adds to the log which contents are being erased, and flushes it to the disk. Ids of contents, nothing of what they held. */
export async function noteErasure(path: string, district: string, ids: readonly string[], at: Instant): Promise<void> {
  const file = await open(path, 'a', 0o600);
  try {
    await file.appendFile(`${JSON.stringify({ at, district, ids })}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** By this begin the names under which files stand in the log; texts have none. */
const filePrefix = 'file/';

/**
 * Erases again all that the log says was ever erased in a district: after a restore, what was erased since the backup is in the
 * record anew, and its files may be. What is gone already stays gone, so the age of the backup does not matter. Answers how
 * many contents it named. Throws where a line of the log cannot be read: then somebody has to look.
 */
export async function replayErasures(
  path: string,
  district: string,
  { store, files }: { readonly store: Pick<Store, 'erase'>; readonly files: Pick<Files, 'remove'> },
): Promise<number> {
  let count = 0;
  for (const [place, line] of (await linesOf(path)).entries()) {
    const erased = entry.safeParse(parsed(line));
    if (!erased.success) throw new Error(`${path}:${place + 1} is no line of an erasure log`);
    if (erased.data.district !== district) continue;
    const { ids } = erased.data;
    await store.erase(ids);
    for (const id of ids) if (id.startsWith(filePrefix)) await files.remove(fileId.parse(id.slice(filePrefix.length)));
    count += ids.length;
  }
  return count;
}

async function linesOf(path: string): Promise<readonly string[]> {
  try {
    return (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
  } catch (error) {
    // Nothing was ever erased.
    if (isErrno(error, 'ENOENT')) return [];
    throw error;
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
