/** A stream of repeatable random numbers: the same seed gives the same numbers in every engine. */
export interface Random {
  /** The next number, 0 inclusive to 1 exclusive, in steps of 2^-32. */
  next(): number;
  /** A number between `low` (inclusive) and `high` (exclusive). */
  between(low: number, high: number): number;
  /** A whole number from `low` to `high`, both inclusive. */
  whole(low: number, high: number): number;
  /** One of the items. A list without items throws a RangeError: nothing could be returned. */
  pick<T>(items: readonly T[]): T;
  /** A new list with the same items in another order (Fisher-Yates). */
  shuffle<T>(items: readonly T[]): T[];
  /** An independent stream for one purpose, so that asking for one number more elsewhere changes nothing here. */
  fork(purpose: string): Random;
}

/** Chris Doty-Humphrey's Small Fast Counter in 32 bits: whole-number arithmetic only, so every engine agrees to the bit. */
function smallFastCounter(words: readonly [number, number, number]): () => number {
  let [a, b, c] = words;
  let counter = 1;
  const step = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  // The first numbers still show the seed; a dozen steps mix it in.
  for (let warm = 0; warm < 12; warm += 1) step();
  return step;
}

/** FNV-1a over UTF-16 code units, from a basis that differs for each of the three words of state. */
function hashWord(text: string, basis: number): number {
  let hash = basis;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash | 0;
}

/** Starts the stream that belongs to a seed; any text will do. */
export function randomFrom(seed: string): Random {
  const step = smallFastCounter([hashWord(seed, 0x811c9dc5), hashWord(seed, 0x2f0b4c47), hashWord(seed, 0x6d2b79f5)]);
  const next = (): number => step() / 4294967296;
  const between = (low: number, high: number): number => low + (high - low) * next();
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[whole(0, items.length - 1)];
    if (item === undefined) throw new RangeError('pick() needs at least one item');
    return item;
  };
  const shuffle = <T>(items: readonly T[]): T[] => {
    const rest = [...items];
    const shuffled: T[] = [];
    while (rest.length > 0) shuffled.push(...rest.splice(whole(0, rest.length - 1), 1));
    return shuffled;
  };
  return { next, between, whole, pick, shuffle, fork: (purpose) => randomFrom(`${seed}/${purpose}`) };
}
