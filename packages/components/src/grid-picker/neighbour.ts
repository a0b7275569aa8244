import { read, type MapModel } from './map-model.ts';

/** Ways to go from one grid to the next on the map. */
export type Direction = 'up' | 'down' | 'left' | 'right';

const ways: Readonly<Record<Direction, readonly [x: number, y: number]>> = {
  up: [0, -1],
  down: [0, 1],
  left: [-1, 0],
  right: [1, 0],
};

/** Sideways distance counts this much more than distance ahead: the next grid is the one straight ahead, if there is one. */
const SIDEWAYS = 2;

/**
 * The nearest grid in a direction: among the grids whose middle lies in the quarter ahead, the one with the least way to go.
 * The grid itself when there is none.
 */
export function neighbour({ count, centres }: MapModel, grid: number, direction: Direction): number {
  const [wayX, wayY] = ways[direction];
  const [x, y] = [read(centres, grid * 2), read(centres, grid * 2 + 1)];
  let best = grid;
  let least = Infinity;
  for (let other = 0; other < count; other++) {
    const [dx, dy] = [read(centres, other * 2) - x, read(centres, other * 2 + 1) - y];
    const ahead = dx * wayX + dy * wayY;
    const aside = Math.abs(dx * wayY) + Math.abs(dy * wayX);
    if (ahead <= 0 || aside > ahead) continue;
    const way = ahead + SIDEWAYS * aside;
    if (way < least) [best, least] = [other, way];
  }
  return best;
}

/** The grid whose middle is nearest to a point of the map; -1 when there are no grids. */
export function nearest({ count, centres }: MapModel, [x, y]: readonly [number, number]): number {
  let best = -1;
  let least = Infinity;
  for (let grid = 0; grid < count; grid++) {
    const [dx, dy] = [read(centres, grid * 2) - x, read(centres, grid * 2 + 1) - y];
    const apart = dx * dx + dy * dy;
    if (apart < least) [best, least] = [grid, apart];
  }
  return best;
}
