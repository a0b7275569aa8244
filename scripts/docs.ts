// `npm run docs`: the reference of the public names, from their doc comments, into docs/api.

import { run } from './workspace.ts';

const { code } = await run('typedoc', [], { show: true });
process.exit(code);
