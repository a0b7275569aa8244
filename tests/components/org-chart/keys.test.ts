import assert from 'node:assert/strict';
import { test } from 'node:test';
import { intentOf, type Intent, type Key } from '../../../packages/components/src/org-chart/keys.ts';
import { openLevels, visibleRows } from '../../../packages/components/src/org-chart/rows.ts';
import { hierarchyOf, unit } from './made.ts';

const tree = hierarchyOf();

function press(
  key: string,
  at: string | undefined,
  levels = Infinity,
  more: Partial<Key> & { typed?: string } = {},
): Intent | undefined {
  const open = openLevels(tree, levels);
  const active = at === undefined ? -1 : unit(tree, at);
  const { typed = '', ...held } = more;
  const plain = { key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...held };
  return intentOf(plain, { hierarchy: tree, open, rows: visibleRows(tree, open), active, typed });
}

const go = (id: string): Intent => ({ does: 'go', to: unit(tree, id) });

test('[ALL-05] Down and Up go through what can be seen and stop at the ends', () => {
  assert.deepEqual(press('ArrowDown', 'a'), go('b'));
  assert.deepEqual(press('ArrowDown', 'e'), go('c'));
  assert.deepEqual(press('ArrowDown', 'b', 2), go('c'));
  assert.equal(press('ArrowDown', 'c'), undefined);
  assert.deepEqual(press('ArrowUp', 'c'), go('e'));
  assert.deepEqual(press('ArrowUp', 'a'), go('a'));
});

test('[ALL-05] Right opens a closed unit, enters an open one and does nothing on a leaf', () => {
  assert.deepEqual(press('ArrowRight', 'b', 2), { does: 'open', units: [unit(tree, 'b')] });
  assert.deepEqual(press('ArrowRight', 'b'), go('d'));
  assert.equal(press('ArrowRight', 'd'), undefined);
});

test('[ALL-05] Left closes an open unit, leaves a closed one or a leaf, and does nothing at the top', () => {
  assert.deepEqual(press('ArrowLeft', 'b'), { does: 'close', unit: unit(tree, 'b') });
  assert.deepEqual(press('ArrowLeft', 'd'), go('b'));
  assert.deepEqual(press('ArrowLeft', 'b', 2), go('a'));
  assert.equal(press('ArrowLeft', 'a', 1), undefined);
});

test('[ALL-05] Home and End go to the first and last that can be seen', () => {
  assert.deepEqual(press('Home', 'e'), go('a'));
  assert.deepEqual(press('End', 'a'), go('c'));
  assert.deepEqual(press('End', 'a', 1), go('a'));
});

test('[ALL-05] the star opens every closed sibling that has units under it', () => {
  assert.deepEqual(press('*', 'c', 2), { does: 'open', units: [unit(tree, 'b')] });
  assert.deepEqual(press('*', 'c'), { does: 'open', units: [] });
});

test('[ALL-05] Enter and Space select', () => {
  const selects = { does: 'select', unit: unit(tree, 'd') };
  assert.deepEqual(press('Enter', 'd'), selects);
  assert.deepEqual(press(' ', 'd'), selects);
});

test('[ALL-05] the first key goes to the first unit', () => {
  assert.deepEqual(press('ArrowDown', undefined), go('a'));
  assert.deepEqual(press('ArrowRight', undefined), go('a'));
  assert.equal(press('Enter', undefined), undefined);
});

test('[ALL-05] letters go to the next name that begins so, the same letter steps on, more letters narrow down', () => {
  assert.deepEqual(press('g', 'a'), { does: 'type', typed: 'g', to: unit(tree, 'd') });
  assert.deepEqual(press('g', 'd'), { does: 'type', typed: 'g', to: unit(tree, 'e') });
  assert.deepEqual(press('g', 'e', Infinity, { typed: 'g' }), { does: 'type', typed: 'gg', to: unit(tree, 'd') });
  assert.deepEqual(press(' ', 'b', Infinity, { typed: 'community' }), {
    does: 'type',
    typed: 'community ',
    to: unit(tree, 'b'),
  });
  assert.deepEqual(press('c', 'b', Infinity, { typed: 'community ' }), {
    does: 'type',
    typed: 'community c',
    to: unit(tree, 'c'),
  });
  assert.deepEqual(press('z', 'b'), { does: 'type', typed: 'z', to: unit(tree, 'b') });
});

test('Shift with an arrow pans, plus and minus zoom, nought fits, a slash searches', () => {
  assert.deepEqual(press('ArrowRight', 'a', 1, { shiftKey: true }), { does: 'pan', dx: -80, dy: 0 });
  assert.deepEqual(press('ArrowUp', 'a', 1, { shiftKey: true }), { does: 'pan', dx: 0, dy: 80 });
  assert.deepEqual(press('+', 'a'), { does: 'zoom', step: 1 });
  assert.deepEqual(press('-', 'a'), { does: 'zoom', step: -1 });
  assert.deepEqual(press('0', 'a'), { does: 'fit' });
  assert.deepEqual(press('/', 'a'), { does: 'search' });
});

test('a digit typed within a name goes to the name', () => {
  assert.deepEqual(press('0', 'a', 1, { typed: 'g' }), { does: 'type', typed: 'g0', to: unit(tree, 'a') });
});

test('keys with Ctrl, Alt or Meta are left to the browser, and so are Tab and function keys', () => {
  assert.equal(press('ArrowDown', 'a', 1, { ctrlKey: true }), undefined);
  assert.equal(press('ArrowLeft', 'a', 1, { altKey: true }), undefined);
  assert.equal(press('0', 'a', 1, { metaKey: true }), undefined);
  assert.equal(press('Tab', 'a'), undefined);
  assert.equal(press('F5', 'a'), undefined);
});
