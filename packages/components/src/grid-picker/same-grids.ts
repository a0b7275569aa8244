import type { GridPickerGrid } from './grid.ts';

type Ground = GridPickerGrid['polygons'];

const sameGround = (one: Ground, other: Ground): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** Whether two lists are of the same grids on the same ground, in the same order; names and numbers may differ. */
export const sameGrids = (one: readonly GridPickerGrid[], other: readonly GridPickerGrid[]): boolean =>
  one.length === other.length &&
  one.every(({ code, community, polygons }, at) => {
    const now = other[at];
    return now?.code === code && now.community === community && sameGround(polygons, now.polygons);
  });
