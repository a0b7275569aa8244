import { joined, textAt, viewOf } from './bytes.ts';

const startOfScan = 0xda;
const endOfImage = 0xd9;
const comment = 0xfe;
const exif = 0xe1;

const isApplication = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef;
/** Markers that stand alone, without a length: TEM and the restarts. */
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** A run of bytes that begins with a marker: a segment, or a scan with its header and its coded picture. */
interface Segment {
  readonly marker: number;
  readonly start: number;
  readonly end: number;
}

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

function segmentAt(bytes: Uint8Array, start: number): Segment | undefined {
  if (bytes[start] !== 0xff) return undefined;
  const marker = bytes[start + 1];
  if (marker === undefined) return undefined;
  if (marker === endOfImage || standsAlone(marker)) return { marker, start, end: start + 2 };
  if (start + 4 > bytes.length) return undefined;
  const end = start + 2 + viewOf(bytes).getUint16(start + 2);
  if (end > bytes.length || end < start + 4) return undefined;
  return { marker, start, end: marker === startOfScan ? endOfScan(bytes, end) : end };
}

/** Segments after the start of the image up to its end; undefined where one is cut short or the end never comes. */
function segmentsOf(bytes: Uint8Array): readonly Segment[] | undefined {
  const segments: Segment[] = [];
  let at = 2;
  for (;;) {
    // Any marker may be led in by fill bytes.
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const segment = segmentAt(bytes, at);
    if (segment === undefined) return undefined;
    segments.push(segment);
    if (segment.marker === endOfImage) return segments;
    at = segment.end;
  }
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
    if (entry + 12 > segment.length) return undefined;
    if (view.getUint16(entry, little) !== orientationTag) continue;
    const value = view.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** An EXIF segment that says how to turn the picture and nothing else. */
const orientationOnly = (orientation: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, exif, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00],
    ...[0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08, 0x00, 0x01],
    ...[0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, orientation, 0x00, 0x00],
    ...[0x00, 0x00, 0x00, 0x00],
  ]);

/** Application segments that decide how the picture looks: JFIF, the colour profile, Adobe's colour transform. */
const looks: readonly (readonly [marker: number, name: string])[] = [
  [0xe0, 'JFIF'],
  [0xe2, 'ICC_PROFILE'],
  [0xee, 'Adobe'],
];

function kept(bytes: Uint8Array, { marker, start, end }: Segment): Uint8Array | undefined {
  const segment = bytes.subarray(start, end);
  if (marker === comment) return undefined;
  if (!isApplication(marker)) return segment;
  if (looks.some(([known, name]) => marker === known && textAt(segment, 4, name.length) === name)) return segment;
  const orientation = marker === exif ? orientationIn(segment) : undefined;
  return orientation === undefined ? undefined : orientationOnly(orientation);
}

/**
 * A JPEG without its application and comment segments, save those that decide how it looks, and without what follows
 * its end (further pictures and films of phones). Undefined where it is cut short.
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const segments = segmentsOf(bytes);
  if (segments === undefined) return undefined;
  const parts = segments.map((segment) => kept(bytes, segment)).filter((part) => part !== undefined);
  return joined([bytes.subarray(0, 2), ...parts]);
}
