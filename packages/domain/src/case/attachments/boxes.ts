import { textAt, viewOf } from './bytes.ts';

/** One box of a film: its name, where it begins, where its payload begins, where it ends. */
export interface Box {
  readonly name: string;
  readonly start: number;
  readonly payload: number;
  readonly end: number;
}

export function boxAt(bytes: Uint8Array, start: number, limit: number): Box | undefined {
  if (start + 8 > limit) return undefined;
  const name = textAt(bytes, start + 4, 4);
  const size = viewOf(bytes).getUint32(start);
  const payload = start + (size === 1 ? 16 : 8);
  if (payload > limit) return undefined;
  const end = size === 0 ? limit : start + (size === 1 ? wideAt(bytes, start + 8) : size);
  return end < payload || end > limit ? undefined : { name, start, payload, end };
}

/** A number of eight bytes. Beyond 2^53 it is not exact, and beyond any file. */
const wideAt = (bytes: Uint8Array, at: number): number => {
  const view = viewOf(bytes);
  return view.getUint32(at) * 2 ** 32 + view.getUint32(at + 4);
};

/**
 * Shows one box after another between two places, and lists none: a crafted file has millions. False where one is cut
 * short, or as soon as `look` says so.
 */
export function everyBox(bytes: Uint8Array, from: number, limit: number, look: (box: Box) => boolean): boolean {
  for (let at = from; at < limit;) {
    const box = boxAt(bytes, at, limit);
    if (box === undefined || !look(box)) return false;
    at = box.end;
  }
  return true;
}

/** The first box at the end of a way down from a box. */
export function find(bytes: Uint8Array, box: Box, ...[name, ...way]: readonly string[]): Box | undefined {
  if (name === undefined) return box;
  let found: Box | undefined;
  everyBox(bytes, box.payload, box.end, (inner) => {
    if (inner.name === name) found = inner;
    return found === undefined;
  });
  return found && find(bytes, found, ...way);
}

/** The number of four or eight bytes at a place of a box's payload; 0 where the box is too short, or is not there. */
export function numberIn(bytes: Uint8Array, box: Box | undefined, at: number, width: 4 | 8 = 4): number {
  if (box === undefined || box.payload + at + width > box.end) return 0;
  return width === 8 ? wideAt(bytes, box.payload + at) : viewOf(bytes).getUint32(box.payload + at);
}

/** How many entries a table says it has at `at`, and no more than it has room for from `first` on. */
export function entriesIn(bytes: Uint8Array, box: Box | undefined, at: number, first: number, width: number): number {
  const room = box === undefined ? 0 : Math.max(0, box.end - box.payload - first);
  return Math.min(numberIn(bytes, box, at), Math.floor(room / width));
}
