// The server on PostgreSQL: views and commands held under load beside the same statements through bare `pg`; a thousand live
// listeners; memory over an hour's work. `--large` asks it with 2,000,000 cases in store, `--hour` works the whole hour.

import type { BenchRow } from './rows.ts';
import { homeOnPostgres } from './server/home.ts';
import { thousandListeners } from './server/listeners.ts';
import { memoryOverAnHour } from './server/memory.ts';
import { underLoad } from './server/under-load.ts';

export default async function bench(): Promise<readonly BenchRow[]> {
  const home = await homeOnPostgres();
  try {
    return [...(await underLoad(home)), ...(await thousandListeners(home)), ...(await memoryOverAnHour(home))];
  } finally {
    await home.remove();
  }
}
