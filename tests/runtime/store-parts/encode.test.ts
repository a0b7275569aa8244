import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, encode, encodeTextStart } from '../../../packages/runtime/src/store-parts/encode.ts';
import { runs } from '../../support/runs.ts';

const sign = (a: string | number, b: string | number): number => (a < b ? -1 : Number(a > b));

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('\u0000', '\u0001', 'a', '\uffff') }),
);
const anyNumber = fc.double({ noNaN: true });
const anyValue = fc.oneof(anyText, anyNumber, fc.boolean(), fc.constant(undefined));

test('encoded numbers order as the numbers do, infinities and the smallest included', () => {
  fc.assert(
    fc.property(anyNumber, anyNumber, (a, b) => assert.equal(sign(encode(a), encode(b)), sign(a, b))),
    { numRuns: runs() },
  );
});

test('zero is one value, whatever its sign', () => {
  assert.equal(encode(-0), encode(0));
});

test('encoded texts order by code unit, with every character that a text can have', () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => assert.equal(sign(encode(a), encode(b)), sign(a, b))),
    { numRuns: runs() },
  );
});

test('values of different types order as missing, false, true, numbers, texts', () => {
  const values = [undefined, false, true, -Infinity, 0, 1e300, '', '0', '林'].map(encode);
  assert.deepEqual([...values].sort(), values);
});

test('what is no value at all counts as missing', () => {
  for (const value of [null, ['a'], { a: 1 }]) assert.equal(encode(value), encode(undefined));
});

test('joined encodings order by the first column, then by the second', () => {
  fc.assert(
    fc.property(anyValue, anyValue, anyValue, anyValue, (a1, a2, b1, b2) => {
      const joined = sign(encode(a1) + encode(a2), encode(b1) + encode(b2));
      assert.equal(joined, sign(encode(a1), encode(b1)) || sign(encode(a2), encode(b2)));
    }),
    { numRuns: runs() },
  );
});

test('texts that begin so, and only they, lie between the beginning and what comes after it', () => {
  fc.assert(
    fc.property(anyText, anyText, fc.boolean(), (start, rest, begins) => {
      const text = begins ? start + rest : rest;
      const low = encodeTextStart(start);
      const code = encode(text);
      assert.equal(code >= low && code < after(low), text.startsWith(start));
    }),
    { numRuns: runs() },
  );
});
