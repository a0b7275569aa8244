import type { FileId, Instant } from '@keting/domain';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isErrno } from './errno.ts';
import { parsedId } from './file-key.ts';

/** Answers which of these files a stream has claimed. */
export type Claimed = (ids: readonly FileId[]) => Promise<readonly string[]>;

/** How many files are asked about at once. */
const atOnce = 100;

/** Ids of files under a root that were last put before an instant and that nobody claims. */
export const unclaimedIn = (
  root: string,
  bytesName: string,
  olderThan: Instant,
  claimed: Claimed,
): AsyncGenerator<FileId, void> => unclaimedOf(olderIn(root, bytesName, olderThan), claimed);

/** Those of some files that nobody claims. */
export async function* unclaimedOf(ids: AsyncIterable<FileId>, claimed: Claimed): AsyncGenerator<FileId, void> {
  let waiting: FileId[] = [];
  const answer = async (): Promise<readonly FileId[]> => {
    const held = new Set(await claimed(waiting));
    const free = waiting.filter((id) => !held.has(id));
    waiting = [];
    return free;
  };
  for await (const id of ids) {
    waiting.push(id);
    if (waiting.length === atOnce) yield* await answer();
  }
  if (waiting.length > 0) yield* await answer();
}

async function* olderIn(root: string, bytesName: string, olderThan: Instant): AsyncGenerator<FileId, void> {
  for (const first of await hashFolders(root))
    for (const second of await hashFolders(join(root, first)))
      for (const name of await namesIn(join(root, first, second))) {
        const id = parsedId(name);
        const put = id && (await changedAt(join(root, first, second, name, bytesName)));
        if (id !== undefined && put !== undefined && put < olderThan) yield id;
      }
}

/** Removes what stands in a folder since before an instant. */
export async function removeRests(folder: string, olderThan: Instant): Promise<void> {
  for (const name of await namesIn(folder)) {
    const rest = join(folder, name);
    const changed = await changedAt(rest);
    if (changed !== undefined && changed < olderThan) await rm(rest, { recursive: true, force: true });
  }
}

const hashFolders = async (folder: string): Promise<readonly string[]> =>
  (await namesIn(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name));

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}

async function changedAt(path: string): Promise<Instant | undefined> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined;
    throw error;
  }
}
