import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/workspace.ts';

/** The programs in a readme, as somebody would copy them out of it. */
async function programsIn(readme: string): Promise<readonly string[]> {
  const text = await readFile(join(root, readme), 'utf8');
  return [...text.matchAll(/^```js\n([\s\S]*?)^```/gm)].flatMap(([, code]) => code ?? []);
}

/** Runs a program where it finds the packages by name, and answers what it wrote. */
async function written(name: string, code: string, log: { mock: { calls: readonly { arguments: unknown[] }[] } }) {
  const folder = join(root, '.cache', 'readmes');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${name}.mjs`);
  await writeFile(file, code);
  const before = log.mock.calls.length;
  await import(pathToFileURL(file).href);
  return log.mock.calls.slice(before).map((call) => call.arguments[0]);
}

test('[CASE-04] the program in the readme of the runtime walks a case from the report to the rating', async (t) => {
  const log = t.mock.method(console, 'log', () => undefined);
  const [program, ...more] = await programsIn('packages/runtime/README.md');
  assert.ok(program !== undefined && more.length === 0);
  const [receipts, events] = await written('runtime', program, log);
  assert.deepEqual(
    receipts,
    Array.from({ length: 7 }, () => 'done'),
  );
  assert.deepEqual(events, [
    'CaseReported by reporter',
    'CaseAccepted by person',
    'CaseDispatched by person',
    'CaseHandled by person',
    'CaseVerified by person',
    'CaseReplied by person',
    'CaseRated by reporter',
  ]);
});

test('the program in the readme of the models makes a variant, and is told what is wrong with another', async (t) => {
  const log = t.mock.method(console, 'log', () => undefined);
  const [program, ...more] = await programsIn('packages/models/README.md');
  assert.ok(program !== undefined && more.length === 0);
  const [hours, faults] = await written('models', program, log);
  assert.deepEqual(hours, { hours: 2 });
  assert.ok(Array.isArray(faults) && faults.length > 0);
});

test('[ALL-01] the program on the page about a model of one’s own founds a place in which a new post sees what it may', async (t) => {
  const log = t.mock.method(console, 'log', () => undefined);
  const [program, ...more] = await programsIn('docs/own-model.md');
  assert.ok(program !== undefined && more.length === 0);
  assert.deepEqual(await written('own-model', program, log), [['mediator 990101001001'], 0]);
});

test('every token that the elements read is told of in the page on looks', async () => {
  const tokens = await readFile(join(root, 'packages/components/src/base/tokens.styles.ts'), 'utf8');
  const page = await readFile(join(root, 'docs/looks.md'), 'utf8');
  const names = new Set([...tokens.matchAll(/var\(\s*(--kt-[a-z0-9-]+)/g)].flatMap(([, name]) => name ?? []));
  assert.ok(names.size > 20);
  const untold = [...names].filter((name) => !page.includes(`\`${name}\``));
  assert.deepEqual(untold, []);
});
