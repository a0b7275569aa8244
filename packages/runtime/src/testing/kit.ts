/** Picks a whole number from `min` to `max`, both included. */
export type Choose = (min: number, max: number) => number;

/**
 * What the suite needs of a test runner, so that it runs under any: node:test, Mocha in a browser. `assert` may be
 * node:assert/strict or Chai's.
 */
export interface TestKit {
  /** Groups the tests that `body` defines under a title. */
  readonly describe: (title: string, body: () => void) => unknown;
  /** Defines one test; it fails when `body` rejects. */
  readonly it: (title: string, body: () => Promise<void>) => unknown;
  readonly assert: {
    /** Throws unless both are equal in every part, types included; `message` says what was expected. */
    readonly deepEqual: (actual: unknown, expected: unknown, message?: string) => void;
    /** Throws unless the value is truthy; `message` says what was expected. */
    readonly ok: (value: unknown, message?: string) => void;
  };
  /** Runs a property many times with different choices; fast-check's `gen` chooses well, and shrinks. */
  readonly forAll: (property: (choose: Choose) => Promise<void>) => Promise<void>;
}

export const oneOf = <Item>(choose: Choose, items: readonly [Item, ...Item[]]): Item =>
  items[choose(0, items.length - 1)] ?? items[0];

/** A list of `min` to `max` items. */
export const many = <Item>(choose: Choose, min: number, max: number, item: () => Item): readonly Item[] =>
  Array.from({ length: choose(min, max) }, item);
