import { keeping, textAt, viewOf, type Kept } from './bytes.ts';

/** Chunks that a decoder needs for one picture: the coded picture itself, and its transparency. */
const ofPicture = ['VP8 ', 'VP8L', 'ALPH'];
/** Chunks that it needs for a file, moving ones included. EXIF, XMP, colour profiles and unknown ones are not among them. */
const ofFile = [...ofPicture, 'VP8X', 'ANIM', 'ANMF'];
/** Chunks of one length; what is behind it is no part of them. */
const lengths: Readonly<Record<string, number>> = { VP8X: 10, ANIM: 6 };
const fileHeader = 12;
const frameHeader = 16;
/** Bits of the extended header that announce transparency and movement. The others announce what is left out. */
const announced = 0x10 | 0x02;

/** Adds a chunk whose data may have become shorter, behind its header of name and length. */
function addChunk(parts: Kept, header: Uint8Array, data: Uint8Array): void {
  viewOf(header).setUint32(4, data.length, true);
  parts.add(header);
  parts.add(data);
  if (data.length % 2 === 1) parts.add([0]);
}

function keptData(name: string, data: Uint8Array): Uint8Array | undefined {
  // A frame is one picture behind a header, and holds no frames itself.
  if (name === 'ANMF') return keptChunks(data, frameHeader, ofPicture);
  const length = lengths[name];
  if (length === undefined) return data;
  if (data.length < length) return undefined;
  const cut = data.slice(0, length);
  // Flags come first, and then three bytes that mean nothing.
  if (name === 'VP8X') cut.set([(cut[0] ?? 0) & announced, 0, 0, 0]);
  return cut;
}

/**
 * A header, and behind it the chunks of these names. Undefined where one is cut short, or where there is no picture
 * among them.
 */
function keptChunks(bytes: Uint8Array, header: number, names: readonly string[]): Uint8Array | undefined {
  const view = viewOf(bytes);
  // A chunk of odd length is filled up with one byte, which the last one may lack.
  const parts = keeping(bytes.length + 1);
  parts.add(bytes.subarray(0, header));
  let shows = false;
  for (let at = header; at < bytes.length;) {
    const start = at + 8;
    if (start > bytes.length) return undefined;
    const name = textAt(bytes, at, 4);
    const length = view.getUint32(at + 4, true);
    if (start + length > bytes.length) return undefined;
    if (names.includes(name)) {
      const data = keptData(name, bytes.subarray(start, start + length));
      if (data === undefined) return undefined;
      addChunk(parts, bytes.slice(at, start), data);
      shows ||= lengths[name] === undefined && name !== 'ALPH';
    }
    at = start + length + (length % 2);
  }
  return shows ? parts.whole() : undefined;
}

/** A WebP of the chunks that a decoder needs, still or moving. Undefined where it is cut short or shows no picture. */
export function bareWebp(bytes: Uint8Array): Uint8Array | undefined {
  const end = 8 + viewOf(bytes).getUint32(4, true);
  const whole = end > bytes.length ? undefined : keptChunks(bytes.subarray(0, end), fileHeader, ofFile);
  if (whole !== undefined) viewOf(whole).setUint32(4, whole.length - 8, true);
  return whole;
}
