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
import { ascii, box, chunk, exifWithPosition, film, holds, jpegSegment, pngChunk, webp } from './files.ts';

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
        { numRuns: 200 },
      );
    }
  });

  test('[CASE-01] bytes that were altered at random never throw', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(jpeg, png, webp(), film({ notes: secret })),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        (whole, changes) => {
          const altered = whole.slice();
          for (const [at, byte] of changes) altered[at % altered.length] = byte;
          inspectAttachment(altered, rules);
        },
      ),
      { numRuns: 500 },
    );
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

  test('[CASE-01] the colour profile and the coded picture stay as they were', () => {
    const profile = ascii('ICC_PROFILE\0\u0001\u0001profile');
    assert.ok(holds(bare(withSegment(0xe2, profile)), 'ICC_PROFILE'));
    const scan = (bytes: Uint8Array) => Buffer.from(bytes).subarray(Buffer.from(bytes).indexOf(Buffer.of(0xff, 0xda)));
    assert.deepEqual(scan(bare(jpeg)), scan(jpeg));
  });
});

describe('[CASE-01] a PNG is stripped of hidden position data', () => {
  const head = 8 + 25;
  const withChunk = (name: string) =>
    Uint8Array.from([...png.subarray(0, head), ...pngChunk(name, ascii(secret)), ...png.subarray(head)]);

  test('[CASE-01] EXIF, texts, times and unknown chunks go, the picture stays', () => {
    for (const name of ['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME', 'vpAg']) {
      assert.ok(holds(withChunk(name), secret));
      assert.deepEqual(bare(withChunk(name)), bare(png), name);
    }
    const data = Buffer.from(bare(png));
    const at = data.indexOf('IDAT');
    assert.ok(inflateSync(data.subarray(at + 4, at + 4 + data.readUInt32BE(at - 4))).length > 0);
  });
});

describe('[CASE-01] a WebP is stripped of hidden position data', () => {
  test('[CASE-01] EXIF and XMP go, and the header no longer announces them', () => {
    const stripped = bare(
      webp([chunk('EXIF', ascii(secret)), chunk('XMP ', ascii(secret)), chunk('note', ascii(secret))]),
    );
    assert.ok(!holds(stripped, secret));
    assert.deepEqual(stripped, bare(webp()));
    assert.equal(stripped[20], 0x10, 'of the flags only transparency stays');
    assert.equal(new DataView(stripped.buffer).getUint32(4, true), stripped.length - 8);
  });

  test('[CASE-01] a frame of a moving picture hides nothing either', () => {
    const frame = chunk('ANMF', Uint8Array.from([...new Uint8Array(16), ...chunk('EXIF', ascii(secret))]));
    assert.ok(!holds(bare(webp([frame])), secret));
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
});

test('[CASE-01] the bytes that were given are left as they were', () => {
  for (const make of [() => jpeg.slice(), () => webp(), () => film({ userData: secret })]) {
    const bytes = make();
    inspectAttachment(bytes, rules);
    assert.deepEqual(bytes, make());
  }
});
