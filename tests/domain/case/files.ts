/** Small files of each type, with notes hidden where cameras hide them. */

export const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

export const flat = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => Uint8Array.from(part))));

export const u16 = (value: number): readonly number[] => [(value >> 8) & 255, value & 255];
export const u32 = (value: number): readonly number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];

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

/** A WebP with an extended header that announces transparency, a colour profile, EXIF and XMP. */
export function webp(more: readonly Uint8Array[] = []): Uint8Array {
  const body = flat(
    ascii('WEBP'),
    chunk('VP8X', Uint8Array.of(0x3c, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
    chunk('VP8L', ascii('picture')),
    ...more,
  );
  return flat(ascii('RIFF'), [...u32(body.length)].reverse(), body);
}

export const box = (name: string, ...payload: readonly (Uint8Array | readonly number[])[]): Uint8Array => {
  const data = flat(...payload);
  return flat(u32(data.length + 8), ascii(name), data);
};

interface Track {
  readonly handler: string;
  /** Where in the file its one sample lies, and how long that is. */
  readonly at: number;
  readonly length: number;
  readonly name?: string;
  readonly time?: string;
  /** A maker's box in the description of its samples. */
  readonly uuid?: string;
  /** Where the samples are said to lie, if not here. */
  readonly address?: string;
  readonly more?: readonly Uint8Array[];
}

/** The times at the front of a head of a film or track, as eight letters. */
const times = (time = '\0'.repeat(8)): Uint8Array => flat(u32(0), ascii(time));

/** A description of pictures, with the name of the codec and what decodes them. */
const description = (uuid = ''): Uint8Array =>
  box(
    'avc1',
    new Uint8Array(12),
    ascii(uuid.slice(0, 4).padEnd(4, '\0')),
    new Uint8Array(26),
    ascii(uuid.slice(0, 32).padEnd(32, '\0')),
    new Uint8Array(4),
    box('avcC', ascii('KEYS')),
    ...(uuid === '' ? [] : [box('uuid', ascii(uuid))]),
  );

export const track = ({ handler, at, length, name = '', time, uuid, address = '', more = [] }: Track): Uint8Array =>
  box(
    'trak',
    box('tkhd', times(time), new Uint8Array(72)),
    box(
      'mdia',
      box('mdhd', times(time), new Uint8Array(12)),
      box('hdlr', new Uint8Array(8), ascii(handler), new Uint8Array(12), ascii(`${name}\0`)),
      box(
        'minf',
        box('dinf', box('dref', u32(0), u32(1), box('url ', u32(1), ascii(address)))),
        box(
          'stbl',
          box('stsd', u32(0), u32(1), description(uuid)),
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
  /** Media data that no track leads to. */
  readonly between?: string;
  readonly handlerName?: string;
  /** When it was made and changed: eight letters. */
  readonly time?: string;
  readonly inDescription?: string;
  readonly address?: string;
  /** Boxes at the end of the film. */
  readonly more?: readonly Uint8Array[];
}

export const filmStart: Uint8Array = box('ftyp', ascii('isom\0\0\0\0isommp42'));

/** A film of one sample, `SEEN`, and whatever is to be hidden in it. */
export function film({ notes = '', between = '', more = [], ...hide }: Hidden = {}): Uint8Array {
  const sample = filmStart.length + 8;
  const hidden = (name: string, text: string | undefined) => (text === undefined ? [] : [box(name, ascii(text))]);
  const user = hide.userData === undefined ? [] : [box('udta', box('\u00a9xyz', ascii(hide.userData)))];
  return flat(
    filmStart,
    box('mdat', ascii('SEEN'), ascii(notes), ascii(between)),
    box(
      'moov',
      box('mvhd', times(hide.time), new Uint8Array(88)),
      track({
        handler: 'vide',
        at: sample,
        length: 4,
        more: hidden('udta', hide.trackData),
        ...(hide.handlerName === undefined ? {} : { name: hide.handlerName }),
        ...(hide.time === undefined ? {} : { time: hide.time }),
        ...(hide.inDescription === undefined ? {} : { uuid: hide.inDescription }),
        ...(hide.address === undefined ? {} : { address: hide.address }),
      }),
      ...(notes === '' ? [] : [track({ handler: 'meta', at: sample + 4, length: notes.length })]),
      ...user,
      ...hidden('meta', hide.meta),
    ),
    ...hidden('uuid', hide.uuid),
    ...more,
  );
}

/** A fragment of a film that says nothing but that it is one. */
export const fragment: Uint8Array = box('moof', box('mfhd', u32(0), u32(1)), box('traf', box('tfhd', u32(0), u32(0))));
