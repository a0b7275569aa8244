import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { inspectAttachment } from '../../../packages/domain/src/case/attachments.ts';
import { attachmentTypes } from '../../../packages/domain/src/governance-model/case-flow.ts';
import { runs } from '../../support/runs.ts';
import { ascii, box, chunk, film, filmStart, flat, jpegSegment, pngChunk, u32, webp } from './files.ts';

const rules = { maxBytes: 100_000_000, types: [...attachmentTypes] };
const inspect = (bytes: Uint8Array) => inspectAttachment(bytes, rules);

function codeOf(bytes: Uint8Array): string {
  const inspected = inspect(bytes);
  return inspected.ok ? 'ok' : inspected.refusal.code;
}

/** What holds for any bytes at all: an answer comes, and what is taken would be taken again as it is. */
function settles(bytes: Uint8Array): boolean {
  const inspected = inspect(bytes);
  if (!inspected.ok) return false;
  assert.ok(inspected.bytes.length <= bytes.length + 1, 'at most the last byte of a WebP is added');
  assert.deepEqual(inspect(inspected.bytes), inspected);
  return true;
}

const jpegStart = [0xff, 0xd8, 0xff];
const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const webpStart = webp().subarray(0, 12);

const data = fc.uint8Array({ maxLength: 40 });
const few = <T>(parts: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(parts, { maxLength: 6 });
const oneOf = (names: string): fc.Arbitrary<string> => fc.constantFrom(...(names.match(/.{4}/g) ?? []));

const ofJpeg = few(
  fc.oneof(
    fc
      .tuple(fc.constantFrom(0x01, 0xc0, 0xda, 0xdb, 0xdd, 0xe0, 0xe1, 0xe2, 0xee, 0xf0, 0xfe), data)
      .map(([marker, payload]) => jpegSegment(marker, payload)),
    data,
    fc.constantFrom([0xff], [0xff, 0xd0], [0xff, 0xd9], [0xff, 0x00]),
  ),
).map((parts) => flat([0xff, 0xd8], jpegSegment(0xda, ascii('x')), ...parts, [0xff, 0xd9]));

const ofPng = few(
  fc.tuple(oneOf('IHDRIDATPLTEtRNSgAMAtEXtiCCPIEND'), data).map(([name, payload]) => pngChunk(name, payload)),
).map((parts) => {
  const picture = [pngChunk('IHDR', new Uint8Array(13)), pngChunk('IDAT', ascii('x'))];
  return flat(pngStart, ...picture, ...parts, pngChunk('IEND', new Uint8Array(0)));
});

const chunkNames = oneOf('VP8XVP8 VP8LALPHANIMANMFEXIFICCP');
const chunks = few(
  fc
    .tuple(chunkNames, few(fc.tuple(chunkNames, data)), data)
    .map(([name, inner, header]) =>
      chunk(name, flat(header.subarray(0, 16), ...inner.map(([innerName, payload]) => chunk(innerName, payload)))),
    ),
);
const ofWebp = chunks.map((more) => webp(more));

const boxNames = oneOf(
  'moovtrakmdiaminfstblstsdstszstcoco64stschdlrtkhdmdhdmvhdmdatmoofedtsdinfdrefavc1avcCudtauuidvide'.concat('\0\0\0\0'),
);
const numbers = few(fc.constantFrom(0, 1, 2, 8, 36, 0x76696465, 0xffffffff)).map((list) => flat(...list.map(u32)));
const { boxes } = fc.letrec<{ boxes: Uint8Array }>((tie) => ({
  boxes: fc
    .array(
      fc
        .tuple(boxNames, fc.oneof({ maxDepth: 4 }, numbers, data, tie('boxes')))
        .map(([name, payload]) => box(name, payload)),
      { maxLength: 4 },
    )
    .map((list) => flat(...list)),
}));
const ofMp4 = boxes.map((more) => film({ more: [more], notes: 'notes' }));

for (const [name, files] of Object.entries({ JPEG: ofJpeg, PNG: ofPng, WebP: ofWebp, MP4: ofMp4 })) {
  test(`[CASE-01] a ${name} of parts at random, or with bytes altered, is refused or settles`, () => {
    let taken = 0;
    fc.assert(
      fc.property(files, few(fc.tuple(fc.nat(), fc.nat(255))), fc.boolean(), (bytes, changes, alter) => {
        for (const [at, byte] of alter ? changes : []) bytes[at % bytes.length] = byte;
        if (settles(bytes)) taken += 1;
      }),
      { numRuns: runs() },
    );
    assert.ok(taken > 50, `${taken} were taken: too few to tell`);
  });
}

test('[CASE-01] any bytes behind a beginning that is known are refused or settle', () => {
  const starts = fc.constantFrom(jpegStart, pngStart, webpStart, filmStart);
  fc.assert(
    fc.property(starts, fc.uint8Array({ maxLength: 200 }), (start, rest) => void settles(flat(start, rest))),
    { numRuns: runs() },
  );
});

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
