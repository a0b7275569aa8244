// `npm start`: the demonstration portal, built when needed, and its desk, on this machine alone. What is done there stays, in
// the folder `keting-data` or, where `DATABASE_URL` names one, in a PostgreSQL.

import { join } from 'node:path';
import { servePortal } from '../examples/portal/server/serve-portal.ts';
import { buildWhenChanged } from './build-all.ts';
import { strictPolicy } from './serve.ts';
import { giveUp, root } from './workspace.ts';

const started = performance.now();
const seconds = (): string => ((performance.now() - started) / 1000).toFixed(1);

await buildWhenChanged().catch(giveUp);
const port = Number(process.env['PORT'] ?? 4173);
if (!Number.isInteger(port) || port < 0 || port > 65_535)
  giveUp(new Error(`PORT has to be a whole number from 0 to 65535, not ${process.env['PORT'] ?? ''}`));
const serving = await servePortal({
  folder: join(root, 'examples/portal/dist'),
  policy: strictPolicy,
  data: join(root, 'keting-data'),
  port,
  env: process.env,
  onFounding: () => console.log('Setting up the sample district, once: about twenty seconds.'),
}).catch(giveUp);
console.log(`客厅 Keting: http://localhost:${serving.port}  (ready in ${seconds()} s, Ctrl+C ends it)`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    serving.stop().then(() => process.exit(0), giveUp);
  });
}
