// The server that the benches ask, as a process of its own: configured by its environment, as anybody's. What a bench has to
// know of it comes over the line between parent and child.

import { readConfig, runServer } from '@keting/server';

const config = readConfig(process.env);
if ('faults' in config) throw new Error(JSON.stringify(config.faults));
const running = await runServer(config);

/** What lives after the garbage is gone, and what the process takes of the machine, in bytes. */
function memory(): { readonly heap: number; readonly whole: number } {
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, whole: rss };
}

process.on('message', (asked) => {
  if (asked === 'memory') process.send?.({ memory: memory() });
  else void running.stop().then(() => process.exit());
});
process.send?.({ port: running.port, operationsPort: running.operationsPort });
