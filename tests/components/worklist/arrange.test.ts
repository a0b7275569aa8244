import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { luqiao } from '@keting/models';
import * as fc from 'fast-check';
import { lightOf, runsByClock, workingLeft } from '../../../packages/components/src/case-parts/time-left.ts';
import { filtered, noFilter, sorted, sortKeys, type Names } from '../../../packages/components/src/worklist/arrange.ts';
import { kept, moved, type Cell } from '../../../packages/components/src/worklist/keys.ts';
import { rowsToDraw, scrollFor } from '../../../packages/components/src/worklist/window.ts';
import { manyCases, now } from './many-cases.ts';
import { runs } from '../../support/runs.ts';

const names: Names = {
  classOf: (one) => luqiao.cases.classes.find(({ id }) => id === one.class)?.label['zh-Hans'] ?? '',
  gridOf: ({ gridName }) => gridName ?? '',
  turnOf: ({ turnName }) => turnName ?? '',
};
const cases = manyCases(400);
const hour = 3_600_000;

describe('the light of a deadline', () => {
  test('[CASE-05] is late from its instant on, soon from the warning on, and never goes back', () => {
    const limited = { due: now + 2 * hour, warnAt: now + hour };
    assert.equal(lightOf(limited, now), 'none');
    assert.equal(lightOf(limited, now + hour), 'soon');
    assert.equal(lightOf(limited, now + 2 * hour), 'late');
    assert.equal(lightOf({ ...limited, light: 'soon' }, now), 'soon');
    assert.equal(lightOf({ ...limited, light: 'late' }, now), 'late');
    assert.equal(lightOf({}, now), 'none');
  });

  test('[CASE-05] what is left is working time: a weekend between does not count, a make-up day does', () => {
    const friday = Date.UTC(2026, 10, 20, 8);
    const monday = Date.UTC(2026, 10, 23, 1, 30);
    const overWeekend = workingLeft({ due: monday }, friday, luqiao) ?? 0;
    const worked = workingLeft({ due: monday }, friday, luqiao, { day: () => 'working' }) ?? 0;
    assert.ok(overWeekend < 3 * hour);
    assert.ok(worked > overWeekend + 10 * hour);
    assert.equal(workingLeft({ due: friday }, monday, luqiao), overWeekend, 'late by as much as was left');
  });

  test('[CASE-05] what is urgent runs by the clock, day and night; the rest in working time', () => {
    assert.equal(runsByClock({ grade: 'urgent', stage: 'accepted' }, luqiao), true);
    assert.equal(runsByClock({ grade: 'prompt', stage: 'accepted' }, luqiao), false);
    assert.equal(runsByClock({ grade: 'ordinary', stage: 'dispatched' }, luqiao), false);
    assert.equal(runsByClock({ grade: 'urgent', stage: 'replied' }, luqiao), false, 'a stage without a deadline');
  });
});

describe('a worklist is put in order', () => {
  test('[CASE-05] the most urgent comes first, what has no deadline last', () => {
    const rows = sorted(cases, { by: 'due', down: false }, { model: luqiao, names });
    const dues = rows.map(({ due }) => due ?? Infinity);
    assert.deepEqual(
      dues,
      [...dues].sort((a, b) => a - b),
    );
  });

  test('[CASE-05] in every order, up or down, nothing is lost and equals stay with the most urgent first', () => {
    for (const by of sortKeys) {
      const up = sorted(cases, { by, down: false }, { model: luqiao, names });
      const down = sorted(cases, { by, down: true }, { model: luqiao, names });
      const ids = (rows: typeof up) => rows.map(({ id }) => id).sort();
      assert.deepEqual(ids(up), ids(cases));
      assert.deepEqual(ids(down), ids(cases));
    }
    const byStage = sorted(cases, { by: 'stage', down: false }, { model: luqiao, names });
    assert.deepEqual(
      [...new Set(byStage.map(({ stage }) => stage))],
      ['collected', 'accepted', 'dispatched', 'handling', 'verifying'],
    );
    const first = byStage.filter(({ stage }) => stage === 'collected').map(({ due }) => due ?? Infinity);
    assert.deepEqual(
      first,
      [...first].sort((a, b) => a - b),
    );
  });
});

describe('a worklist is filtered', () => {
  const filter = (change: Partial<typeof noFilter>) =>
    filtered(cases, { ...noFilter, ...change }, { model: luqiao, names, now });

  test('[CASE-02] by a group of classes with all below it', () => {
    const below = new Set(['manhole-cover', 'street-lamp', 'road-damage', 'drainage']);
    assert.deepEqual(
      filter({ class: 'facility' }).map(({ id }) => id),
      cases.filter((one) => below.has(one.class)).map(({ id }) => id),
    );
  });

  test('[CASE-05] by stage and light together', () => {
    const found = filter({ stage: 'handling', light: 'late' });
    assert.ok(found.length > 0);
    assert.ok(found.every((one) => one.stage === 'handling' && lightOf(one, now) === 'late'));
  });

  test('[CASE-04] by words, each of which must be somewhere: number, text, class, grid, turn', () => {
    assert.deepEqual(
      filter({ text: '0042' }).map(({ id }) => id),
      ['case-42'],
    );
    const lamps = filter({ text: '街道办事处 路灯' });
    assert.ok(lamps.length > 0);
    assert.ok(
      lamps.every((one) => one.turnName === '路桥街道办事处' && `${one.words}${names.classOf(one)}`.includes('路灯')),
    );
    assert.equal(filter({ text: '没有这样的词' }).length, 0);
  });
});

