import assert from 'node:assert/strict';
import { caseCounts, type CaseEvent, type View } from '@keting/domain';
import { recorded } from '@keting/domain/testing';
import { grid } from './small-case.ts';

/** A row of a counter, with its sums. */
export type Row = Readonly<Record<string, string | number | boolean>>;
/** A counter's rows over some histories, without those that came to nothing. */
export function rowsOf(view: View, histories: readonly (readonly CaseEvent[])[]): readonly Row[] {
  assert.ok(view.kind === 'counter');
  const rows = new Map<string, { readonly row: Row; readonly sums: Record<string, number> }>();
  histories.forEach((past) => {
    past.forEach((event, i) => {
      for (const { row, add } of view.deltas(recorded(event, { stream: 'case/c1', version: i + 1, at: 0 }))) {
        const key = JSON.stringify(row);
        const known = rows.get(key) ?? { row, sums: {} };
        for (const [column, by] of Object.entries(add)) known.sums[column] = (known.sums[column] ?? 0) + by;
        rows.set(key, known);
      }
    });
  });
  return [...rows.values()].map(({ row, sums }) => ({ ...row, ...sums })).filter((row) => lives(view, row));
}
const lives = ({ name }: View, row: Row): boolean =>
  (name === 'case-settled' ? ['settled'] : Object.keys(row)).some(
    (column) => typeof row[column] === 'number' && row[column] !== 0,
  );

/** What the counters of one case come to over its history, without those that came to nothing. */
export function countsOver(past: readonly CaseEvent[]): Readonly<Record<string, number>> {
  const totals: Record<string, number> = {};
  past.forEach((event, i) => {
    assert.ok(caseCounts.kind === 'counter');
    for (const { row, add } of caseCounts.deltas(recorded(event, { stream: 'case/c1', version: i + 1, at: 0 }))) {
      assert.deepEqual(row, { grid, class: 'dispute', day: '2026-03-02' });
      for (const [column, by] of Object.entries(add)) totals[column] = (totals[column] ?? 0) + by;
    }
  });
  return Object.fromEntries(Object.entries(totals).filter(([, count]) => count !== 0));
}
