// Where things are.

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the workspace. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What may be thrown away and made again: the unpacked browser, hashes of what was built. */
export const cacheFolder = join(root, '.cache');
