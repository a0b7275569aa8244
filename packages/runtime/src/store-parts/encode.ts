/**
 * Sort keys as text: whatever the types of two values, comparing their encodings by code unit orders them, and an
 * encoding is never the beginning of another. So several columns join into one key, and one tree serves every index.
 *
 * Order: missing, false, true, numbers, texts. Texts order by code unit, as JavaScript compares them.
 */
const missingTag = '\u0001';
const falseTag = '\u0002';
const trueTag = '\u0003';
const numberTag = '\u0004';
const numberTagUnit = 4;
const textTag = '\u0005';

/** Comes after every encoding. */
export const endOfKeys = '\u0006';

const nul = '\u0000';
const scratch = new DataView(new ArrayBuffer(8));

const numberText = (high: number, low: number): string =>
  String.fromCharCode(
    numberTagUnit,
    high >>> 24,
    (high >>> 16) & 0xff,
    (high >>> 8) & 0xff,
    high & 0xff,
    low >>> 24,
    (low >>> 16) & 0xff,
    (low >>> 8) & 0xff,
    low & 0xff,
  );

/** The bits of a double, turned so that they order as the numbers do. One byte a character keeps the text compact. */
function encodeNumber(value: number): string {
  scratch.setFloat64(0, value === 0 ? 0 : value);
  const high = scratch.getUint32(0);
  const low = scratch.getUint32(4);
  return high >>> 31 === 1 ? numberText(~high, ~low) : numberText(high | 0x80000000, low);
}

/** NUL ends a text, so one inside it is written as two characters that come after the end. */
const escaped = (text: string): string => (text.includes(nul) ? text.replaceAll(nul, `${nul}\u0001`) : text);

const encodeText = (text: string): string => `${textTag}${escaped(text)}${nul}${nul}`;

/** Encodes one value; what is neither text, number nor boolean counts as missing. */
export function encode(value: unknown): string {
  if (typeof value === 'string') return encodeText(value);
  if (typeof value === 'number') return encodeNumber(value);
  if (typeof value === 'boolean') return value ? trueTag : falseTag;
  return missingTag;
}

/** Comes before every text that begins with `start` and after every text below it. */
export const encodeTextStart = (start: string): string => textTag + escaped(start);

/** Where values of the same type as `value` begin. */
export const startOfType = (value: string | number): string => (typeof value === 'string' ? textTag : numberTag);

/** The least text that is above every text beginning with `start`. */
export function after(start: string): string {
  for (let end = start.length; end > 0; end -= 1) {
    const unit = start.charCodeAt(end - 1);
    if (unit < 0xffff) return start.slice(0, end - 1) + String.fromCharCode(unit + 1);
  }
  return endOfKeys;
}
