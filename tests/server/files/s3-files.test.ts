import { fileId } from '@keting/domain';
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { fileKey } from '../../../packages/server/src/files/file-key.ts';
import { readListing } from '../../../packages/server/src/files/listing.ts';
import { S3Error, s3Files } from '../../../packages/server/src/files/s3-files.ts';
import { sweepFiles, unclaimedFor } from '../../../packages/server/src/files/sweep-files.ts';
import { openBucket } from './bucket.ts';

const photo = fileId.parse('photo-1');
const bytes = new Uint8Array([1, 2, 3]);
const keys = { bucket: 'files', region: 'cn-east-1', accessKeyId: 'key', secretAccessKey: 'secret' };

/** A service that answers every request with a status, or never. */
async function service(t: TestContext, status: number | 'never') {
  const asked: { readonly method: string; readonly headers: Readonly<Record<string, unknown>> }[] = [];
  const server = createServer((request, response) => {
    asked.push({ method: request.method ?? '', headers: request.headers });
    request.resume();
    if (status !== 'never') response.writeHead(request.method === 'PUT' ? status : 404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

test('a service that refuses to overwrite is told from one that ignores the condition', async () => {
  assert.equal(await (await openBucket({ refusesOverwriting: true })).refusesOverwriting(), true);
  assert.equal(await (await openBucket()).refusesOverwriting(), false);
});

test('where the condition is ignored, what is there is still found before it is put', async () => {
  const files = await openBucket();
  assert.equal(await files.put(photo, bytes, 'image/png'), 'kept');
  assert.equal(await files.put(photo, new Uint8Array([9]), 'image/png'), 'taken');
  assert.deepEqual((await files.get(photo))?.bytes, bytes);
});

test('a wrong key is an error, not a missing file', async () => {
  const files = await openBucket({ accessKeyId: 'unknown' });
  await assert.rejects(files.get(photo), S3Error);
  await assert.rejects(files.has(photo), S3Error);
  await assert.rejects(files.put(photo, bytes, 'image/png'), S3Error);
});

test('a put says that nothing may be overwritten, hashes what it sends, and asks for encryption where told', async (t) => {
  const { endpoint, asked } = await service(t, 200);
  await s3Files({ ...keys, endpoint, encryption: 'AES256' }).put(photo, bytes, 'image/png');
  const headers = asked.find(({ method }) => method === 'PUT')?.headers ?? {};
  assert.equal(headers['if-none-match'], '*');
  assert.equal(headers['x-amz-server-side-encryption'], 'AES256');
  assert.match(String(headers['x-amz-content-sha256']), /^[0-9a-f]{64}$/);
  assert.match(String(headers['authorization']), /^AWS4-HMAC-SHA256 /);
});

test('a put that the service cannot decide is an error after some attempts', async (t) => {
  const { endpoint, asked } = await service(t, 409);
  await assert.rejects(s3Files({ ...keys, endpoint }).put(photo, bytes, 'image/png'), { name: 'S3Error', status: 409 });
  assert.equal(asked.filter(({ method }) => method === 'PUT').length, 3);
});

test('a service that does not answer is an error after the timeout', async (t) => {
  const { endpoint } = await service(t, 'never');
  await assert.rejects(s3Files({ ...keys, endpoint, timeout: 20 }).get(photo), { name: 'TimeoutError' });
});

test('an error of the service names no id', async (t) => {
  const { endpoint } = await service(t, 403);
  const failed = s3Files({ ...keys, endpoint }).put(photo, bytes, 'image/png');
  await assert.rejects(failed, (error: Error) => !error.message.includes(photo));
});

test('files that nobody claimed are removed, and nothing else of the bucket', async () => {
  for (const prefix of ['', 'keting/files/']) {
    const files = await openBucket({ prefix });
    const ids = Array.from({ length: 7 }, (_, n) => fileId.parse(`photo-${n}`));
    for (const id of ids) await files.put(id, bytes, 'image/png');
    const claimed = (asked: readonly string[]) => Promise.resolve(asked.filter((id) => id === 'photo-3'));
    assert.deepEqual(await sweepFiles(files, claimed, Date.now() + unclaimedFor - 60_000), [], 'too young');
    const gone = await sweepFiles(files, claimed, Date.now() + unclaimedFor + 60_000);
    assert.deepEqual(
      [...gone].sort(),
      ids.filter((id) => id !== 'photo-3'),
    );
    assert.deepEqual(
      await Promise.all(ids.map((id) => files.has(id))),
      ids.map((id) => id === 'photo-3'),
    );
  }
});

test('what is no list of a bucket is an error, and no object without a key and a time is taken for one', async (t) => {
  const { endpoint } = await service(t, 200);
  const found = s3Files({ ...keys, endpoint }).unclaimed(Date.now(), () => Promise.resolve([]));
  await assert.rejects(async () => {
    for await (const id of found) assert.fail(id);
  }, S3Error);
  const xml =
    '<ListBucketResult><Contents><Key>a&amp;lt;b</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>';
  const broken =
    '<Contents><Key>c</Key></Contents><Contents><LastModified>x</LastModified></Contents></ListBucketResult>';
  assert.deepEqual(readListing(xml + broken), { objects: [{ key: 'a&lt;b', putAt: Date.parse('2026-01-01') }] });
  assert.equal(readListing('<Error><Code>NoSuchBucket</Code></Error>'), undefined);
});

test('a list of several pages is read to its end, each page by what the one before said', async (t) => {
  const tokens: (string | null)[] = [];
  const server = createServer((request, response) => {
    const token = new URL(request.url ?? '', 'http://bucket.test').searchParams.get('continuation-token');
    tokens.push(token);
    const id = fileId.parse(token === null ? 'photo-1' : 'photo-2');
    const more = '<IsTruncated>true</IsTruncated><NextContinuationToken>a+/=&amp;b</NextContinuationToken>';
    const object = `<Contents><Key>${fileKey(id).join('/')}</Key><LastModified>2026-01-01T00:00:00Z</LastModified></Contents>`;
    response.end(`<ListBucketResult>${token === null ? more : ''}${object}</ListBucketResult>`);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => server.close());
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const found: string[] = [];
  for await (const id of s3Files({ ...keys, endpoint }).unclaimed(Date.now(), () => Promise.resolve([])))
    found.push(id);
  assert.deepEqual(
    [found, tokens],
    [
      ['photo-1', 'photo-2'],
      [null, 'a+/=&b'],
    ],
  );
});
