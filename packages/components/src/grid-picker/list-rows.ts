import { communityName, type GridPickerGrid } from './grid.ts';

/** A line of the list: the heading of a community, or a grid with its place among those found. */
export type ListRow =
  | { readonly kind: 'heading'; readonly text: string; readonly count: number }
  | { readonly kind: 'grid'; readonly grid: number; readonly place: number };

/** Lines for the grids found, in groups of their communities, the groups in the order in which they are first met. */
export function listRows(grids: readonly GridPickerGrid[], found: readonly number[]): ListRow[] {
  const groups = new Map<string, number[]>();
  for (const grid of found) {
    const row = grids[grid];
    const community = row ? communityName(row) : '';
    const group = groups.get(community);
    if (group) group.push(grid);
    else groups.set(community, [grid]);
  }
  const rows: ListRow[] = [];
  let place = 0;
  for (const [text, group] of groups) {
    if (text !== '') rows.push({ kind: 'heading', text, count: group.length });
    for (const grid of group) rows.push({ kind: 'grid', grid, place: place++ });
  }
  return rows;
}

/** Lines drawn above and below what is seen, so that a scroll shows no blank before the next frame. */
const SPARE = 6;

/** Which lines to draw: from `first` to before `end`. */
export function rowWindow(
  count: number,
  rowHeight: number,
  scrollTop: number,
  height: number,
): { readonly first: number; readonly end: number } {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - SPARE);
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + SPARE);
  return { first: Math.min(first, end), end };
}

/** Where to scroll so that a line is seen, moving as little as possible; one line of context stays above. */
export function scrollToShow(row: number, rowHeight: number, scrollTop: number, height: number): number {
  const above = Math.max(0, (row - 1) * rowHeight);
  const below = (row + 1) * rowHeight - height;
  if (scrollTop > above) return above;
  return Math.max(scrollTop, below);
}
