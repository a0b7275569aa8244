// A process that holds the folder it is told until it is killed, and says whether it could.

import { holdFolder } from '../../../packages/server/src/postgres-store/hold-folder.ts';

const [, , folder = ''] = process.argv;
const held = await holdFolder(folder).then(
  () => true,
  () => false,
);
process.stdout.write(held ? 'held\n' : 'refused\n');
setInterval(() => undefined, 1_000);
