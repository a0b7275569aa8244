import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  childAt,
  childCount,
  isSound,
  pathTo,
  placeOf,
  siblingsUnder,
} from '../../../packages/components/src/org-chart/hierarchy.ts';
import { hierarchyOf, ids, small, treeOf, unit } from './made.ts';
import { runs } from '../../support/runs.ts';

test('[ORG-01] children stand in the order of the list', () => {
  const tree = hierarchyOf();
  const a = unit(tree, 'a');
  assert.equal(
    ids(
      tree,
      [0, 1].map((place) => childAt(tree, a, place)),
    ),
    'b c',
  );
  assert.equal(placeOf(tree, unit(tree, 'c')), 1);
  assert.equal(childCount(tree, siblingsUnder(tree, a)), 1);
  assert.equal(ids(tree, pathTo(tree, unit(tree, 'e'))), 'a b e');
});

test('[ORG-01] a list may name a superior before or after those under it', () => {
  const tree = hierarchyOf([...small].reverse());
  assert.equal(tree.size, 5);
  assert.equal(tree.depth[unit(tree, 'e')], 2);
  assert.ok(isSound(tree.faults));
});

test('[ORG-01] an orphan is named and stands at the top', () => {
  const tree = hierarchyOf([...small, { id: 'x', parent: 'gone', name: 'X' }]);
  assert.deepEqual(tree.faults.orphans, ['x']);
  assert.equal(tree.depth[unit(tree, 'x')], 0);
  assert.equal(tree.size, 6);
});

test('[ORG-01] the units of a circle are named; they and what hangs on them are left out, the rest stays', () => {
  const tree = hierarchyOf([
    ...small,
    { id: 'x', parent: 'z', name: 'X' },
    { id: 'y', parent: 'x', name: 'Y' },
    { id: 'z', parent: 'y', name: 'Z' },
    { id: 'below', parent: 'y', name: 'Below' },
  ]);
  assert.deepEqual(tree.faults.cycles, ['x', 'y', 'z']);
  assert.equal(tree.size, 5);
  assert.equal(tree.depth[unit(tree, 'below')], -1);
});

test('[ORG-01] a unit that is its own superior is a circle of one', () => {
  assert.deepEqual(hierarchyOf([{ id: 'x', parent: 'x', name: 'X' }]).faults.cycles, ['x']);
});

test('[ORG-01] of units with one id the first is drawn and the id is named', () => {
  const tree = hierarchyOf([...small, { id: 'd', parent: 'c', name: 'Another D' }]);
  assert.deepEqual(tree.faults.duplicates, ['d']);
  assert.equal(tree.units[unit(tree, 'd')]?.name, 'Grid D');
  assert.equal(tree.size, 5);
});

test('[ORG-03] a pair stands side by side, the party body left, whichever side states it and wherever it hangs', () => {
  for (const council of [
    { id: 'k', parent: 'b', name: 'Council', pairedWith: 'p' },
    { id: 'k', parent: 'p', name: 'Council', pairedWith: 'p' },
  ]) {
    const tree = hierarchyOf([...small, council, { id: 'p', parent: 'b', name: 'Branch', party: true }]);
    const b = unit(tree, 'b');
    const children = [0, 1, 2, 3].map((place) => childAt(tree, b, place));
    assert.equal(ids(tree, children), 'd e p k');
    assert.equal(tree.right[unit(tree, 'k')], 1);
    assert.equal(tree.partner[unit(tree, 'p')], unit(tree, 'k'));
    assert.ok(isSound(tree.faults));
  }
});

test('[ORG-03] a council that hangs over its party body stands beside it too', () => {
  const tree = hierarchyOf([
    { id: 'k', name: 'Council' },
    { id: 'p', parent: 'k', name: 'Branch', party: true, pairedWith: 'k' },
  ]);
  assert.equal(tree.size, 2);
  assert.deepEqual([...tree.depth], [0, 0]);
});

test('[ORG-03] a council under another superior is drawn beside its party body all the same', () => {
  const tree = hierarchyOf([
    ...small,
    { id: 'p', parent: 'b', name: 'Branch', party: true },
    { id: 'k', parent: 'c', name: 'Council', pairedWith: 'p' },
  ]);
  assert.equal(tree.parent[unit(tree, 'k')], unit(tree, 'b'));
  assert.ok(isSound(tree.faults));
});

test('[ORG-03] a pair with a missing unit, a third, or a council far above is named and drawn apart', () => {
  const tree = hierarchyOf([
    { ...small[0]!, pairedWith: 'deep' },
    ...small.slice(1),
    { id: 'deep', parent: 'd', name: 'Deep', party: true },
    { id: 'lost', parent: 'c', name: 'Lost', pairedWith: 'gone' },
    { id: 'self', parent: 'c', name: 'Self', pairedWith: 'self' },
    { id: 'one', parent: 'c', name: 'One', pairedWith: 'two' },
    { id: 'two', parent: 'c', name: 'Two' },
    { id: 'three', parent: 'c', name: 'Three', pairedWith: 'two' },
  ]);
  assert.deepEqual(tree.faults.pairs, ['a', 'lost', 'self', 'three']);
  assert.equal(tree.partner[unit(tree, 'deep')], -1);
  assert.equal(tree.size, 11);
});

test('[ORG-01] whatever the list, every unit is drawn or named at fault with what hangs on it', () => {
  const lists = fc.array(
    fc.record({ id: fc.integer({ min: 0, max: 12 }), parent: fc.option(fc.integer({ min: 0, max: 14 })) }),
    { maxLength: 16 },
  );
  fc.assert(
    fc.property(lists, (rows) => {
      const tree = hierarchyOf(
        rows.map(({ id, parent }) => ({
          id: `n${id}`,
          name: 'Unit',
          ...(parent === null ? {} : { parent: `n${parent}` }),
        })),
      );
      const drawn = [...tree.depth].filter((depth) => depth >= 0).length;
      assert.equal(drawn, tree.size);
      assert.equal(tree.children.length >= drawn, true);
      if (!tree.faults.cycles.length) assert.equal(drawn + tree.faults.duplicates.length, rows.length);
    }),
    { numRuns: runs() },
  );
});

test('[ORG-01] the path to a unit goes up one step at a time', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 60 }), (choices) => {
      const tree = hierarchyOf(treeOf(choices));
      tree.units.forEach((_, index) => assert.equal(pathTo(tree, index).length, (tree.depth[index] ?? 0) + 1));
    }),
    { numRuns: runs() },
  );
});
