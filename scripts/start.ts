// `npm start`: the demonstration portal, built when needed, on this machine alone.

import { join } from 'node:path';
import { buildWhenChanged } from './build-all.ts';
import { serve, strictPolicy } from './serve.ts';
import { giveUp, root } from './workspace.ts';

const started = performance.now();
await buildWhenChanged().catch(giveUp);
const port = Number(process.env['PORT'] ?? 4173);
if (!Number.isInteger(port) || port < 0 || port > 65_535)
  giveUp(new Error(`PORT has to be a whole number from 0 to 65535, not ${process.env['PORT'] ?? ''}`));
const serving = await serve(join(root, 'examples/portal/dist'), { port, policy: strictPolicy });
console.log(
  `客厅 Keting: ${serving.url}  (ready in ${((performance.now() - started) / 1000).toFixed(1)} s, Ctrl+C ends it)`,
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void serving.close().then(() => process.exit(0));
  });
}
