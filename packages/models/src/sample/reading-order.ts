import type { Point } from './plane.ts';

/**
 * The order in which places are numbered: from west to east, and row by row from north to south (the practice of Beijing's standard for
 * grids). Returns positions in the list, as many rows as make the rows about as long as they are many.
 */
export function readingOrder(places: readonly Point[]): number[] {
  const southward = places
    .map((place, index) => ({ place, index }))
    .sort((one, other) => other.place[1] - one.place[1]);
  const rows = Math.max(1, Math.round(Math.sqrt(places.length)));
  const perRow = Math.ceil(places.length / rows);
  const ordered: number[] = [];
  for (let start = 0; start < southward.length; start += perRow) {
    const row = southward.slice(start, start + perRow).sort((one, other) => one.place[0] - other.place[0]);
    ordered.push(...row.map(({ index }) => index));
  }
  return ordered;
}
