import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspectAttachment } from '../../../packages/domain/src/case/attachments.ts';
import { attachmentTypes } from '../../../packages/domain/src/governance-model/case-flow.ts';
import { ascii, box, chunk, film, filmStart, flat, jpegSegment, u32, webp } from './files.ts';

const rules = { maxBytes: 100_000_000, types: [...attachmentTypes] };
const inspect = (bytes: Uint8Array) => inspectAttachment(bytes, rules);

function codeOf(bytes: Uint8Array): string {
  const inspected = inspect(bytes);
  return inspected.ok ? 'ok' : inspected.refusal.code;
}

/** A film of 32-bit tables: how large samples are, how many there are to a chunk, where chunks lie. */
const tables = (
  handler: string,
  sizes: Uint8Array,
  perChunk: number,
  chunks: Uint8Array | readonly number[],
): Uint8Array =>
  flat(
    filmStart,
    box(
      'moov',
      box(
        'trak',
        box(
          'mdia',
          box('hdlr', u32(0), u32(0), ascii(handler)),
          box(
            'minf',
            box(
              'stbl',
              box('stsz', u32(0), sizes),
              box('stsc', u32(0), u32(1), u32(1), u32(perChunk), u32(1)),
              box('stco', u32(0), u32(chunks.length / 4), chunks),
            ),
          ),
        ),
      ),
    ),
  );

test('[CASE-01] a film that says it has four thousand million samples is refused at once', () => {
  for (const handler of ['meta', 'vide']) {
    assert.equal(codeOf(tables(handler, flat(u32(1), u32(0xffffffff)), 0xffffffff, u32(0))), 'attachment-broken');
  }
});

test('[CASE-01] a box that ends before what it should tell tells nothing', () => {
  const mute = box('moov', box('trak', box('mdia', box('hdlr'))));
  assert.equal(codeOf(flat(filmStart, mute)), 'attachment-broken');
});

test('[CASE-01] a table of sizes counts as far as it reaches', () => {
  const sizes = flat(u32(0), u32(0xffffffff), u32(8));
  assert.equal(codeOf(tables('vide', sizes, 0xffffffff, u32(0))), 'ok');
});

test('[CASE-01] samples that lie outside the film, or over one another, are refused', () => {
  const one = flat(u32(100), u32(1));
  assert.equal(codeOf(tables('vide', one, 1, u32(20))), 'ok');
  assert.equal(codeOf(tables('vide', one, 1, u32(10_000))), 'attachment-broken');
  const many = flat(u32(200_000), u32(100_000));
  assert.equal(codeOf(tables('vide', many, 1, new Uint8Array(400_000))), 'attachment-broken');
});

test('[CASE-01] samples that are said to lie in other boxes bring back nothing of them', () => {
  const secret = 'N28.5621 E121.3771';
  const whole = film({ userData: secret, more: [box('free', ascii(secret))] });
  // The only table of places leads to the one sample: let it lead to the whole film instead.
  const everything = flat(u32(0), u32(0), u32(1), u32(4));
  const at = Buffer.from(whole).indexOf(everything);
  assert.ok(at > 0);
  whole.set(u32(whole.length), at + 12);
  whole.set(u32(0), Buffer.from(whole).indexOf('stco') + 12);
  const inspected = inspect(whole);
  assert.ok(inspected.ok);
  assert.ok(!Buffer.from(inspected.bytes).includes(secret));
});

test('[CASE-01] a frame in a frame in a frame of a WebP is refused', () => {
  const depth = 100_000;
  const nested = new Uint8Array(12 + depth * 24);
  nested.set(webp().subarray(0, 12));
  for (let at = 12; at < nested.length; at += 24) nested.set(chunk('ANMF', new Uint8Array(0)), at);
  const view = new DataView(nested.buffer);
  view.setUint32(4, nested.length - 8, true);
  for (let at = 12; at < nested.length; at += 24) view.setUint32(at + 4, nested.length - at - 8, true);
  assert.equal(codeOf(nested), 'attachment-broken');
});

test('[CASE-01] a million parts are looked through one by one', () => {
  const restarts = new Uint8Array(2_000_000).fill(0xff);
  for (let at = 1; at < restarts.length; at += 2) restarts[at] = 0xd0;
  const jpeg = Buffer.concat([Buffer.of(0xff, 0xd8), jpegSegment(0xda, ascii('x')), restarts, Buffer.of(0xff, 0xd9)]);
  const frees = Buffer.concat([film(), Buffer.alloc(2_000_000, box('free'))]);
  for (const bytes of [jpeg, frees]) assert.equal(codeOf(bytes), 'ok');
});
