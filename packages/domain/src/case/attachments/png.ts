import { hasBytes, joined, textAt, viewOf } from './bytes.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * Chunks that decide how the picture looks, moving ones included. Any other may carry what we do not know: texts, EXIF,
 * times, makers' own chunks.
 */
const looks: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'bKGD', 'hIST', 'sPLT', 'sBIT', 'pHYs'],
  ...['gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'mDCV', 'cLLI', 'acTL', 'fcTL', 'fdAT'],
]);

export const isPng = (bytes: Uint8Array): boolean => hasBytes(bytes, 0, signature);

/** A PNG of the chunks that decide how it looks, up to its end. Undefined where it is cut short. */
export function barePng(bytes: Uint8Array): Uint8Array | undefined {
  const view = viewOf(bytes);
  const parts = [bytes.subarray(0, signature.length)];
  let at = signature.length;
  // Length, name and check sum make twelve bytes beside the data.
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return undefined;
    const name = textAt(bytes, at + 4, 4);
    if (looks.has(name)) parts.push(bytes.subarray(at, end));
    if (name === 'IEND') return joined(parts);
    at = end;
  }
  return undefined;
}
