import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { madePages } from '../../scripts/pages/made-pages.ts';

test('files that are made from the code stand as the code is; `npm run docs` writes them anew', async () => {
  for (const { path, text } of await madePages()) assert.equal(await readFile(path, 'utf8'), text, path);
});
