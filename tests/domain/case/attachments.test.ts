import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { inflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { attachmentTypes } from '../../../packages/domain/src/governance-model/case-flow.ts';
import {
  attachmentRefusals,
  attachmentTypeOf,
  checkAttachmentSize,
  inspectAttachment,
} from '../../../packages/domain/src/case/attachments.ts';
import { runs } from '../../support/runs.ts';
import { ascii, box, chunk, exifWithPosition, film, fragment, holds, jpegSegment, pngChunk, webp } from './files.ts';

const require = createRequire(import.meta.url);
const ofOthers = (path: string): Uint8Array => new Uint8Array(readFileSync(require.resolve(path)));

const rules = { maxBytes: 10_000_000, types: [...attachmentTypes] };
const jpeg = ofOthers('highlight.js/styles/pojoaque.jpg');
const png = ofOthers('highlight.js/styles/school-book.png');
const secret = 'N28.5621 E121.3771';

function bare(bytes: Uint8Array): Uint8Array {
  const inspected = inspectAttachment(bytes, rules);
  assert.ok(inspected.ok);
  return inspected.bytes;
}

function codeOf(bytes: Uint8Array, changed: Partial<typeof rules> = {}): string {
  const inspected = inspectAttachment(bytes, { ...rules, ...changed });
  return inspected.ok ? 'ok' : inspected.refusal.code;
}

/** A real photo with a segment put in behind its start, where cameras put theirs. */
const withSegment = (marker: number, payload: Uint8Array): Uint8Array =>
  Uint8Array.from([...jpeg.subarray(0, 2), ...jpegSegment(marker, payload), ...jpeg.subarray(2)]);

describe('attachments are bounded', () => {
  test('[CASE-01] a photo of 50 MB is refused by its size alone, before it is read', () => {
    const refusal = checkAttachmentSize(50_000_000, rules);
    assert.deepEqual(refusal, {
      code: 'attachment-too-large',
      rule: attachmentRefusals['attachment-too-large'],
      ids: [],
      params: { size: 50_000_000, max: 10_000_000 },
    });
  });

  test('[CASE-01] a file of exactly the limit is taken, one byte more is not', () => {
    assert.equal(codeOf(jpeg, { maxBytes: jpeg.length }), 'ok');
    assert.equal(codeOf(jpeg, { maxBytes: jpeg.length - 1 }), 'attachment-too-large');
  });
});

describe('attachments are typed', () => {
  test('[CASE-01] the first bytes tell the type', () => {
    assert.equal(attachmentTypeOf(jpeg), 'image/jpeg');
    assert.equal(attachmentTypeOf(png), 'image/png');
    assert.equal(attachmentTypeOf(webp()), 'image/webp');
    assert.equal(attachmentTypeOf(film()), 'video/mp4');
  });

  test('[CASE-01] text, a program, a PDF, a HEIC photo and a QuickTime film are refused as of a wrong type', () => {
    const others = [
      ascii('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      ascii('MZ\u0090\u0000'),
      ascii('%PDF-1.7'),
      box('ftyp', ascii('heic\0\0\0\0mif1heicisom')),
      box('ftyp', ascii('qt  \0\0\0\0qt  ')),
      box('ftyp', ascii(`isom\0\0\0\0isom${secret.repeat(30)}`)),
      new Uint8Array(0),
    ];
    for (const bytes of others) assert.equal(codeOf(bytes), 'attachment-type');
  });

  test('[CASE-01] a type that the model does not take is refused, and the refusal names those it takes', () => {
    const inspected = inspectAttachment(film(), { ...rules, types: ['image/jpeg'] });
    assert.ok(!inspected.ok);
    assert.equal(inspected.refusal.code, 'attachment-type');
    assert.deepEqual(inspected.refusal.params, { types: ['image/jpeg'] });
  });

  test('[CASE-01] a file that is cut short anywhere is refused', () => {
    for (const whole of [jpeg, png, webp(), film()]) {
      fc.assert(
        fc.property(fc.integer({ min: 12, max: whole.length - 1 }), (length) => {
          assert.notEqual(codeOf(whole.subarray(0, length)), 'ok');
        }),
        { numRuns: runs() },
      );
    }
  });

  test('[CASE-01] a whole file that shows nothing is refused', () => {
    const nothing = [
      Uint8Array.of(0xff, 0xd8, 0xff, 0xd9),
      Uint8Array.from([...png.subarray(0, 8), ...pngChunk('IDAT', ascii('x')), ...pngChunk('IEND', ascii(''))]),
      Uint8Array.from([...png.subarray(0, 8 + 25), ...pngChunk('IEND', ascii(''))]),
      Uint8Array.from([...webp().subarray(0, 12), ...chunk('VP8X', new Uint8Array(10))])
        .fill(22, 4, 5)
        .fill(0, 5, 8),
      Uint8Array.from([...box('ftyp', ascii('isom\0\0\0\0isom')), ...box('moov')]),
    ];
    for (const bytes of nothing) assert.equal(codeOf(bytes), 'attachment-broken');
  });
});

describe('[CASE-01] a JPEG is stripped of hidden position data', () => {
  test('[CASE-01] the EXIF position goes, the orientation stays', () => {
    const stripped = bare(withSegment(0xe1, exifWithPosition(6, secret)));
    assert.ok(!holds(stripped, secret));
    assert.ok(holds(stripped, 'Exif'));
    assert.equal(stripped.length, bare(jpeg).length + 36, 'nothing but an EXIF segment of one entry is added');
    const entry = stripped.indexOf(0x12, 2);
    assert.deepEqual([...stripped.subarray(entry - 1, entry + 9)], [1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]);
  });

  test('[CASE-01] XMP, maker segments, comments and what follows the end go', () => {
    const hidden = [
      withSegment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0${secret}`)),
      withSegment(0xe2, ascii(`MPF\0${secret}`)),
      withSegment(0xed, ascii(`Photoshop 3.0\0${secret}`)),
      withSegment(0xef, ascii(secret)),
      withSegment(0xfe, ascii(secret)),
      Uint8Array.from([...jpeg, ...ascii(secret)]),
    ];
    for (const photo of hidden) {
      assert.ok(holds(photo, secret));
      assert.deepEqual(bare(photo), bare(jpeg));
    }
  });

  test('[CASE-01] markers that no decoder needs go, and so does the colour profile', () => {
    for (const marker of [0x02, 0xbf, 0xc8, 0xde, 0xdf, 0xf0, 0xfd]) {
      assert.deepEqual(bare(withSegment(marker, ascii(secret))), bare(jpeg), marker.toString(16));
    }
    assert.deepEqual(bare(withSegment(0xe2, ascii(`ICC_PROFILE\0\u0001\u0001${secret}`))), bare(jpeg));
  });

  test('[CASE-01] JFIF and Adobe segments stay, as long as they have to be', () => {
    const jfif = ascii('JFIF\0\u0001\u0002\0\0\u0001\0\u0001');
    const adobe = ascii('Adobe\0d\0\0\0\0\u0001');
    const thumbnail = Uint8Array.from([...jfif, 9, 9, ...ascii(secret)]);
    assert.deepEqual(
      bare(withSegment(0xe0, thumbnail)),
      bare(withSegment(0xe0, Uint8Array.from([...jfif, 0, 0]))),
      'without its thumbnail',
    );
    assert.ok(holds(bare(withSegment(0xee, adobe)), 'Adobe'));
    assert.deepEqual(
      bare(withSegment(0xee, Uint8Array.from([...adobe, ...ascii(secret)]))),
      bare(withSegment(0xee, adobe)),
    );
    assert.deepEqual(bare(withSegment(0xee, ascii('Adobe'))), bare(jpeg), 'one that is cut short tells nothing');
  });

  test('[CASE-01] tables, frame and coded picture stay as they were', () => {
    const from = (bytes: Uint8Array, marker: number) =>
      Buffer.from(bytes).subarray(Buffer.from(bytes).indexOf(Buffer.of(0xff, marker)));
    for (const marker of [0xdb, 0xc0, 0xda]) {
      assert.ok(from(jpeg, marker).length > 4);
      assert.deepEqual(from(bare(jpeg), marker), from(jpeg, marker));
    }
  });
});

describe('[CASE-01] a PNG is stripped of hidden position data', () => {
  const head = 8 + 25;
  const withChunk = (name: string) =>
    Uint8Array.from([...png.subarray(0, head), ...pngChunk(name, ascii(secret)), ...png.subarray(head)]);

  test('[CASE-01] EXIF, texts, times, colour profiles and unknown chunks go', () => {
    for (const name of ['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME', 'iCCP', 'sPLT', 'vpAg']) {
      assert.ok(holds(withChunk(name), secret));
      assert.deepEqual(bare(withChunk(name)), bare(png), name);
    }
  });

  test('[CASE-01] a chunk of fixed length that is longer goes', () => {
    for (const name of ['gAMA', 'cHRM', 'sRGB', 'cICP', 'acTL', 'fcTL']) {
      assert.deepEqual(bare(withChunk(name)), bare(png), name);
    }
  });

  test('[CASE-01] what follows the end goes, and the end itself holds nothing', () => {
    assert.deepEqual(bare(Uint8Array.from([...png, ...ascii(secret)])), bare(png));
    const end = png.length - 12;
    const noted = Uint8Array.from([...png.subarray(0, end), ...pngChunk('IEND', ascii(secret)), ...png.subarray(end)]);
    assert.deepEqual(bare(noted), bare(png));
  });

  test('[CASE-01] the picture stays as it was', () => {
    const pixels = (bytes: Uint8Array) => {
      const data = Buffer.from(bytes);
      const at = data.indexOf('IDAT');
      return inflateSync(data.subarray(at + 4, at + 4 + data.readUInt32BE(at - 4)));
    };
    assert.ok(pixels(png).length > 0);
    assert.deepEqual(pixels(bare(png)), pixels(png));
  });
});

describe('[CASE-01] a WebP is stripped of hidden position data', () => {
  test('[CASE-01] EXIF, XMP and the colour profile go, and the header no longer announces them', () => {
    const stripped = bare(webp(['EXIF', 'XMP ', 'ICCP', 'note'].map((name) => chunk(name, ascii(secret)))));
    assert.ok(!holds(stripped, secret));
    assert.deepEqual(stripped, bare(webp()));
    assert.equal(stripped[20], 0x10, 'of the flags only transparency stays');
    assert.equal(new DataView(stripped.buffer).getUint32(4, true), stripped.length - 8);
  });

  test('[CASE-01] a frame of a moving picture hides nothing either', () => {
    const frame = (...more: readonly Uint8Array[]) =>
      chunk(
        'ANMF',
        Uint8Array.from([
          ...new Uint8Array(16),
          ...[chunk('VP8L', ascii('moves')), ...more].flatMap((part) => [...part]),
        ]),
      );
    const hidden = ['EXIF', 'ANIM', 'VP8X'].map((name) => chunk(name, ascii(secret)));
    assert.deepEqual(bare(webp([frame(...hidden)])), bare(webp([frame()])));
    assert.ok(holds(bare(webp([frame()])), 'moves'));
  });

  test('[CASE-01] headers hold nothing behind what they tell', () => {
    const header = (name: string, length: number) =>
      chunk(name, Uint8Array.from([...new Uint8Array(length), ...ascii(secret)]));
    assert.ok(!holds(bare(webp([header('VP8X', 10), header('ANIM', 6)])), secret));
  });
});

describe('[CASE-01] an MP4 is stripped of hidden position data', () => {
  test("[CASE-01] user data, metadata and makers' boxes are emptied, wherever they stand", () => {
    const hidden = film({ userData: secret, meta: secret, uuid: secret, trackData: secret });
    assert.ok(holds(hidden, secret));
    const stripped = bare(hidden);
    assert.ok(!holds(stripped, secret));
    assert.ok(!holds(stripped, '\u00a9xyz'));
    assert.equal(stripped.length, hidden.length, 'nothing moves: samples are found by their place');
    assert.ok(holds(stripped, 'SEEN'), 'the film itself stays');
  });

  test('[CASE-01] a track of timed notes goes with its samples', () => {
    const stripped = bare(film({ notes: secret }));
    assert.ok(!holds(stripped, secret));
    assert.ok(holds(stripped, 'SEEN'));
  });

  test('[CASE-01] media data that no track leads to is emptied', () => {
    assert.deepEqual(bare(film({ between: secret })), film({ between: '\0'.repeat(secret.length) }));
  });

  test('[CASE-01] when it was taken is emptied, in the film and in each track', () => {
    assert.deepEqual(bare(film({ time: 'TIMETIME' })), film());
  });

  test("[CASE-01] a handler's name, an address and a maker's boxes in the description of samples are emptied", () => {
    const stripped = bare(film({ handlerName: secret, inDescription: secret, address: secret }));
    assert.ok(!holds(stripped, secret.slice(0, 4)));
    assert.ok(holds(stripped, 'KEYS'), 'what decodes the samples stays');
  });

  test('[CASE-01] a film in fragments stays whole, and is not taken with timed notes among them', () => {
    const streamed = film({ more: [fragment, box('mdat', ascii('MORE'))] });
    assert.deepEqual(bare(streamed), streamed);
    assert.equal(codeOf(film({ notes: secret, more: [fragment] })), 'attachment-broken');
  });
});

test('[CASE-01] the bytes that were given are left as they were, those of a Buffer too', () => {
  const note = jpegSegment(0xe0, ascii(`JFIF\0\u0001\u0002\0\0\u0001\0\u0001\t\t${secret}`));
  const photo = Uint8Array.from([...jpeg.subarray(0, 2), ...note, ...jpeg.subarray(2)]);
  for (const whole of [photo, png, webp(), film({ userData: secret })]) {
    const [bytes, buffer] = [whole.slice(), Buffer.from(whole)];
    assert.deepEqual(bare(bytes), bare(buffer));
    assert.deepEqual(bytes, whole);
    assert.deepEqual(new Uint8Array(buffer), whole);
  }
});
