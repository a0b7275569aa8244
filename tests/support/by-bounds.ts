import * as fc from 'fast-check';

/**
 * Builders for `fc.gen`, one for each pair of bounds. fast-check finds a builder by identity at once, but the arguments of one by
 * comparing them with all that it was ever given, which came to half the time of a law.
 */
export function byBounds<T>(make: (min: number, max: number) => fc.Arbitrary<T>) {
  const made = new Map<string, () => fc.Arbitrary<T>>();
  return (min: number, max: number): (() => fc.Arbitrary<T>) => {
    const key = `${min},${max}`;
    const builder = made.get(key) ?? (() => make(min, max));
    made.set(key, builder);
    return builder;
  };
}

/** Whole numbers from `min` to `max`. */
export const wholes = byBounds((min, max) => fc.integer({ min, max }));
