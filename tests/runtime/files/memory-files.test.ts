import { fileId } from '@keting/domain';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { memoryFiles } from '../../../packages/runtime/src/memory-files.ts';

test('[CASE-01] a file is found again with its bytes and type, under an identity that a report may carry', async () => {
  const files = memoryFiles();
  const id = await files.put(new Uint8Array([0xff, 0xd8, 0xff]), 'image/jpeg');
  assert.ok(z.safeParse(fileId, id).success);
  assert.deepEqual(await files.get(id), { bytes: new Uint8Array([0xff, 0xd8, 0xff]), type: 'image/jpeg' });
});

test('a file that was never put is not found', async () => {
  assert.equal(await memoryFiles().get('none'), undefined);
});

test('the same bytes put twice are two files', async () => {
  const files = memoryFiles();
  const bytes = new Uint8Array([1]);
  assert.notEqual(await files.put(bytes, 'image/png'), await files.put(bytes, 'image/png'));
});

test('a file does not change with the bytes that were put in or handed out', async () => {
  const files = memoryFiles();
  const bytes = new Uint8Array([1, 2, 3]);
  const id = await files.put(bytes, 'image/png');
  bytes[0] = 9;
  const first = await files.get(id);
  first?.bytes.fill(0);
  assert.deepEqual((await files.get(id))?.bytes, new Uint8Array([1, 2, 3]));
});
