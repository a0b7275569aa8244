import assert from 'node:assert/strict';
import type { CaseEvent, View } from '@keting/domain';
import { recorded } from '@keting/domain/testing';

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
