// The server on PGlite in a folder: views and commands held under load beside the same statements through PGlite itself.

import type { BenchRow } from './rows.ts';
import { homeInPglite } from './server/home.ts';
import { underLoad } from './server/under-load.ts';

export default async function bench(): Promise<readonly BenchRow[]> {
  const home = await homeInPglite();
  try {
    return await underLoad(home);
  } finally {
    await home.remove();
  }
}
