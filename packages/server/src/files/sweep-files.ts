import type { FileId, Instant } from '@keting/domain';
import type { Store } from '@keting/runtime';
import type { DiskFiles } from './disk-files.ts';
import type { S3Files } from './s3-files.ts';
import type { Claimed } from './unclaimed.ts';

/** How long a file may wait for a command that names it, in milliseconds: 7 days, as long as a page may be without a line. */
export const unclaimedFor = 7 * 24 * 3_600_000;

/** Which files streams of a store have claimed. The desk claims each file that a command names as `file/<id>`. */
export const claimedIn =
  (store: Pick<Store, 'taken'>): Claimed =>
  async (ids) => {
    const asked = ids.map((id) => ({ key: `file/${id}`, owner: 'nobody/sweeps' as const }));
    return (await store.taken(asked, [])).map(({ key }) => key.slice('file/'.length));
  };

/**
 * Removes the files that no stream claimed within seven days, and what cut-off puts have left for as long. Answers which
 * files went. Each is asked about once more just before it goes; a command that names a week-old file in that same moment
 * may still come too late, and then names a file that is not there.
 */
export async function sweepFiles(
  files: DiskFiles | S3Files,
  claimed: Claimed,
  now: Instant,
): Promise<readonly FileId[]> {
  const gone: FileId[] = [];
  for await (const id of files.unclaimed(now - unclaimedFor, claimed)) {
    if ((await claimed([id])).length > 0) continue;
    await files.remove(id);
    gone.push(id);
  }
  if ('removeRests' in files) await files.removeRests(now - unclaimedFor);
  return gone;
}
