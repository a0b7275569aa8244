import { fileId } from '@keting/domain';
import { memoryFiles } from '@keting/runtime';
import assert from 'node:assert/strict';
import { test } from 'node:test';

const photo = fileId.parse('photo-1');

test('[CASE-01] a file is found again with its bytes and type', async () => {
  const files = memoryFiles();
  assert.equal(await files.put(photo, new Uint8Array([0xff, 0xd8, 0xff]), 'image/jpeg'), 'kept');
  assert.deepEqual(await files.get(photo), { bytes: new Uint8Array([0xff, 0xd8, 0xff]), type: 'image/jpeg' });
});

test('a file that was never put is not found', async () => {
  assert.equal(await memoryFiles().get('none'), undefined);
});

test('[CASE-01] the same file again is kept once; another under its id leaves what is kept alone', async () => {
  const files = memoryFiles();
  const bytes = new Uint8Array([1, 2]);
  assert.equal(await files.put(photo, bytes, 'image/png'), 'kept');
  assert.equal(await files.put(photo, bytes, 'image/png'), 'kept');
  assert.equal(await files.put(photo, new Uint8Array([1, 3]), 'image/png'), 'taken');
  assert.deepEqual((await files.get(photo))?.bytes, bytes);
});

test('a file does not change with the bytes that were put in or handed out', async () => {
  const files = memoryFiles();
  const bytes = new Uint8Array([1, 2, 3]);
  await files.put(photo, bytes, 'image/png');
  bytes[0] = 9;
  const first = await files.get(photo);
  first?.bytes.fill(0);
  assert.deepEqual((await files.get(photo))?.bytes, new Uint8Array([1, 2, 3]));
});
