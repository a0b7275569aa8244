import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { inspectAttachment } from '../../../packages/domain/src/case/attachments.ts';
import { attachmentTypes } from '../../../packages/domain/src/governance-model/case-flow.ts';
import { runs } from '../../support/runs.ts';
import { ascii, box, chunk, film, filmStart, flat, jpegSegment, pngChunk, u32, webp } from './files.ts';

const rules = { maxBytes: 100_000_000, types: [...attachmentTypes] };
const inspect = (bytes: Uint8Array) => inspectAttachment(bytes, rules);

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
