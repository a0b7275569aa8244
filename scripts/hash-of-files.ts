import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './workspace.ts';

/** What files of the workspace hold, and what is said besides, as sixteen characters that are others as soon as one of them is. */
export function hashOfFiles(patterns: readonly string[], ...besides: readonly string[]): string {
  const hash = createHash('sha256');
  for (const word of besides) hash.update(word);
  for (const path of globSync(patterns, { cwd: root }).sort()) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest('hex').slice(0, 16);
}
