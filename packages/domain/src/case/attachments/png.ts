import { hasBytes, keeping, textAt, viewOf } from './bytes.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const any = -1;
/**
 * Chunks that a decoder needs, moving pictures included, and the length of their data; of another length they hold
 * something else. Left out are texts, EXIF, times, makers' own chunks, and the colour profile: it has a name and room
 * for anything, and a report shows as much without it.
 */
const needed: Readonly<Record<string, number>> = {
  ...{ IHDR: 13, PLTE: any, tRNS: any, IDAT: any, IEND: 0 },
  ...{ gAMA: 4, cHRM: 32, sRGB: 1, cICP: 4 },
  ...{ acTL: 8, fcTL: 26, fdAT: any },
};

export const isPng = (bytes: Uint8Array): boolean => hasBytes(bytes, 0, signature);

/** A PNG of the chunks that a decoder needs, up to its end. Undefined where it is cut short or shows no picture. */
export function barePng(bytes: Uint8Array): Uint8Array | undefined {
  const view = viewOf(bytes);
  const parts = keeping(bytes.length);
  parts.add(signature);
  const seen = new Set<string>();
  // Length, name and check sum make twelve bytes beside the data.
  for (let at = signature.length; at + 12 <= bytes.length && !seen.has('IEND');) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) return undefined;
    const name = textAt(bytes, at + 4, 4);
    if (needed[name] === any || needed[name] === length) {
      seen.add(name);
      parts.add(bytes.subarray(at, end));
    }
    at = end;
  }
  return ['IHDR', 'IDAT', 'IEND'].every((name) => seen.has(name)) ? parts.whole() : undefined;
}
