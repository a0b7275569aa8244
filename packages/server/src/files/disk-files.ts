import type { FileId, Instant } from '@keting/domain';
import type { Files } from '@keting/runtime';
import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, utimes } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { isErrno } from './errno.ts';
import { fileKey, parsedId } from './file-key.ts';
import { sameBytes } from './same-bytes.ts';
import { removeRests, unclaimedIn, type Claimed } from './unclaimed.ts';

/** Files on a disk, with what it takes to clear those that nobody named. */
export interface DiskFiles extends Files {
  /**
   * Ids of files that were put before an instant and that no stream claims. `claimed` answers which of the ids asked for
   * are claimed; it is asked for a hundred at a time.
   */
  unclaimed(olderThan: Instant, claimed: Claimed): AsyncIterable<FileId>;
  /** Removes a file. It is gone as a whole or not at all, even where the machine stops half-way. */
  remove(id: FileId): Promise<void>;
  /** Removes what puts and removals that were cut off before an instant have left. */
  removeRests(olderThan: Instant): Promise<void>;
}

const typeSchema = z.strictObject({ type: z.string() });

const bytesName = 'file';
const typeName = 'type.json';

/** Whatever a put writes and a removal takes away stands here while it is not whole. */
export const restsName = '.rests';

/**
 * Files in a folder, which is made where it is missing: `<hash>/<hash>/<id>/file`, its type beside it. A file is written under
 * `.rests`, flushed to the disk, and moved into place as one folder. A folder that is there refuses the move, so a kept file
 * is never half and never overwritten, whoever else writes to the same folder. POSIX file systems only, not Windows.
 */
export function diskFiles(folder: string): DiskFiles {
  const root = resolve(folder);
  const placeOf = (id: FileId): string => join(root, ...fileKey(id));
  return {
    async put(id, bytes, type) {
      if (parsedId(id) === undefined) throw new RangeError('not the id of a file');
      const place = placeOf(id);
      if (!(await placed(root, id, bytes, type))) {
        const kept = await readFile(join(place, bytesName));
        if (!sameBytes(kept, bytes)) return 'taken';
        // Somebody means to use it after all: its time to be claimed begins anew.
        await utimes(join(place, bytesName), new Date(), new Date());
      }
      return 'kept';
    },
    async has(text) {
      const id = parsedId(text);
      return id !== undefined && (await ifThere(readFile(join(placeOf(id), typeName)))) !== undefined;
    },
    async get(text) {
      const id = parsedId(text);
      return id === undefined ? undefined : ifThere(fileAt(placeOf(id)));
    },
    unclaimed: (olderThan, claimed) => unclaimedIn(root, bytesName, olderThan, claimed),
    async remove(id) {
      const rest = join(root, restsName, randomUUID());
      await mkdir(join(root, restsName), { recursive: true });
      await ifThere(rename(placeOf(id), rest));
      await rm(rest, { recursive: true, force: true });
    },
    removeRests: (olderThan) => removeRests(join(root, restsName), olderThan),
  };
}

async function fileAt(place: string): Promise<{ readonly bytes: Uint8Array; readonly type: string }> {
  const [bytes, type] = await Promise.all([readFile(join(place, bytesName)), readFile(join(place, typeName), 'utf8')]);
  return { bytes: new Uint8Array(bytes), type: typeSchema.parse(JSON.parse(type)).type };
}

/** What a call answers; undefined where what it looks for is not there. */
async function ifThere<Answer>(call: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}

/** Puts a file where there is none; false where there is one. */
async function placed(root: string, id: FileId, bytes: Uint8Array, type: string): Promise<boolean> {
  const [first, second, name] = fileKey(id);
  const rest = join(root, restsName, randomUUID());
  await mkdir(rest, { recursive: true });
  try {
    await writeThrough(join(rest, bytesName), bytes);
    await writeThrough(join(rest, typeName), Buffer.from(JSON.stringify({ type })));
    await flush(rest);
    await mkdir(join(root, first, second), { recursive: true });
    await rename(rest, join(root, first, second, name));
    for (const above of [join(root, first, second), join(root, first), root]) await flush(above);
    return true;
  } catch (error) {
    await rm(rest, { recursive: true, force: true });
    if (isErrno(error, 'ENOTEMPTY', 'EEXIST')) return false;
    throw error;
  }
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Flushes the entries of a folder to the disk. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
