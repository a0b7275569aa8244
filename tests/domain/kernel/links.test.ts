import { canonicalJson, contentHash, hashText } from '@keting/domain';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { runs } from '../../support/runs.ts';

/** The same value, written down with all its keys the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, turned(part)]),
  );
}

test('equal values have equal hashes, whatever the order of their keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => assert.equal(contentHash(value), contentHash(turned(value)))),
    { numRuns: runs() },
  );
});

test('canonical JSON reads back as the value', () => {
  const value = fc.jsonValue({ noUnicodeString: false }).filter((each) => !JSON.stringify(each).includes('__proto__'));
  fc.assert(
    fc.property(value, (each) => assert.deepEqual(JSON.parse(canonicalJson(each)), JSON.parse(JSON.stringify(each)))),
    { numRuns: runs() },
  );
});

test('keys stand in code-unit order at every depth, and nothing undefined is said', () => {
  const value = { b: 1, a: { 林: 1, d: undefined, c: [{ f: 1, e: 2 }] }, B: 0 };
  assert.equal(canonicalJson(value), '{"B":0,"a":{"c":[{"e":2,"f":1}],"林":1},"b":1}');
  assert.equal(canonicalJson({ 9: 'nine', 10: 'ten' }), '{"10":"ten","9":"nine"}');
});

test('other values have other hashes: a changed figure, another order in a list', () => {
  assert.notEqual(contentHash({ days: 5 }), contentHash({ days: 6 }));
  assert.notEqual(contentHash(['a', 'b']), contentHash(['b', 'a']));
  assert.notEqual(contentHash({ a: 1 }), contentHash({ a: '1' }));
});

test('a hash is SHA-256 of the text in UTF-8, as another implementation has it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      assert.equal(hashText(text), createHash('sha256').update(text, 'utf8').digest('hex'));
    }),
    { numRuns: runs() },
  );
});
