import { uuidFrom, type Instant } from '@keting/domain';
import type { NewId } from './ports.ts';

// In every page, secure context or not, and in Node; the compiler's library for the language alone does not name it.
declare const crypto: { readonly getRandomValues: (bytes: Uint8Array) => unknown };

/** How far the counter goes: the 12 bits beside the version. It begins in the lower half, so that it has room to rise. */
const counterSize = 0x1000;

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/**
 * Makes identities: UUIDv7 (RFC 9562), so they sort as they were made. Within one millisecond, or when the clock is set
 * back, a counter rises; when it runs out, the next millisecond is taken early. `randomBytes` fills what it is given.
 */
export function idMaker(now: () => Instant, randomBytes: (bytes: Uint8Array) => unknown): NewId {
  let instant = -1;
  let counter = 0;
  return () => {
    const bytes = new Uint8Array(10);
    randomBytes(bytes);
    const [a = 0, b = 0, variant = 0, ...rest] = bytes;
    const at = now();
    counter += 1;
    if (at > instant || counter === counterSize) {
      instant = Math.max(at, instant + 1);
      counter = ((a << 8) | b) & (counterSize / 2 - 1);
    }
    const tail = rest.map((byte) => hex(byte, 2)).join('');
    return uuidFrom(`${hex(instant, 12)}7${hex(counter, 3)}${hex((variant & 0x3f) | 0x80, 2)}${tail}`);
  };
}

/** Hands out random bytes by the machine's source, which is asked for many at a time: asking costs more than what it gives. */
function pooled(size: number): (bytes: Uint8Array) => void {
  const pool = new Uint8Array(size);
  let used = size;
  return (bytes) => {
    if (used + bytes.length > size) {
      crypto.getRandomValues(pool);
      used = 0;
    }
    bytes.set(pool.subarray(used, used + bytes.length));
    // What was handed out is a salt or an identity of somebody's: it does not stay behind.
    pool.fill(0, used, used + bytes.length);
    used += bytes.length;
  };
}

/** A fresh identity by the machine's clock and its random source. */
export const newId: NewId = idMaker(() => Date.now(), pooled(2_000));
