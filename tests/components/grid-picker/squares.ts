import type { GridPickerGrid, LngLat } from '../../../packages/components/src/grid-picker/grid.ts';

/** Side of a square in degrees. */
export const SIDE = 0.01;
export const SOUTH_WEST: LngLat = [121.3, 28.5];

const tidy = (value: number): number => Math.round(value * 1e7) / 1e7;

/** The closed ring of the square at a column and row, counted from the south-west. */
export function squareAt(column: number, row: number): LngLat[] {
  const [west, south] = [SOUTH_WEST[0] + column * SIDE, SOUTH_WEST[1] + row * SIDE];
  const [east, north] = [west + SIDE, south + SIDE];
  const ring: LngLat[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return ring.map(([x, y]): LngLat => [tidy(x), tidy(y)]);
}

/** The middle of a square. */
export const middleOf = (column: number, row: number): LngLat => [
  tidy(SOUTH_WEST[0] + (column + 0.5) * SIDE),
  tidy(SOUTH_WEST[1] + (row + 0.5) * SIDE),
];

/** Codes tell column and row: the square of column 2, row 1 is 331004001004-001-12 where there are up to ten columns. */
export const codeAt = (column: number, row: number, columns: number): string =>
  `331004001004001${String(row * columns + column + 1).padStart(2, '0')}`;

/** A sheet of squares, in two communities: the southern half 迎宾社区, the northern 方林社区. */
export function squares(columns = 3, rows = 3): GridPickerGrid[] {
  return Array.from({ length: columns * rows }, (_square, i): GridPickerGrid => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    const south = row < rows / 2;
    return {
      code: codeAt(column, row, columns),
      name: `第 ${i + 1} 微格`,
      community: south ? '迎宾社区' : '方林社区',
      initials: south ? 'ybsq' : 'flsq',
      households: 60 + i,
      staff: '党员 1 · 群众 1',
      polygons: [[squareAt(column, row)]],
    };
  });
}
