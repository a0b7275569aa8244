import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { merge } from '../../../packages/runtime/src/memory-store/merge.ts';
import { runs } from '../../support/runs.ts';

const same = (item: string): string => item;
const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

test('sorted sources merge into one sorted whole, up or down, with nothing lost', () => {
  const sources = fc.array(fc.array(fc.string({ maxLength: 2 }), { maxLength: 6 }), { maxLength: 12 });
  fc.assert(
    fc.property(sources, fc.boolean(), (lists, down) => {
      const turned = (items: readonly string[]) => (down ? [...items].reverse() : items);
      const sorted = lists.map((list) => turned([...list].sort(byText)));
      const iterators = sorted.map((list) => list[Symbol.iterator]());
      assert.deepEqual([...merge(iterators, same, down)], turned(lists.flat().sort(byText)));
    }),
    { numRuns: runs() },
  );
});

test('a source is read no further than what was taken needs', () => {
  let read = 0;
  function* endless(): Generator<string> {
    for (;;) {
      read += 1;
      yield read.toString().padStart(9, '0');
    }
  }
  const merged = merge([endless()], same, false);
  merged.next();
  merged.next();
  assert.equal(read, 2);
});
