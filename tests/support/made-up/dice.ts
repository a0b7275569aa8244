import * as fc from 'fast-check';
import { byBounds, wholes } from '../by-bounds.ts';

/** Names as a model may have them, with some that a careless look-up would trip over. */
const name = fc.oneof(
  { arbitrary: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,7}$/), weight: 12 },
  { arbitrary: fc.constantFrom('constructor', '0', 'x'.repeat(60)), weight: 1 },
);

const namesOf = byBounds((least, most) => fc.uniqueArray(name, { minLength: least, maxLength: most }));

/** Places in a list of so many, at least so many of them. */
const placesIn = byBounds((least, many) =>
  fc.subarray(
    Array.from({ length: many }, (_, place) => place),
    { minLength: least },
  ),
);

/** What a made-up thing is drawn with. Every answer is fast-check's, so that a thing that breaks a law is made smaller. */
export class Dice {
  private readonly draw: fc.GeneratorValue;

  constructor(draw: fc.GeneratorValue) {
    this.draw = draw;
  }

  /** A whole number from `min` to `max`. */
  whole(min: number, max: number): number {
    return this.draw(wholes(min, max));
  }

  /** Yes, in so many cases of ten; no is the smaller answer. */
  chance(inTen: number): boolean {
    return this.whole(1, 10) > 10 - inTen;
  }

  /** One of a list that holds something. */
  one<T>(of: readonly T[]): T {
    const [found] = of.slice(this.whole(0, of.length - 1));
    if (found === undefined) throw new Error('nothing to draw from');
    return found;
  }

  /** Some of a list, in its order; at least so many, where it has them. */
  some<T>(of: readonly T[], least = 0): T[] {
    const drawn = new Set(this.draw(placesIn(Math.min(least, of.length), of.length)));
    return of.filter((_, i) => drawn.has(i));
  }

  /** Different names, from `least` to `most` of them. */
  names(least: number, most: number): string[] {
    return this.draw(namesOf(least, most));
  }

  /** A list as long as drawn. */
  list<T>(least: number, most: number, make: (place: number) => T): T[] {
    return Array.from({ length: this.whole(least, most) }, (_, place) => make(place));
  }

  /** A part of an object that may be left out. */
  maybe<T extends object>(make: () => T): Partial<T> {
    return this.chance(3) ? make() : {};
  }
}
