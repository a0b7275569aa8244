// `npm run build`: the packages and the portal, from their sources to their `dist` folders.

import { buildWhenChanged } from './build-all.ts';
import { giveUp } from './workspace.ts';

const started = performance.now();
const done = await buildWhenChanged().catch(giveUp);
console.log(done ? `built in ${((performance.now() - started) / 1000).toFixed(1)} s` : 'up to date');
