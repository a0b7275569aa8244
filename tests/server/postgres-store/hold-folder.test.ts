import { FolderInUse, pgliteDatabase } from '@keting/server';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { holdFolder } from '../../../packages/server/src/postgres-store/hold-folder.ts';
import { onTrouble } from '../support/databases.ts';

const folders: string[] = [];
after(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function newFolder(name = 'keting-hold-'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), name));
  folders.push(folder);
  return folder;
}

const holder = fileURLToPath(new URL('holder.ts', import.meta.url));

/** A process of its own that tries to hold a folder; says `held` or `refused`. */
function contender(folder: string) {
  const child = spawn(process.execPath, ['--conditions=keting-source', holder, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = once(child.stdout.setEncoding('utf8'), 'data').then(([text]) => String(text).trim());
  return { child, said };
}

test('a folder is held by one at a time, and by the next when it is let go', async () => {
  const folder = await newFolder();
  const letGo = await holdFolder(folder);
  await assert.rejects(holdFolder(folder), FolderInUse);
  await letGo();
  await (
    await holdFolder(folder)
  )();
});

test('a folder with a long name too', async () => {
  const folder = await newFolder(`keting-${'long-'.repeat(30)}`);
  const letGo = await holdFolder(folder);
  await assert.rejects(holdFolder(folder), FolderInUse);
  await letGo();
});

test('of processes that start at once on what a killed one left, one holds it', async () => {
  const folder = await newFolder();
  const first = contender(folder);
  assert.equal(await first.said, 'held');
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  const all = Array.from({ length: 5 }, () => contender(folder));
  const said = await Promise.all(all.map((one) => one.said));
  assert.deepEqual(said.filter((word) => word === 'held').length, 1, said.join());
  all.forEach(({ child }) => child.kill('SIGKILL'));
});

test('two embedded databases cannot share a folder', async () => {
  const folder = await newFolder();
  const database = await pgliteDatabase({ folder, onTrouble });
  await assert.rejects(pgliteDatabase({ folder, onTrouble }), FolderInUse);
  await database.close();
});
