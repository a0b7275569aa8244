import { joined, textAt, viewOf } from './bytes.ts';

/** Chunks that decide how the picture looks; EXIF, XMP and unknown ones are not among them. */
const looks: ReadonlySet<string> = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const frameHeader = 16;
/** Bits of the extended header that announce EXIF and XMP. */
const announces = 0x08 | 0x04;

function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(8 + data.length + (data.length % 2));
  bytes.set(Uint8Array.from(name, (letter) => letter.charCodeAt(0)));
  viewOf(bytes).setUint32(4, data.length, true);
  bytes.set(data, 8);
  return bytes;
}

function keptData(name: string, data: Uint8Array): Uint8Array | undefined {
  if (name === 'VP8X') {
    const flags = data[0];
    return flags === undefined ? undefined : joined([Uint8Array.of(flags & ~announces), data.subarray(1)]);
  }
  if (name !== 'ANMF') return data;
  // A frame is a picture of its own, with chunks behind a header.
  const inner = keptChunks(data.subarray(frameHeader));
  return inner && joined([data.subarray(0, frameHeader), ...inner]);
}

function keptChunks(bytes: Uint8Array): readonly Uint8Array[] | undefined {
  const view = viewOf(bytes);
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 8 > bytes.length) return undefined;
    const name = textAt(bytes, at, 4);
    const length = view.getUint32(at + 4, true);
    if (at + 8 + length > bytes.length) return undefined;
    if (looks.has(name)) {
      const data = keptData(name, bytes.subarray(at + 8, at + 8 + length));
      if (data === undefined) return undefined;
      parts.push(chunk(name, data));
    }
    at += 8 + length + (length % 2);
  }
  return parts;
}

/** A WebP of the chunks that decide how it looks, still or moving. Undefined where it is cut short. */
export function bareWebp(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length < 12) return undefined;
  const end = 8 + viewOf(bytes).getUint32(4, true);
  if (end > bytes.length || end < 12) return undefined;
  const parts = keptChunks(bytes.subarray(12, end));
  if (parts === undefined || parts.length === 0) return undefined;
  const body = joined([bytes.subarray(8, 12), ...parts]);
  const whole = joined([bytes.subarray(0, 8), body]);
  viewOf(whole).setUint32(4, body.length, true);
  return whole;
}
