import { fileId } from '@keting/domain';
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { S3Error, s3Files } from '../../../packages/server/src/files/s3-files.ts';
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
