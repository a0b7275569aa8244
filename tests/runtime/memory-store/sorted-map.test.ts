import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SortedMap } from '../../../packages/runtime/src/memory-store/sorted-map.ts';
import { runs } from '../../support/runs.ts';

const end = '\uffff';
const keyOf = (n: number): string => n.toString().padStart(6, '0');

type Pair = readonly [string, number];

const inRange = (pairs: Iterable<Pair>, low: string, high: string): readonly Pair[] =>
  [...pairs].filter(([key]) => key >= low && key < high).sort(([a], [b]) => (a < b ? -1 : 1));

function assertSame(map: SortedMap<number>, model: ReadonlyMap<string, number>, low = '', high = end) {
  const expected = inRange(model, low, high);
  assert.deepEqual([...map.ascend(low, high)], expected);
  assert.deepEqual([...map.descend(low, high)], [...expected].reverse());
}

/** Keys in an order, by the numbers they stand for. */
const orders: Readonly<Record<string, (n: number, count: number) => number>> = {
  rising: (n) => n,
  falling: (n, count) => count - n,
  scattered: (n, count) => (n * 7919) % count,
};

for (const [name, at] of Object.entries(orders)) {
  test(`10,000 ${name} keys are walked in order, both ways, and can all be deleted again`, () => {
    const map = new SortedMap<number>();
    const model = new Map<string, number>();
    const count = 10_000;
    for (let n = 0; n < count; n += 1) {
      map.set(keyOf(at(n, count)), n);
      model.set(keyOf(at(n, count)), n);
    }
    assertSame(map, model);
    assertSame(map, model, keyOf(4000), keyOf(4100));
    for (let n = 0; n < count; n += 1) {
      if (n % 10 === 0) continue;
      assert.ok(map.delete(keyOf(at(n, count))));
      model.delete(keyOf(at(n, count)));
    }
    assertSame(map, model);
    for (const key of [...model.keys()]) assert.ok(map.delete(key));
    assertSame(map, new Map());
    map.set('a', 1);
    assertSame(map, new Map([['a', 1]]));
  });
}

test('whatever is set and deleted, any range is that of a plain map', () => {
  const key = fc.nat(600).map(keyOf);
  const run = fc.record({ from: fc.nat(600), length: fc.nat(200), remove: fc.boolean() });
  fc.assert(
    fc.property(fc.array(run, { maxLength: 12 }), key, key, (runs, low, high) => {
      const map = new SortedMap<number>();
      const model = new Map<string, number>();
      for (const { from, length, remove } of runs) {
        for (let n = from; n < from + length; n += 1) {
          if (remove) assert.equal(map.delete(keyOf(n)), model.delete(keyOf(n)));
          else map.set(keyOf(n), from);
          if (!remove) model.set(keyOf(n), from);
        }
      }
      assertSame(map, model);
      assertSame(map, model, low, high);
    }),
    { numRuns: runs() },
  );
});
