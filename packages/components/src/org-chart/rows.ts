import { at, childCount, none, type Hierarchy } from './hierarchy.ts';

/** The units that can be seen, in reading order, and the row of each (`none` for one inside a closed unit). */
export interface Rows {
  readonly units: Int32Array;
  readonly rowOf: Int32Array;
}

/** Reads the tree in order, entering open units only. `open[u]` is 1 for an open unit. */
export function visibleRows(hierarchy: Hierarchy, open: Uint8Array): Rows {
  const { childStart, children, size } = hierarchy;
  const count = hierarchy.units.length;
  const units = new Int32Array(size);
  const rowOf = new Int32Array(count).fill(none);
  const stack = new Int32Array(size + 1);
  let height = 0;
  let rows = 0;
  const push = (under: number): void => {
    for (let i = at(childStart, under + 1) - 1; i >= at(childStart, under); i--) stack[height++] = at(children, i);
  };
  push(count);
  while (height > 0) {
    const unit = at(stack, --height);
    rowOf[unit] = rows;
    units[rows++] = unit;
    if (open[unit]) push(unit);
  }
  return { units: units.subarray(0, rows), rowOf };
}

/** Opens every unit with units under it, down to so many levels; one level shows the top alone. */
export function openLevels(hierarchy: Hierarchy, levels: number): Uint8Array {
  const open = new Uint8Array(hierarchy.units.length);
  for (let unit = 0; unit < open.length; unit++) {
    const depth = at(hierarchy.depth, unit);
    if (depth !== none && depth < levels - 1 && childCount(hierarchy, unit) > 0) open[unit] = 1;
  }
  return open;
}

/** The number of whole levels that stay within so many units; at least one. */
export function levelsWithin(hierarchy: Hierarchy, most: number): number {
  const perLevel: number[] = [];
  for (const depth of hierarchy.depth) if (depth !== none) perLevel[depth] = (perLevel[depth] ?? 0) + 1;
  let total = 0;
  const over = perLevel.findIndex((count) => (total += count) > most);
  return over === -1 ? perLevel.length : Math.max(1, over);
}

/** Opens what stands above a unit, so that it can be seen; the same array when all is open already. */
export function openPath(hierarchy: Hierarchy, open: Uint8Array, unit: number): Uint8Array {
  let opened = open;
  for (let above = at(hierarchy.parent, unit); above !== none; above = at(hierarchy.parent, above)) {
    if (opened[above]) continue;
    if (opened === open) opened = open.slice();
    opened[above] = 1;
  }
  return opened;
}

/** The nearest unit at or above this one that can be seen. */
export function nearestVisible(hierarchy: Hierarchy, rows: Rows, unit: number): number {
  let at_ = unit;
  while (at_ !== none && rows.rowOf[at_] === none) at_ = at(hierarchy.parent, at_);
  return at_;
}
