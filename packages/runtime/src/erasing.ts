import { everything, fileId, personalContentRow, personalContents, streamKey, type FileId } from '@keting/domain';
import type { PersonalContentRow, Recorded } from '@keting/domain';
import * as z from 'zod/mini';
import type { Equipment } from './equipment.ts';
import type { Follower } from './follower.ts';

/** How many contents are erased at a time. */
const batch = 500;

const filePrefix = 'file/';

/** The file that a row of what is kept is about; undefined where it is about a text. */
export const fileOf = ({ id }: Pick<PersonalContentRow, 'id'>): FileId | undefined =>
  id.startsWith(filePrefix) ? fileId.parse(id.slice(filePrefix.length)) : undefined;

/** Everything that is kept about a person until an instant, page by page, whether it is still there or not. */
export async function* keptAbout(
  person: string,
  { store, registry }: Pick<Equipment, 'store' | 'registry'>,
  before: number,
): AsyncGenerator<readonly PersonalContentRow[], void> {
  const view = personalContents(registry.contexts);
  const query = { where: { person, at: { to: before } }, order: [{ by: 'at' }], limit: batch };
  for (let from: { readonly cursor?: string } | undefined = {}; from !== undefined;) {
    const page = await store.rows(view, { ...query, ...from }, everything);
    yield z.array(personalContentRow).parse(page.rows);
    from = page.next === undefined ? undefined : { cursor: page.next };
  }
}

/** Erases what was kept about a person when they were erased. Done twice, it does no more. */
async function eraseKept({ stream, at }: Recorded, equipment: Equipment): Promise<void> {
  for await (const rows of keptAbout(streamKey(stream), equipment, at + 1)) {
    const gone = rows.filter(({ kept }) => !kept);
    // Files go by the names under which they are claimed, so that a log of erasures has them too.
    await equipment.store.erase(gone.map(({ id }) => id));
    for (const file of gone.flatMap((row) => fileOf(row) ?? [])) await equipment.files?.remove(file);
  }
}

/**
 * Empties the contents of whoever was erased, from where it stands in the record: what a crash left between the event and
 * its contents is done when the desk is there again.
 */
export const erasing = (equipment: Equipment): Follower => ({
  name: 'erasing',
  on: ['PersonErased'],
  answer: (event) => eraseKept(event, equipment),
});
