import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeChart } from '../../../packages/components/src/org-chart/chart.ts';
import {
  boxLine,
  describeUnit,
  lineWithin,
  sharedHead,
  widthInEm,
} from '../../../packages/components/src/org-chart/describe.ts';
import { sightOf } from '../../../packages/components/src/org-chart/detail.ts';
import { rowsInWindow, scrollToRow, windowWithin } from '../../../packages/components/src/org-chart/indent.ts';
import { cornerOf } from '../../../packages/components/src/org-chart/layout.ts';
import { orgChartTexts } from '../../../packages/components/src/org-chart/org-chart.texts.ts';
import { dottedPath } from '../../../packages/components/src/org-chart/paint.ts';
import type { OrgChartUnit } from '../../../packages/components/src/org-chart/unit.ts';
import { metrics, treeOf, unit } from './made.ts';

const units: readonly OrgChartUnit[] = [
  { id: 'street', name: '路桥街道党工委', party: true },
  {
    id: 'c',
    parent: 'street',
    name: '迎宾社区大党委',
    party: true,
    people: [
      { post: '书记', name: '林某某' },
      { post: '兼职委员', name: '王某某', partTime: true, from: 'mall' },
      { post: '兼职委员', name: '张某某', partTime: true, from: 'gone' },
    ],
  },
  {
    id: 'mall',
    parent: 'street',
    name: '中国日用品商城',
    people: [{ post: '总经理', name: '王某某' }],
    dotted: ['street'],
  },
  {
    id: 'p',
    parent: 'c',
    name: '一小区党支部',
    party: true,
    people: [{ post: '书记', name: '陈某某' }],
    facts: ['党员 38'],
  },
  { id: 'k', parent: 'c', name: '居民议事会', pairedWith: 'p', people: [{ post: '会长', name: '陈某某' }] },
];
const chart = makeChart(units, metrics, Infinity);
const at = (id: string): number => unit(chart.hierarchy, id);
const chinese = { texts: orgChartTexts['zh-Hans'], language: 'zh-Hans' } as const;
const told = (id: string): string => describeUnit(chart.hierarchy, chart.links, at(id), chinese);

test('[ORG-04] a part-time member is found from both units; an unknown own unit makes no line', () => {
  assert.deepEqual(chart.links.get(at('c')), [{ from: at('mall'), to: at('c'), person: '王某某' }]);
  assert.equal(chart.links.get(at('mall'))?.length, 2);
});

test('[ORG-04] the dotted line is told in words at both ends', () => {
  assert.match(told('c'), /兼职委员 王某某（来自 中国日用品商城）/);
  assert.match(told('mall'), /王某某 在 迎宾社区大党委 兼职/);
  assert.match(told('mall'), /兼任 路桥街道党工委 成员/);
  assert.match(told('street'), /中国日用品商城 兼任成员/);
});

test('[ORG-03] a pair with one head says so at both, and the head stands first as in the party body', () => {
  assert.deepEqual(sharedHead(chart.hierarchy, at('k')), { name: '陈某某', posts: ['书记', '会长'] });
  assert.match(told('p'), /与 居民议事会 结对；负责人同为 陈某某/);
  assert.match(told('k'), /与 一小区党支部 结对/);
  assert.equal(sharedHead(chart.hierarchy, at('c')), undefined);
});

test('the line of a box shows the head and a fact, or facts alone, or the kind; a note comes before a fact', () => {
  const row = {
    id: 'x',
    name: 'X',
    kindLabel: '微格',
    people: [{ post: '书记', name: '林某某' }],
    facts: ['微格 7', '户 61'],
  };
  assert.deepEqual(boxLine(row, undefined), { post: '书记', who: '林某某', fact: '微格 7', tone: 'neutral' });
  assert.deepEqual(boxLine(row, 'left'), { post: '', who: '微格 7', fact: '', tone: 'neutral' });
  assert.deepEqual(boxLine(row, 'right'), { post: '', who: '', fact: '微格 7', tone: 'neutral' });
  const note = { text: '缺员 2', tone: 'late' as const };
  assert.deepEqual(boxLine({ ...row, note }, undefined), { post: '书记', who: '林某某', fact: '缺员 2', tone: 'late' });
  assert.equal(boxLine({ id: 'x', name: 'X', kindLabel: '微格' }, undefined).who, '微格');
});

