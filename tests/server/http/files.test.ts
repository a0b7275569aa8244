import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { fileId } from '@keting/domain';
import { memoryFiles } from '@keting/runtime';
import { attachAnswer } from '@keting/runtime/wire';
import { report, smallDesk } from '../../runtime/desk/small-place.ts';
import { saidOf, served, wholeOf, type Served } from './served.ts';

const png = new Uint8Array(readFileSync(createRequire(import.meta.url).resolve('highlight.js/styles/school-book.png')));

const put = async ({ ask }: Served, id: string, raw: BodyInit, as = 'reporter') =>
  attachAnswer.parse(await (await ask(`/files/${id}`, { as, method: 'PUT', raw })).json());

async function withPhoto(): Promise<Served> {
  const all = served();
  assert.deepEqual(await put(all, 'f1', png), { ok: true, id: 'f1' });
  await all.ask('/commands', { as: 'reporter', body: report('c1', { photos: ['f1'] }) });
  return all;
}

test('[CASE-01] given a photo that was put, when a case names it, then whoever may see the case may look at it', async () => {
  const { ask } = await withPhoto();
  const answer = await ask('/files/f1', { as: 'clerk' });
  assert.equal(answer.status, 200);
  const headers = [
    'content-type',
    'content-disposition',
    'x-content-type-options',
    'cache-control',
    'content-security-policy',
  ];
  assert.deepEqual(
    headers.map((name) => answer.headers.get(name)),
    ['image/png', 'inline', 'nosniff', 'no-store', "default-src 'none'; sandbox; frame-ancestors 'none'"],
  );
  const bytes = new Uint8Array(await answer.arrayBuffer());
  assert.equal(answer.headers.get('content-length'), String(bytes.length));
  assert.deepEqual(bytes.slice(0, 4), png.slice(0, 4));
});

test('[CASE-01] given a photo that one may not see, then it is as one that is not there', async () => {
  const all = await withPhoto();
  const { ask } = all;
  await put(all, 'unnamed', png);
  const hidden = await wholeOf(await ask('/files/f1', { as: 'stranger' }));
  for (const id of ['f2', 'unnamed', '%00', '..%2f..%2fetc%2fpasswd', '%ff', 'x'.repeat(500), '__proto__']) {
    assert.deepEqual(await wholeOf(await ask(`/files/${id}`, { as: 'stranger' })), hidden, id);
  }
  assert.deepEqual(await wholeOf(await ask('/files/f1', { as: 'guest' })), hidden);
  assert.equal(await saidOf(await ask('/files/f1', { as: 'stranger' })), '404 not-found');
});

test('[CASE-01] given what is no photo, or another under the same id, then the model refuses it as an answer', async () => {
  const all = await withPhoto();
  const code = async (id: string, raw: BodyInit) => {
    const answer = await put(all, id, raw);
    return answer.ok ? 'ok' : answer.refusal.code;
  };
  assert.equal(await code('f1', png), 'ok', 'the same again');
  assert.equal(await code('f1', Uint8Array.from([...png, 0])), 'ok', 'what is stripped does not count');
  assert.equal(await code('f2', '<script>alert(1)</script>'), 'attachment-type');
  assert.equal(await code('f2', ''), 'attachment-type');
  assert.equal(await code('f2', png.slice(0, 60)), 'attachment-broken');
  assert.equal(await code('a%20b', png), 'file-unknown');
  assert.equal(await code('f2', new Uint8Array(10_000_001)), 'attachment-too-large');
});

test('[CASE-01] given a body far over what the model lets in, then it is not read to its end', async () => {
  let read = 0;
  const raw = new ReadableStream<Uint8Array>({
    pull(controller) {
      read += 1_000_000;
      controller.enqueue(new Uint8Array(1_000_000));
    },
  });
  const { ask } = served();
  assert.equal(await saidOf(await ask('/files/f1', { as: 'reporter', method: 'PUT', raw })), '413 body-too-large');
  assert.ok(read < 13_000_000);
});

test('[CASE-01] given a file of a type that browsers run, then it may only be saved', async () => {
  const files = memoryFiles();
  const all = served({}, { files });
  await put(all, 'f1', png);
  await all.ask('/commands', { as: 'reporter', body: report('c1', { photos: ['f1'] }) });
  const kept = { bytes: new TextEncoder().encode('<script>'), type: 'text/html' };
  files.get = (id) => Promise.resolve(id === fileId.parse('f1') ? kept : undefined);
  const answer = await all.ask('/files/f1', { as: 'clerk' });
  assert.equal(answer.headers.get('content-type'), 'application/octet-stream');
  assert.equal(answer.headers.get('content-disposition'), 'attachment; filename="f1"');
});

test('[CASE-01] given a desk without files, then there are none, and none can be put', async () => {
  const { desk, store } = smallDesk();
  const all = served({ desk, store });
  const put = await all.ask('/files/f1', { as: 'reporter', method: 'PUT', raw: png });
  assert.equal(await saidOf(put), '404 not-found');
  assert.equal(await saidOf(await all.ask('/files/f1', { as: 'reporter' })), '404 not-found');
  assert.deepEqual(all.logged, []);
});

/** A body that goes on when a test lets it. */
function slowly(first: Uint8Array) {
  let end = (): void => undefined;
  const raw = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(first);
      end = () => {
        controller.close();
      };
    },
  });
  return { raw, end: () => end() };
}

const putting = ({ ask }: Served, id: string, as: string, raw: BodyInit) =>
  ask(`/files/${id}`, { as, method: 'PUT', raw });

const tooMany = async (answer: Response) => [await saidOf(answer), answer.headers.get('retry-after')];

test('[CASE-01] given one who puts files, when they put a third at once, then it is refused for a while', async () => {
  const all = served();
  const slow = [slowly(png), slowly(png)];
  const first = slow.map(({ raw }, n) => putting(all, `f${n}`, 'reporter', raw));
  assert.deepEqual(await tooMany(await putting(all, 'f2', 'reporter', png)), ['429 too-many-requests', '5']);
  assert.equal((await putting(all, 'f3', 'other', png)).status, 200, 'others put theirs');
  slow.forEach(({ end }) => {
    end();
  });
  assert.deepEqual(
    (await Promise.all(first)).map(({ status }) => status),
    [200, 200],
  );
  assert.equal((await putting(all, 'f2', 'reporter', png)).status, 200);
});

test('[CASE-01] given files that are being put, when they are too much together, then no more is taken in until they are kept', async () => {
  const all = served({ limits: { requests: 1_000_000, uploadBytes: 2 * png.length } });
  const slow = slowly(new Uint8Array([...png, 0]));
  const first = putting(all, 'f1', 'reporter', slow.raw);
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.deepEqual(await tooMany(await putting(all, 'f2', 'other', png)), ['429 too-many-requests', '5']);
  slow.end();
  assert.equal((await first).status, 200);
  assert.equal((await putting(all, 'f2', 'other', png)).status, 200);
  for (let n = 0; n < 3; n += 1) {
    const broken = new ReadableStream({ start: (controller) => controller.error(new Error('gone')) });
    assert.equal(await saidOf(await putting(all, 'f4', 'other', broken)), '400 body-invalid');
  }
  assert.equal((await putting(all, 'f4', 'other', png)).status, 200, 'what broke off holds nothing');
});
