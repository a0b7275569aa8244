/** Where the keyboard is in the grid: row -1 is the head. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** How many rows a page has. */
  readonly page: number;
  /** The first row that can be reached: -1 where the head is shown. */
  readonly first: -1 | 0;
}

/**
 * Where the keyboard is once rows or columns have changed: with its row, wherever that went; on what took its place, where
 * it is gone; at the last one, at the end. Without an id it keeps to the number of its row, and on the head it stays.
 */
export function kept(
  { row, column }: Cell,
  id: string | undefined,
  rows: readonly { readonly id: string }[],
  { columns, first }: Pick<GridSize, 'columns' | 'first'>,
): Cell {
  const same = id === undefined || rows[row]?.id === id;
  const found = same ? row : rows.findIndex((one) => one.id === id);
  const stays = Math.max(0, Math.min(found === -1 ? row : found, rows.length - 1));
  return { row: row === -1 ? first : stays, column: Math.min(column, columns - 1) };
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>;

/** Where a key leads, after the ARIA grid pattern; undefined for keys that are not its own. */
export function moved({ row, column }: Cell, { key, ctrlKey, metaKey }: Press, size: GridSize): Cell | undefined {
  const far = ctrlKey || metaKey;
  const rowAt = (to: number) => Math.min(size.rows - 1, Math.max(size.first, to));
  const columnAt = (to: number) => Math.min(size.columns - 1, Math.max(0, to));
  switch (key) {
    case 'ArrowDown':
      return { row: rowAt(row + 1), column };
    case 'ArrowUp':
      return { row: rowAt(row - 1), column };
    case 'ArrowRight':
      return { row, column: columnAt(column + 1) };
    case 'ArrowLeft':
      return { row, column: columnAt(column - 1) };
    case 'PageDown':
      return { row: rowAt(row + size.page), column };
    case 'PageUp':
      return { row: Math.max(Math.min(row, 0), rowAt(row - size.page)), column };
    case 'Home':
      return { row: far ? rowAt(0) : row, column: 0 };
    case 'End':
      return { row: far ? rowAt(size.rows - 1) : row, column: size.columns - 1 };
    default:
      return undefined;
  }
}
