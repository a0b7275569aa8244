import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { apportion } from '../../../packages/models/src/sample/apportion.ts';
import { inventedCreditCode } from '../../../packages/models/src/sample/credit-code.ts';
import { randomFrom } from '../../../packages/models/src/sample/random.ts';
import { readingOrder } from '../../../packages/models/src/sample/reading-order.ts';
import { runs } from '../../support/runs.ts';

test('a seed gives the numbers it has always given', () => {
  const random = randomFrom('luqiao-2018');
  assert.deepEqual(
    Array.from({ length: 4 }, () => random.next() * 4294967296),
    [2406887946, 4054634503, 3402718725, 3520717822],
  );
});

test('two seeds, or two purposes of one seed, give different numbers', () => {
  const first = (seed: string): number => randomFrom(seed).next();
  assert.notEqual(first('a'), first('b'));
  assert.notEqual(randomFrom('a').fork('x').next(), randomFrom('a').fork('y').next());
});

test('asking for more numbers in one place changes nothing in a fork', () => {
  const [calm, busy] = [randomFrom('a'), randomFrom('a')];
  busy.next();
  assert.equal(calm.fork('x').next(), busy.fork('x').next());
});

test('a shuffled list holds the same items, and whole numbers keep to their bounds', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.integer(), { maxLength: 30 }), (seed, items) => {
      const random = randomFrom(seed);
      const sorted = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);
      assert.deepEqual(sorted(random.shuffle(items)), sorted(items));
      const number = random.whole(-2, 2);
      assert.ok(Number.isInteger(number) && number >= -2 && number <= 2);
    }),
    { numRuns: runs() },
  );
});

test('every whole number between the bounds is drawn, both ends too', () => {
  const random = randomFrom('dice');
  const drawn = new Set(Array.from({ length: 200 }, () => random.whole(1, 6)));
  assert.deepEqual(
    [...drawn].sort((a, b) => a - b),
    [1, 2, 3, 4, 5, 6],
  );
});

test('picking from nothing is a mistake', () => {
  assert.throws(() => randomFrom('a').pick([]), RangeError);
});

test('shares add up to the whole, and none is under the least', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(weights, fc.nat(5), fc.nat(5000), (shares, least, more) => {
      const total = least * shares.length + more;
      const parts = apportion(total, shares, least);
      assert.equal(
        parts.reduce((sum, part) => sum + part, 0),
        total,
      );
      assert.ok(parts.every((part) => part >= least));
    }),
    { numRuns: runs() },
  );
});

test('seats go by largest remainder', () => {
  assert.deepEqual(apportion(10, [5, 3, 1]), [6, 3, 1]);
  assert.throws(() => apportion(3, [1, 1], 2), RangeError);
});

test('places are numbered from west to east, and then from north to south', () => {
  const grid = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
  ] as const;
  assert.deepEqual(readingOrder(grid), [3, 2, 0, 1]);
  assert.deepEqual(readingOrder([]), []);
});

/** GB 32100-2015, written a second time as the standard's table has it. */
function hasValidCheck(code: string): boolean {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  let [sum, weight] = [0, 1];
  for (const sign of code.slice(0, 17)) {
    sum += alphabet.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31] === code[17];
}

test('an invented credit code passes its check digits and names a division that no registry serves', () => {
  assert.ok(hasValidCheck('91350100M000100Y43'), 'the example of the standard');
  fc.assert(
    fc.property(fc.nat(99_999_999), (number) => {
      const code = inventedCreditCode(number);
      assert.match(code, /^91000000[0-9]{8}[0-9X][0-9A-HJ-NP-RTUW-Y]$/);
      assert.ok(hasValidCheck(code), code);
    }),
    { numRuns: runs() },
  );
});

test('the organisation part of an invented credit code has the check digit of GB 11714', () => {
  // 8 digits weighed 3 7 9 10 5 8 4 2: for 00000001 the sum is 2, the digit 9; for 00000005 it is 10, the digit 1.
  assert.equal(inventedCreditCode(1).slice(8, 17), '000000019');
  assert.equal(inventedCreditCode(5).slice(8, 17), '000000051');
});