describe('the rows that are drawn', () => {
  test('[ALL-05] are those on screen, a few around them and the one that the keyboard is at: never more', () => {
    fc.assert(
      fc.property(
        fc.record({
          top: fc.nat(200_000),
          height: fc.integer({ min: 100, max: 2000 }),
          count: fc.nat(5000),
          active: fc.integer({ min: -1, max: 5000 }),
        }),
        ({ top, height, count, active }) => {
          const rowHeight = 40;
          const rows = rowsToDraw({ top, height, rowHeight, count, active });
          assert.ok(rows.length <= Math.ceil(height / rowHeight) + 15);
          assert.deepEqual(
            [...new Set(rows)].sort((a, b) => a - b),
            rows,
          );
          assert.ok(rows.every((row) => row >= 0 && row < count));
          for (let row = Math.floor(top / rowHeight); row * rowHeight < top + height && row < count; row += 1) {
            assert.ok(rows.includes(row));
          }
          if (active >= 0 && active < count) assert.ok(rows.includes(active));
        },
      ),
      { numRuns: runs() },
    );
  });

  test('[ALL-05] scrolling to a row brings it wholly on screen and moves no more than it must', () => {
    const view = { top: 400, height: 400, rowHeight: 40 };
    assert.equal(scrollFor(12, view), 400);
    assert.equal(scrollFor(9, view), 360);
    assert.equal(scrollFor(20, view), 440);
  });
});

describe('the keys of the grid', () => {
  const size = { rows: 50, columns: 6, page: 10, first: -1 } as const;
  const go = (from: Cell, key: string, ctrlKey = false): Cell | undefined =>
    moved(from, { key, ctrlKey, metaKey: false }, size);

  test('[ALL-05] arrows, Home, End and pages go where the ARIA pattern says, and stop at the edges', () => {
    const at = { row: 5, column: 2 };
    assert.deepEqual(go(at, 'ArrowDown'), { row: 6, column: 2 });
    assert.deepEqual(go(at, 'ArrowUp'), { row: 4, column: 2 });
    assert.deepEqual(go(at, 'ArrowLeft'), { row: 5, column: 1 });
    assert.deepEqual(go(at, 'ArrowRight'), { row: 5, column: 3 });
    assert.deepEqual(go(at, 'Home'), { row: 5, column: 0 });
    assert.deepEqual(go(at, 'End'), { row: 5, column: 5 });
    assert.deepEqual(go(at, 'Home', true), { row: 0, column: 0 });
    assert.deepEqual(go(at, 'End', true), { row: 49, column: 5 });
    assert.deepEqual(go(at, 'PageDown'), { row: 15, column: 2 });
    assert.deepEqual(go(at, 'PageUp'), { row: 0, column: 2 });
    assert.deepEqual(go({ row: 0, column: 0 }, 'ArrowUp'), { row: -1, column: 0 });
    assert.deepEqual(go({ row: -1, column: 0 }, 'ArrowUp'), { row: -1, column: 0 });
    assert.deepEqual(go({ row: 49, column: 5 }, 'ArrowDown'), { row: 49, column: 5 });
    assert.equal(go(at, 'a'), undefined);
  });
});

describe('where the keyboard is in rows that change', () => {
  const size = { columns: 6, first: -1 } as const;
  const ids = (text: string): readonly { readonly id: string }[] => [...text].map((id) => ({ id }));
  const at = { row: 2, column: 4 };

  test('[ALL-05] is with its row, wherever that went', () => {
    assert.deepEqual(kept(at, 'c', ids('abcde'), size), at);
    assert.deepEqual(kept(at, 'c', ids('xyabcde'), size), { row: 4, column: 4 });
    assert.deepEqual(kept(at, 'c', ids('cab'), size), { row: 0, column: 4 });
  });

  test('[ALL-05] is on what took the place of a row that is gone, on the last at the end, on the first in an empty list', () => {
    assert.deepEqual(kept(at, 'c', ids('abde'), size), at);
    assert.deepEqual(kept(at, 'c', ids('ab'), size), { row: 1, column: 4 });
    assert.deepEqual(kept(at, 'c', ids(''), size), { row: 0, column: 4 });
  });

  test('[ALL-05] stays on the first rows until a person goes to one, on the head while that is shown, and in a column', () => {
    assert.deepEqual(kept({ row: 0, column: 0 }, undefined, ids('xabc'), size), { row: 0, column: 0 });
    assert.deepEqual(kept({ row: -1, column: 5 }, undefined, ids('abc'), { columns: 5, first: -1 }), {
      row: -1,
      column: 4,
    });
    assert.deepEqual(kept({ row: -1, column: 1 }, undefined, ids('abc'), { columns: 6, first: 0 }), {
      row: 0,
      column: 1,
    });
  });
});
