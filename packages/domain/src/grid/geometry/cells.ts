import { read, type LatticeRing } from './lattice.ts';

/**
 * A sheet of equal square cells over a region of the lattice, numbered row by row from the south-west. A cell holds its
 * western and southern sides. The side of a cell is a power of two, so finding a point's cell is exact.
 */
export interface Sheet {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  /** Length of a cell's side in lattice units. */
  readonly side: number;
  readonly columns: number;
  readonly rows: number;
}

/** A sheet of about `wanted` cells over all the rings; of one cell when there is no ring. */
export function sheetOver(rings: Iterable<LatticeRing>, wanted: number): Sheet {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      minX = Math.min(minX, read(ring, i));
      maxX = Math.max(maxX, read(ring, i));
      minY = Math.min(minY, read(ring, i + 1));
      maxY = Math.max(maxY, read(ring, i + 1));
    }
  }
  if (minX > maxX) return { minX: 0, minY: 0, maxX: -1, maxY: -1, side: 1, columns: 1, rows: 1 };
  const [width, height] = [maxX - minX, maxY - minY];
  const ideal = Math.max(Math.sqrt((width * height) / wanted), Math.max(width, height) / wanted, 1);
  const side = 2 ** Math.round(Math.log2(ideal));
  const columns = Math.floor(width / side) + 1;
  const rows = Math.floor(height / side) + 1;
  return { minX, minY, maxX, maxY, side, columns, rows };
}

const within = (index: number, count: number): number => Math.max(0, Math.min(count - 1, Math.floor(index)));

/** The column of x, held to the sheet. */
export const columnOf = (sheet: Sheet, x: number): number => within((x - sheet.minX) / sheet.side, sheet.columns);

/** The row of y, held to the sheet. */
export const rowOf = (sheet: Sheet, y: number): number => within((y - sheet.minY) / sheet.side, sheet.rows);

/**
 * Visits every cell that the edge from (x1, y1) to (x2, y2) touches, and perhaps one beside: a little too many, so that
 * rounding never leaves out one.
 */
export function cellsAlong(
  sheet: Sheet,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  visit: (cell: number) => void,
): void {
  if (y1 > y2) {
    cellsAlong(sheet, x2, y2, x1, y1, visit);
    return;
  }
  const lastRow = rowOf(sheet, y2);
  const slope = y1 === y2 ? 0 : (x2 - x1) / (y2 - y1);
  for (let row = rowOf(sheet, y1); row <= lastRow; row++) {
    const south = Math.max(y1, sheet.minY + row * sheet.side);
    const north = Math.min(y2, sheet.minY + (row + 1) * sheet.side);
    const xSouth = x1 + (south - y1) * slope;
    const xNorth = y1 === y2 ? x2 : x1 + (north - y1) * slope;
    const last = columnOf(sheet, Math.max(xSouth, xNorth) + 1);
    for (let column = columnOf(sheet, Math.min(xSouth, xNorth) - 1); column <= last; column++) {
      visit(row * sheet.columns + column);
    }
  }
}
