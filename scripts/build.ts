// `npm run build`: the packages and the portal, from their sources to their `dist` folders.

import { buildWhenChanged } from './build-all.ts';

const started = performance.now();
const done = await buildWhenChanged();
console.log(done ? `built in ${((performance.now() - started) / 1000).toFixed(1)} s` : 'up to date');
