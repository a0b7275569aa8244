import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Finder } from '../../../packages/components/src/org-chart/finder.ts';
import { makeChart } from '../../../packages/components/src/org-chart/chart.ts';
import { findUnits, nextMatch, personFound, readingOrder } from '../../../packages/components/src/org-chart/search.ts';
import { hierarchyOf, ids, metrics, small } from './made.ts';

const tree = hierarchyOf([
  ...small,
  { id: 'p', parent: 'c', name: '迎宾社区大党委', kindLabel: '社区大党委', people: [{ post: '书记', name: '林某某' }] },
]);
const search = (text: string): string => ids(tree, findUnits(tree, readingOrder(tree), text));

test('units are found by name, kind, person and post, in any case', () => {
  assert.equal(search('grid'), 'd e');
  assert.equal(search('大党委'), 'p');
  assert.equal(search('林某某'), 'p');
  assert.equal(search('书记'), 'p');
});

test('every word must be found; blanks find nothing', () => {
  assert.equal(search('community b'), 'b');
  assert.equal(search('迎宾 林某某'), 'p');
  assert.equal(search('迎宾 张某某'), '');
  assert.equal(search('  '), '');
});

test('who a unit was found by is the person who holds the words that its name does not', () => {
  const [lin, wang] = [
    { post: '书记', name: '林某某' },
    { post: '委员', name: '王某某' },
  ];
  const office = { id: 'o', name: '街道办事处', people: [lin, wang] };
  assert.equal(personFound(office, ['王']), wang);
  assert.equal(personFound(office, ['街道', '委员']), wang);
  assert.equal(personFound(office, ['街道']), undefined);
});

test('matches come in reading order, those in closed units too', () => {
  assert.equal(ids(tree, readingOrder(tree)), 'a b d e c p');
});

test('next and previous go round', () => {
  assert.deepEqual([nextMatch([4, 7, 9], 9, 1), nextMatch([4, 7, 9], 4, -1), nextMatch([], 4, 1)], [4, 9, -1]);
  assert.deepEqual([nextMatch([4, 7, 9], -1, 1), nextMatch([4, 7, 9], -1, -1)], [4, 9]);
});

test('the finder tells the place of the present match', () => {
  const finder = new Finder();
  const chart = makeChart(small, metrics);
  finder.find(chart, 'grid');
  assert.deepEqual([finder.place, finder.matches.length], [1, 2]);
  finder.step(1);
  assert.equal(finder.place, 2);
  finder.step(1);
  assert.equal(finder.place, 1);
  finder.find(chart, '');
  assert.deepEqual([finder.place, finder.present], [0, -1]);
});
