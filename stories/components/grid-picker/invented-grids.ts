import type { GridPickerGrid, LngLat } from '../../../packages/components/src/grid-picker/grid.ts';

/** Columns and rows of the invented town, and the size of a cell in degrees. */
const COLUMNS = 10;
const ROWS = 6;
const WIDTH = 0.004;
const HEIGHT = 0.0036;
const SOUTH_WEST: LngLat = [121.365, 28.56];

/** Invented; any likeness to a real community is by chance. */
const communities = [
  ['青竹社区', 'qzsq'],
  ['听潮社区', 'tcsq'],
  ['南塘社区', 'ntsq'],
  ['长埭村', 'cdc'],
] as const;

/** mulberry32: the same town in every run. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Rounded to the lattice on which places are compared, so that neighbours meet exactly. */
const snapped = (longitude: number, latitude: number): LngLat => [
  Math.round(longitude * 1e7) / 1e7,
  Math.round(latitude * 1e7) / 1e7,
];

/** An invented town of sixty micro-grids in four communities: crooked cells that meet without gap or overlap. */
export function inventedGrids(seed = 5): GridPickerGrid[] {
  const random = randomFrom(seed);
  const off = (): number => (random() - 0.5) * 0.55;
  const corners = Array.from({ length: ROWS + 1 }, () =>
    Array.from({ length: COLUMNS + 1 }, () => [off(), off()] as const),
  );
  const corner = (i: number, j: number): LngLat => {
    const [dx, dy] = corners[j]?.[i] ?? [0, 0];
    return snapped(SOUTH_WEST[0] + (i + dx + j * 0.15) * WIDTH, SOUTH_WEST[1] + (j + dy) * HEIGHT);
  };
  const counts = new Map<number, number>();
  return Array.from({ length: COLUMNS * ROWS }, (_cell, cell) => {
    const [i, j] = [cell % COLUMNS, Math.floor(cell / COLUMNS)];
    const place = (i >= COLUMNS / 2 ? 1 : 0) + (j >= ROWS / 2 ? 2 : 0);
    const number = (counts.get(place) ?? 0) + 1;
    counts.set(place, number);
    const [community, initials] = communities[place] ?? communities[0];
    const ring = [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1), corner(i, j)];
    return {
      code: `331004999${String(place + 1).padStart(3, '0')}001${String(number).padStart(2, '0')}`,
      name: `第 ${number} 微格`,
      community,
      initials,
      households: 40 + Math.floor(random() * 45),
      staff: random() < 0.85 ? '党员 1 · 群众 1' : '党员 1',
      polygons: [[ring]],
    };
  });
}

/** Open cases by grid, a few busy grids and many quiet ones. */
export function inventedCases(grids: readonly GridPickerGrid[], seed = 11): Record<string, number> {
  const random = randomFrom(seed);
  return Object.fromEntries(grids.map(({ code }) => [code, Math.floor(random() ** 3 * 14)]));
}