test('a fact gives way to a whole post and name; what needs attention does not', () => {
  const line = { post: '书记', who: '林某某', fact: '微格 7', tone: 'neutral' };
  assert.equal(lineWithin(line, 9).fact, '微格 7');
  assert.equal(lineWithin(line, 8).fact, '');
  assert.equal(lineWithin({ ...line, tone: 'late' }, 8).fact, '微格 7');
});

test('while one searches, the line shows by whom a unit was found, unless a pair shows that person between its boxes', () => {
  const head = { post: '书记', name: '林某某' };
  const member = { post: '委员', name: '王某某' };
  const row = { id: 'x', name: 'X', people: [head, member], facts: ['微格 7'] };
  assert.deepEqual(boxLine(row, undefined, member), { post: '委员', who: '王某某', fact: '', tone: 'neutral' });
  assert.equal(boxLine(row, 'left', head).who, '微格 7');
});

test('Chinese runs wider than Latin', () => {
  assert.deepEqual([widthInEm('党员 38'), widthInEm('38')], [3.5, 1.2]);
});

test('[ORG-04] a dotted line leaves and enters at the facing sides', () => {
  const [start] = dottedPath(chart.hierarchy, chart.layout, at('mall'), at('c'), 0);
  const points = dottedPath(chart.hierarchy, chart.layout, at('mall'), at('c'), 0);
  const end = points[points.length - 1];
  assert.ok(start && end && start[0] > end[0]);
  for (const [index, [x, y]] of points.entries()) {
    const next = points[index + 1];
    assert.ok(!next || next[0] === x || next[1] === y, 'every part is level or upright');
  }
});

test('[ORG-04] a dotted line under a row runs past the handles that hang there', () => {
  const tree = makeChart(treeOf([0, 0, 0, 0, 4]), metrics, Infinity);
  const [from, to] = [unit(tree.hierarchy, 'u5'), unit(tree.hierarchy, 'u1')];
  const bottom = (cornerOf(tree.hierarchy, tree.layout, to)?.y ?? 0) + metrics.boxHeight;
  for (const lane of [0, 1, 2, 3]) {
    const gap = dottedPath(tree.hierarchy, tree.layout, from, to, lane)[2]?.[1] ?? 0;
    assert.ok(gap > bottom + metrics.levelGap / 2 && gap < bottom + metrics.levelGap, `lane ${lane}`);
  }
});

test('the elements of what is on the stage stay few at any zoom, and the active unit is always among them', () => {
  const big = makeChart(treeOf(Array.from({ length: 4000 }, () => 0)), metrics, Infinity);
  const stage = { width: 1440, height: 800 };
  const last = big.hierarchy.units.length - 1;
  for (const zoom of [0.08, 0.2, 0.4, 0.6, 1, 2]) {
    const { boxes } = sightOf(big, big.layout, { x: 0, y: 0, zoom }, stage, last);
    assert.ok(boxes.length <= 230, `${boxes.length} boxes at ${zoom}`);
    assert.ok(boxes.some((shown) => shown.unit === last));
    const rows = boxes.map((shown) => big.rows.rowOf[shown.unit] ?? -1);
    assert.deepEqual(
      rows,
      [...rows].sort((a, b) => a - b),
      'in reading order',
    );
  }
});

test('of a list only the rows in the window are drawn, and the active one wherever it is', () => {
  const list = { top: 1000, height: 200, rowHeight: 20 };
  assert.deepEqual(
    rowsInWindow(1000, list, -1),
    Array.from({ length: 19 }, (_, n) => 46 + n),
  );
  assert.equal(rowsInWindow(1000, list, 3)[0], 3);
  assert.equal(rowsInWindow(1000, list, 900).slice(-1)[0], 900);
  assert.deepEqual(rowsInWindow(3, { ...list, top: 0 }, 1), [0, 1, 2]);
});

test('the window scrolls just so far that a row is whole', () => {
  const list = { top: 100, height: 200, rowHeight: 20 };
  assert.deepEqual([scrollToRow(2, list), scrollToRow(8, list), scrollToRow(30, list)], [40, 100, 420]);
});

test('a window that was scrolled past the end of a shorter list shows its last rows', () => {
  const list = { top: 1000, height: 200, rowHeight: 20 };
  assert.deepEqual(
    [windowWithin(list, 20).top, windowWithin(list, 3).top, windowWithin(list, 100).top],
    [200, 0, 1000],
  );
});
