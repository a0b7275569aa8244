import assert from 'node:assert/strict';
import { appendFile, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { noteErasure, replayErasures } from '../../../packages/server/src/running/erasure-log.ts';
import { newFolder } from '../files/files-kit.ts';

const newLog = async () => join(await newFolder(), 'erasures.jsonl');

async function replayed(log: string, district: string) {
  const erased: string[] = [];
  const removed: string[] = [];
  const store = { erase: (ids: readonly string[]) => Promise.resolve(void erased.push(...ids)) };
  const files = { remove: (id: string) => Promise.resolve(void removed.push(id)) };
  return { count: await replayErasures(log, district, { store, files }), erased, removed };
}

test('what was noted is erased again, in its district alone', async () => {
  const log = await newLog();
  await noteErasure(log, 'a', ['one', 'two'], 1);
  await noteErasure(log, 'b', ['three'], 2);
  await noteErasure(log, 'a', ['four'], 3);
  assert.deepEqual(await replayed(log, 'a'), { count: 3, erased: ['one', 'two', 'four'], removed: [] });
});

test('[ALL-02] a file that was erased is removed again, by the name under which it is kept', async () => {
  const log = await newLog();
  await noteErasure(log, 'a', ['one', 'file/photo-1'], 1);
  await noteErasure(log, 'b', ['file/photo-2'], 2);
  assert.deepEqual((await replayed(log, 'a')).removed, ['photo-1']);
});

test('where nothing was ever erased there is nothing to erase again', async () => {
  assert.deepEqual(await replayed(await newLog(), 'a'), { count: 0, erased: [], removed: [] });
});

test('a line that cannot be read stops the replay: somebody has to look', async () => {
  const log = await newLog();
  await noteErasure(log, 'a', ['one'], 1);
  await appendFile(log, '{"at":2,"district":"a","id');
  await assert.rejects(replayed(log, 'a'), /erasures\.jsonl:2 is no line of an erasure log/);
});

test('the log holds ids of contents, nothing else of anybody, and is its owner’s to read', async () => {
  const log = await newLog();
  await noteErasure(log, 'a', ['one'], 1);
  assert.deepEqual(JSON.parse(await readFile(log, 'utf8')), { at: 1, district: 'a', ids: ['one'] });
  assert.equal((await stat(log)).mode & 0o077, 0);
});
