import { intList } from './int-list.ts';
import { cellsAlong, columnOf, sheetOver, type Sheet } from './cells.ts';
import { bump, read, type LatticeRing } from './lattice.ts';
import { isInStrip, startsOf, stripsOf, type Strips } from './strips.ts';

/** Answers by shape number which shapes hold a lattice point (halves are fine, too). Numbers rise with the order given. */
export interface LatticeIndex {
  /** The lowest shape that holds the point, or -1. */
  first(x: number, y: number): number;
  /** All shapes that hold the point, lowest first. */
  every(x: number, y: number): number[];
}

/**
 * Cells for each shape. More make more cells lie wholly inside one shape and so answer at once; fewer take less room.
 * Tried with 2,919 and 30,000 shapes of 12 and 61 vertices: from 16 on the gain is small.
 */
const CELLS_PER_SHAPE = 32;

/** How many entries to make room for: boundary and covered cells of a usual shape. */
const ENTRIES_PER_SHAPE = 64;

/** Entries of the cells, in the order found: a strip to be asked, or `~shape` for a shape that covers the whole cell. */
interface Entries {
  readonly cells: Int32Array;
  readonly values: Int32Array;
}

function markBoundary(rings: readonly LatticeRing[], sheet: Sheet, visit: (cell: number) => void): void {
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      cellsAlong(sheet, read(ring, i), read(ring, i + 1), read(ring, i + 2), read(ring, i + 3), visit);
    }
  }
}

/** Between two cells that its boundary touches, a shape covers all cells of a row or none: one question for each run. */
function coverRow(
  strips: Strips,
  sheet: Sheet,
  shape: number,
  row: number,
  columns: readonly [number, number],
  isBoundary: (cell: number) => boolean,
  cover: (cell: number) => void,
): void {
  const y = sheet.minY + row * sheet.side;
  let inside: boolean | undefined;
  for (let column = columns[0]; column <= columns[1]; column++) {
    const cell = row * sheet.columns + column;
    if (isBoundary(cell)) {
      inside = undefined;
      continue;
    }
    inside ??= isInStrip(strips, read(strips.base, shape) + row, sheet.minX + column * sheet.side, y);
    if (inside) cover(cell);
  }
}

function columnsOf(rings: readonly LatticeRing[], sheet: Sheet): [number, number] {
  let first = sheet.columns;
  let last = -1;
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const column = columnOf(sheet, read(ring, i));
      first = Math.min(first, column);
      last = Math.max(last, column);
    }
  }
  return [first, last];
}

function entriesOf(shapes: readonly (readonly LatticeRing[])[], sheet: Sheet, strips: Strips): Entries {
  const expected = shapes.length * ENTRIES_PER_SHAPE;
  const [cells, values] = [intList(expected), intList(expected)];
  const marked = new Int32Array(sheet.columns * sheet.rows).fill(-1);
  shapes.forEach((rings, shape) => {
    const base = read(strips.base, shape);
    const [first, last] = [read(strips.firstRow, shape), read(strips.lastRow, shape)];
    markBoundary(rings, sheet, (cell) => {
      const row = Math.floor(cell / sheet.columns);
      if (marked[cell] === shape || row < first || row > last) return;
      marked[cell] = shape;
      cells.push(cell);
      values.push(base + row);
    });
    const columns = columnsOf(rings, sheet);
    for (let row = first; row <= last; row++) {
      const isBoundary = (cell: number): boolean => marked[cell] === shape;
      coverRow(strips, sheet, shape, row, columns, isBoundary, (cell) => {
        cells.push(cell);
        values.push(~shape);
      });
    }
  });
  return { cells: cells.values(), values: values.values() };
}

interface Table {
  /** Entries of a cell are `start[cell]` to before `start[cell + 1]`. */
  readonly start: Int32Array;
  readonly values: Int32Array;
  /** A cell's answer where it has a single one: the shape that covers it, or -1; otherwise -2. */
  readonly answers: Int32Array;
}

/** Sorts the entries by cell; within a cell the order of shapes stays. */
function tableOf({ cells, values }: Entries, cellCount: number): Table {
  const counts = new Int32Array(cellCount);
  for (const cell of cells) bump(counts, cell);
  const start = startsOf(counts);
  const next = start.slice();
  const sorted = new Int32Array(values.length);
  values.forEach((value, i) => {
    sorted[bump(next, read(cells, i))] = value;
  });
  const answers = counts.map((count, cell) => {
    const value = read(sorted, read(start, cell));
    if (count === 0) return -1;
    return value < 0 ? ~value : -2;
  });
  return { start, values: sorted, answers };
}

/** Builds the index over shapes, each the rings it is made of. */
export function latticeIndex(shapes: readonly (readonly LatticeRing[])[]): LatticeIndex {
  const sheet = sheetOver(shapes.flat(), Math.max(1, shapes.length * CELLS_PER_SHAPE));
  const strips = stripsOf(shapes, sheet);
  const { start, values, answers } = tableOf(entriesOf(shapes, sheet, strips), sheet.columns * sheet.rows);
  const { minX, minY, maxX, maxY, columns } = sheet;
  const scale = 1 / sheet.side;

  /** The cell of a point, or -1 outside; `!(a <= b)` because nothing compares with what is not a number. */
  const cellOf = (x: number, y: number): number => {
    if (!(x >= minX && x <= maxX && y >= minY && y <= maxY)) return -1;
    return Math.floor((y - minY) * scale) * columns + Math.floor((x - minX) * scale);
  };
  const holds = (entry: number, x: number, y: number): boolean => entry < 0 || isInStrip(strips, entry, x, y);
  const shapeOf = (entry: number): number => (entry < 0 ? ~entry : read(strips.shapeOf, entry));

  return {
    first(x, y) {
      const cell = cellOf(x, y);
      if (cell < 0) return -1;
      const answer = read(answers, cell);
      if (answer >= -1) return answer;
      const end = read(start, cell + 1);
      for (let at = read(start, cell); at < end; at++) {
        const entry = read(values, at);
        if (holds(entry, x, y)) return shapeOf(entry);
      }
      return -1;
    },
    every(x, y) {
      const cell = cellOf(x, y);
      if (cell < 0) return [];
      const entries = [...values.subarray(read(start, cell), read(start, cell + 1))];
      return entries.filter((entry) => holds(entry, x, y)).map(shapeOf);
    },
  };
}
