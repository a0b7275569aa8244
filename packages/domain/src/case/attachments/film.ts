import type { Box } from './boxes.ts';

/** A film that is being stripped. */
export interface Film {
  readonly bytes: Uint8Array;
  /** The copy. Nothing in it moves, since samples are found by their place. */
  readonly bare: Uint8Array;
  /** Samples of what is seen and heard, each at its place, and nothing between them. */
  readonly samples: Uint8Array;
  /** How many bytes of samples may still come: no two share a byte, so all of them are no more than the file. */
  left: number;
  /** Whether a track is seen. */
  seen: boolean;
  /** Whether a track went that is neither seen nor heard. */
  noted: boolean;
  /** Whether samples are told of piece by piece, in boxes `moof`. */
  fragmented: boolean;
}

export const filmOf = (bytes: Uint8Array): Film => ({
  bytes,
  bare: bytes.slice(),
  samples: new Uint8Array(bytes.length),
  left: bytes.length,
  seen: false,
  noted: false,
  fragmented: false,
});

/** Overwrites a part of a box's payload, from and to so many bytes of it. */
export function blank({ bare }: Film, { payload, end }: Box, from = 0, to = Infinity): void {
  bare.fill(0, payload + from, Math.min(payload + to, end));
}

/** Keeps samples that lie one after another. False where the file does not hold them. */
export function keepSamples(film: Film, from: number, length: number): boolean {
  film.left -= length;
  if (from + length > film.bytes.length || film.left < 0) return false;
  film.samples.set(film.bytes.subarray(from, from + length), from);
  return true;
}
