/** Whether these bytes stand at a place. */
export const hasBytes = (bytes: Uint8Array, at: number, expected: readonly number[]): boolean =>
  expected.every((byte, i) => bytes[at + i] === byte);

/** Bytes read as one-byte characters, for the names of boxes and chunks. */
export const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** Reads numbers; a caller makes sure that they are there. */
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** What is kept of a file, part after part. */
export interface Kept {
  add(part: Uint8Array | readonly number[]): void;
  whole(): Uint8Array;
}

/** Puts parts one after another, as many bytes as there is room for. A file of a million parts makes no list of them. */
export function keeping(room: number): Kept {
  const bytes = new Uint8Array(room);
  let length = 0;
  return {
    add: (part) => {
      bytes.set(part, length);
      length += part.length;
    },
    whole: () => bytes.slice(0, length),
  };
}
