import { keeping, textAt, viewOf } from './bytes.ts';

const startOfScan = 0xda;
const endOfImage = 0xd9;
const exif = 0xe1;

/**
 * Markers of what a decoder needs: frames and Huffman or arithmetic tables (C0 to CF, save the reserved C8), the end of
 * the image, scans, quantisation tables, number of lines, restart interval (D9 to DD).
 */
const shows = (marker: number): boolean =>
  (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) || (marker >= endOfImage && marker <= 0xdd);

/** Markers that stand alone, without a length: TEM and the restarts. */
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** Where the coded picture that begins at `from` ends: at the next marker that is neither a restart nor a stuffed byte. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const marker = bytes[at + 1] ?? 0;
    if (marker !== 0 && marker !== 0xff && !standsAlone(marker)) return at;
    at = bytes.indexOf(0xff, at + 1);
  }
  return bytes.length;
}

/** The run of bytes that begins with a marker: a segment, or a scan with its header and its coded picture. */
function segmentAt(bytes: Uint8Array, start: number): Uint8Array | undefined {
  const marker = bytes[start + 1];
  if (bytes[start] !== 0xff || marker === undefined) return undefined;
  if (marker === endOfImage || standsAlone(marker)) return bytes.subarray(start, start + 2);
  if (start + 4 > bytes.length) return undefined;
  const end = start + 2 + viewOf(bytes).getUint16(start + 2);
  if (end > bytes.length || end < start + 4) return undefined;
  return bytes.subarray(start, marker === startOfScan ? endOfScan(bytes, end) : end);
}

const orientationTag = 0x0112;

/** The orientation that an EXIF segment states, 1 to 8; undefined where it states none that we can read. */
function orientationIn(segment: Uint8Array): number | undefined {
  const view = viewOf(segment);
  // Marker, length and "Exif\0\0" come first; offsets count from the byte order that follows.
  const tiff = 10;
  if (segment.length < tiff + 8 || textAt(segment, 4, 4) !== 'Exif') return undefined;
  const little = textAt(segment, tiff, 2) === 'II';
  const directory = tiff + view.getUint32(tiff + 4, little);
  if (directory + 2 > segment.length) return undefined;
  const entries = view.getUint16(directory, little);
  for (let i = 0; i < entries; i += 1) {
    const entry = directory + 2 + i * 12;
    // Four bytes behind the last entry tell where the next directory is: the segment that we write is never longer.
    if (entry + 16 > segment.length) return undefined;
    if (view.getUint16(entry, little) !== orientationTag) continue;
    const value = view.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** An EXIF segment that says how to turn the picture and nothing else. */
const orientationOnly = (orientation: number): readonly number[] => [
  ...[0xff, exif, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00],
  ...[0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08, 0x00, 0x01],
  ...[0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, orientation, 0x00, 0x00],
  ...[0x00, 0x00, 0x00, 0x00],
];

/**
 * Application segments that tell which colours the numbers stand for, and how long they are without what makers put
 * behind: JFIF, which would end with a thumbnail of no pixels, and Adobe's colour transform. A colour profile is not
 * among them: it names the device and the day, has room for anything, and a report shows as much without it.
 */
const colours: Readonly<Record<number, readonly [name: string, length: number, told: number]>> = {
  0xe0: ['JFIF', 18, 16],
  0xee: ['Adobe', 16, 16],
};

/** What is kept of a segment, never more than it was. */
function kept(segment: Uint8Array, marker: number): Uint8Array | readonly number[] {
  if (shows(marker)) return segment;
  const orientation = marker === exif ? orientationIn(segment) : undefined;
  if (orientation !== undefined) return orientationOnly(orientation);
  const [name = '', length = Infinity, told] = colours[marker] ?? [];
  if (segment.length < length || textAt(segment, 4, name.length) !== name) return [];
  const short = segment.slice(0, length).fill(0, told);
  short.set([0, length - 2], 2);
  return short;
}

/**
 * A JPEG of what a decoder needs, up to its end (phones put further pictures and films behind it). Undefined where it is
 * cut short or shows no picture.
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const parts = keeping(bytes.length);
  parts.add(bytes.subarray(0, 2));
  let scanned = false;
  for (let at = 2; ;) {
    // Any marker may be led in by fill bytes.
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const segment = segmentAt(bytes, at);
    const marker = segment?.[1];
    if (segment === undefined || marker === undefined) return undefined;
    parts.add(kept(segment, marker));
    if (marker === endOfImage) return scanned ? parts.whole() : undefined;
    scanned ||= marker === startOfScan;
    at += segment.length;
  }
}
