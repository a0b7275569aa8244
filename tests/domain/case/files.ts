/** Small files of each type, with notes hidden where cameras hide them. */

export const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const flat = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

const u16 = (value: number): readonly number[] => [(value >> 8) & 255, value & 255];
const u32 = (value: number): readonly number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];

export const holds = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes).includes(Buffer.from(ascii(text)));

export const jpegSegment = (marker: number, payload: Uint8Array): Uint8Array =>
  flat([0xff, marker], u16(payload.length + 2), payload);

/** EXIF of a little-endian camera: the orientation, and a GPS directory whose text follows. */
export const exifWithPosition = (orientation: number, position: string): Uint8Array =>
  flat(
    ascii('Exif\0\0II*\0\u0008\0\0\0'),
    [2, 0],
    [0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0],
    [0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0],
    [0, 0, 0, 0],
    ascii(position),
  );

export const pngChunk = (name: string, data: Uint8Array): Uint8Array =>
  flat(u32(data.length), ascii(name), data, [0, 0, 0, 0]);

export const chunk = (name: string, data: Uint8Array): Uint8Array =>
  flat(ascii(name), [...u32(data.length)].reverse(), data, data.length % 2 === 1 ? [0] : []);

/** A WebP with an extended header that announces transparency, EXIF and XMP. */
export function webp(more: readonly Uint8Array[] = []): Uint8Array {
  const body = flat(
    ascii('WEBP'),
    chunk('VP8X', Uint8Array.of(0x1c, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
    chunk('VP8L', ascii('picture')),
    ...more,
  );
  return flat(ascii('RIFF'), [...u32(body.length)].reverse(), body);
}

export const box = (name: string, ...payload: readonly (Uint8Array | readonly number[])[]): Uint8Array => {
  const data = flat(...payload);
  return flat(u32(data.length + 8), ascii(name), data);
};

/** A track of one sample at a place in the file. */
const track = (handler: string, at: number, length: number, more: readonly Uint8Array[] = []): Uint8Array =>
  box(
    'trak',
    box('tkhd', new Uint8Array(84)),
    box(
      'mdia',
      box('hdlr', new Uint8Array(8), ascii(handler), new Uint8Array(13)),
      box(
        'minf',
        box(
          'stbl',
          box('stsz', u32(0), u32(0), u32(1), u32(length)),
          box('stsc', u32(0), u32(1), u32(1), u32(1), u32(1)),
          box('stco', u32(0), u32(1), u32(at)),
        ),
      ),
    ),
    ...more,
  );

interface Hidden {
  readonly userData?: string;
  readonly meta?: string;
  readonly uuid?: string;
  readonly trackData?: string;
  /** Samples of a track of timed notes. */
  readonly notes?: string;
}

/** A film of one sample, `SEEN`, and whatever is to be hidden in it. */
export function film({ userData, meta, uuid, trackData, notes = '' }: Hidden = {}): Uint8Array {
  const head = box('ftyp', ascii('isom\0\0\0\0isommp42'));
  const data = box('mdat', ascii('SEEN'), ascii(notes));
  const sample = head.length + 8;
  const hidden = (name: string, text: string | undefined) => (text === undefined ? [] : [box(name, ascii(text))]);
  const user = userData === undefined ? [] : [box('udta', box('\u00a9xyz', ascii(userData)))];
  return flat(
    head,
    data,
    box(
      'moov',
      box('mvhd', new Uint8Array(100)),
      track('vide', sample, 4, hidden('udta', trackData)),
      ...(notes === '' ? [] : [track('meta', sample + 4, notes.length)]),
      ...user,
      ...hidden('meta', meta),
    ),
    ...hidden('uuid', uuid),
  );
}
