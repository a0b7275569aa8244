import { fileId } from '@keting/domain';
import assert from 'node:assert/strict';
import { mkdir, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { diskFiles, restsName } from '../../../packages/server/src/files/disk-files.ts';
import { sweepFiles, unclaimedFor } from '../../../packages/server/src/files/sweep-files.ts';
import { fileKey } from '../../../packages/server/src/files/file-key.ts';
import { newFolder } from './files-kit.ts';

const photo = fileId.parse('photo-1');
const bytes = new Uint8Array([1, 2, 3]);
const day = 24 * 3_600_000;

/** Makes a file look as if it had been put so long ago. */
async function age(folder: string, id: string, by: number): Promise<void> {
  const then = new Date(Date.now() - by);
  await utimes(join(folder, ...fileKey(fileId.parse(id)), 'file'), then, then);
}

test('a file stands two folders down by the hash of its id, with its type beside it', async () => {
  const folder = await newFolder();
  await diskFiles(folder).put(photo, bytes, 'image/png');
  const [first, second] = fileKey(photo);
  assert.match(`${first}/${second}`, /^[0-9a-f]{2}\/[0-9a-f]{2}$/);
  assert.deepEqual((await readdir(join(folder, first, second, photo))).sort(), ['file', 'type.json']);
});

test('files are found again after the folder is opened anew', async () => {
  const folder = await newFolder();
  await diskFiles(folder).put(photo, bytes, 'image/png');
  assert.deepEqual(await diskFiles(folder).get(photo), { bytes, type: 'image/png' });
});

test('no path out of the folder can be put, however the id came about', async () => {
  const folder = await newFolder();
  const files = diskFiles(join(folder, 'files'));
  for (const id of ['../out', '..', '/tmp/out', 'a/b', '']) {
    // What a caller without types could hand over.
    await assert.rejects(files.put(id as typeof photo, bytes, 'image/png'), RangeError);
  }
  assert.deepEqual(await readdir(folder), []);
});

test('a put that was cut off leaves no file, and its rest goes after seven days', async () => {
  const folder = await newFolder();
  const rest = join(folder, restsName, 'cut-off');
  await mkdir(rest, { recursive: true });
  await writeFile(join(rest, 'file'), bytes);
  const files = diskFiles(folder);
  assert.equal(await files.has('cut-off'), false);
  await sweepFiles(files, (ids) => Promise.resolve(ids), Date.now());
  assert.deepEqual(await readdir(join(folder, restsName)), ['cut-off']);
  await sweepFiles(files, (ids) => Promise.resolve(ids), Date.now() + unclaimedFor + day);
  assert.deepEqual(await readdir(join(folder, restsName)), []);
});

test('a put leaves no rest, whether the file was kept, there or taken', async () => {
  const folder = await newFolder();
  const files = diskFiles(folder);
  await files.put(photo, bytes, 'image/png');
  await files.put(photo, bytes, 'image/png');
  await files.put(photo, new Uint8Array([9]), 'image/png');
  assert.deepEqual(await readdir(join(folder, restsName)), []);
});

test('of files that waited over seven days, those that nobody claimed are removed', async () => {
  const folder = await newFolder();
  const files = diskFiles(folder);
  for (const id of ['claimed', 'unclaimed', 'young']) await files.put(fileId.parse(id), bytes, 'image/png');
  await age(folder, 'claimed', 8 * day);
  await age(folder, 'unclaimed', 8 * day);
  await age(folder, 'young', 6 * day);
  const gone = await sweepFiles(files, (ids) => Promise.resolve(ids.filter((id) => id === 'claimed')), Date.now());
  assert.deepEqual(gone, ['unclaimed']);
  assert.deepEqual(await Promise.all(['claimed', 'unclaimed', 'young'].map((id) => files.has(id))), [
    true,
    false,
    true,
  ]);
});

test('a file that a stream claims while the sweep runs stays', async () => {
  const folder = await newFolder();
  const files = diskFiles(folder);
  await files.put(photo, bytes, 'image/png');
  await age(folder, photo, 8 * day);
  let asked = 0;
  const gone = await sweepFiles(files, (ids) => Promise.resolve((asked += 1) === 1 ? [] : ids), Date.now());
  assert.deepEqual(gone, []);
  assert.equal(await files.has(photo), true);
});

test('a file that is put again waits seven days anew', async () => {
  const folder = await newFolder();
  const files = diskFiles(folder);
  await files.put(photo, bytes, 'image/png');
  await age(folder, photo, 8 * day);
  await files.put(photo, bytes, 'image/png');
  assert.deepEqual(await sweepFiles(files, () => Promise.resolve([]), Date.now()), []);
});

test('claims are asked for a hundred files at a time', async () => {
  const files = diskFiles(await newFolder());
  for (let i = 0; i < 120; i += 1) await files.put(fileId.parse(`photo-${i}`), bytes, 'image/png');
  const sizes: number[] = [];
  const found = files.unclaimed(Date.now() + day, (ids) => {
    sizes.push(ids.length);
    return Promise.resolve([]);
  });
  let count = 0;
  for await (const id of found) count += id === '' ? 0 : 1;
  assert.deepEqual([count, sizes], [120, [100, 20]]);
});

test('what cannot be read is an error, not a missing file', async () => {
  const folder = await newFolder();
  const place = join(folder, ...fileKey(photo));
  await mkdir(join(place, 'file'), { recursive: true });
  await writeFile(join(place, 'type.json'), '{"type":"image/png"}');
  assert.ok((await stat(place)).isDirectory());
  await assert.rejects(diskFiles(folder).get(photo), { code: 'EISDIR' });
});
