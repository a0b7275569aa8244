import { fileId, type FileId } from '@keting/domain';
import { createHash } from 'node:crypto';

/** The id that a text is, or undefined: nothing else may become part of a path or a key. */
export function parsedId(text: string): FileId | undefined {
  const id = fileId.safeParse(text);
  return id.success ? id.data : undefined;
}

/**
 * Where the file of an id stands, as parts of a path: two levels of 256 folders by the hash of the id, then the id. A folder
 * of a million files holds 16 in each; ids that differ only in the case of a letter stand apart on disks that do not tell.
 */
export function fileKey(id: FileId): readonly [string, string, string] {
  const hash = createHash('sha256').update(id).digest('hex');
  return [hash.slice(0, 2), hash.slice(2, 4), id];
}
