// `npm run docs`: the pages that are made from the code, and the reference of the public names, from their doc comments, into docs/api.

import { writeFile } from 'node:fs/promises';
import { madePages } from './pages/made-pages.ts';
import { run } from './workspace.ts';

for (const { path, text } of await madePages()) await writeFile(path, text);

const { code } = await run('typedoc', [], { show: true });
process.exit(code);
