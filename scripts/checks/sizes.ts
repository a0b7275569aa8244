// Each element costs a page no more than was agreed.

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod/mini';
import { entrySize } from '../entry-size.ts';
import { manifests } from '../manifests.ts';
import { root } from '../workspace.ts';
import { broken, fine, together, type Check } from './check.ts';

/** Where the limits are written, in kilobytes (1,000 bytes) by entry. */
const limitsFile = 'packages/components/size-limits.json';

export const sizes: Check = {
  name: 'sizes',
  about: `elements within ${limitsFile}`,
  needsBuild: true,
  run: async () => {
    const limits = z.parse(z.record(z.string(), z.number()), JSON.parse(readFileSync(join(root, limitsFile), 'utf8')));
    const elements = manifests()
      .flatMap(({ entries }) => entries)
      .filter(({ file }) => basename(file).startsWith('kt-'));
    const results = elements.map(async ({ file }) => {
      const [name, limit, size] = [basename(file), limits[basename(file)], await entrySize(file)];
      if (limit === undefined) return broken(`${name} weighs ${size} KB and has no limit yet in ${limitsFile}`);
      return size <= limit ? fine : broken(`${name} weighs ${size} KB, its limit is ${limit} KB`);
    });
    const gone = Object.keys(limits).filter((name) => !elements.some(({ file }) => basename(file) === name));
    return together([
      ...(await Promise.all(results)),
      ...gone.map((name) => broken(`${limitsFile} names ${name}, which is no entry`)),
    ]);
  },
};
