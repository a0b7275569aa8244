import type { View } from '@keting/domain';
import type { Cells, Touched } from './ports.ts';

const isRow = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const columnsOf = new WeakMap<View, readonly string[]>();

/** Columns by which it is told who may know of a row, and those that its view tells besides. */
function toldColumns(view: View): readonly string[] {
  const known = columnsOf.get(view);
  if (known !== undefined) return known;
  const within = view.within === undefined ? [] : [view.within.column];
  const columns = [...Object.values(view.about), ...within, ...(view.tells ?? [])];
  columnsOf.set(view, columns);
  return columns;
}

/** Of a row what followers are told; undefined where there is no row. */
export function cellsOf(view: View, row: unknown): Cells | undefined {
  if (!isRow(row)) return undefined;
  const cells: Record<string, string | number | boolean> = {};
  for (const column of toldColumns(view)) {
    const value = row[column];
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') cells[column] = value;
  }
  return cells;
}

/** A row that was written, as followers are told of it. */
export function told(view: View, key: string, before: Cells | undefined, row: unknown): Touched {
  const after = cellsOf(view, row);
  return {
    view: view.name,
    key,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}
