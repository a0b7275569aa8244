import type { OrgChartUnit } from './unit.ts';

/** No unit: the superior of a unit at the top, the partner of an unpaired one. */
export const none = -1;

/** What is wrong with a list of units, as ids in the order of the list. */
export interface Faults {
  /** Ids that stand more than once; the first unit with the id is drawn. */
  readonly duplicates: readonly string[];
  /** Units whose superior is not in the list; they are drawn at the top. */
  readonly orphans: readonly string[];
  /** Units that are their own superior over some steps; they, and what hangs under them, are left out. */
  readonly cycles: readonly string[];
  /** Units paired with one that is missing, paired already or far above; drawn unpaired. */
  readonly pairs: readonly string[];
}

/**
 * A list of units as a forest, by index in the list and in flat arrays, so that fifty thousand units cost a few
 * megabytes. The children of unit `u` are `children[childStart[u]] ... children[childStart[u + 1] - 1]`; those at the
 * top are the children of index `units.length`.
 */
export interface Hierarchy {
  readonly units: readonly OrgChartUnit[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly parent: Int32Array;
  readonly childStart: Int32Array;
  readonly children: Int32Array;
  /** The unit that shares the box, or `none`; the two are siblings side by side. */
  readonly partner: Int32Array;
  /** 1 for the right one of a pair: the party body stands left, or else the one first in the list. */
  readonly right: Uint8Array;
  /** Steps from the top; a unit at the top has 0, one left out has -1. */
  readonly depth: Int32Array;
  /** Units drawn: those of the list without duplicates and cycles. */
  readonly size: number;
  readonly faults: Faults;
}

/** Indexes a list of units and says what is wrong with it; O(n). */
export function indexUnits(units: readonly OrgChartUnit[]): Hierarchy {
  const duplicates: string[] = [];
  const orphans: string[] = [];
  const pairs: string[] = [];
  const { indexOf, left } = indexIds(units, duplicates);
  const parent = findParents(units, indexOf, left, orphans);
  const { partner, right } = findPartners(units, indexOf, parent, left, pairs);
  const { childStart, children } = groupChildren(parent, partner, right, left);
  const { depth, size } = measureDepth(childStart, children, units.length);
  const cycles = findCycles(units, parent, depth, left);
  return {
    units,
    indexOf,
    parent,
    childStart,
    children,
    partner,
    right,
    depth,
    size,
    faults: { duplicates, orphans, cycles, pairs },
  };
}

/** True when the list has no fault. */
export function isSound(faults: Faults): boolean {
  return !faults.duplicates.length && !faults.orphans.length && !faults.cycles.length && !faults.pairs.length;
}

/** How many units stand directly under this one. */
export function childCount(hierarchy: Hierarchy, unit: number): number {
  const { childStart } = hierarchy;
  return at(childStart, unit + 1) - at(childStart, unit);
}

/** The child in this place, counted from 0. */
export function childAt(hierarchy: Hierarchy, unit: number, place: number): number {
  return at(hierarchy.children, at(hierarchy.childStart, unit) + place);
}

/** Where a unit's siblings hang: its superior, or for one at the top the index after the last. */
export function siblingsUnder(hierarchy: Hierarchy, unit: number): number {
  const parent = at(hierarchy.parent, unit);
  return parent === none ? hierarchy.units.length : parent;
}

/** The place of a unit among its siblings, from 0. */
export function placeOf(hierarchy: Hierarchy, unit: number): number {
  const under = siblingsUnder(hierarchy, unit);
  const start = at(hierarchy.childStart, under);
  return hierarchy.children.indexOf(unit, start) - start;
}

/** The unit and those above it, from the top down. */
export function pathTo(hierarchy: Hierarchy, unit: number): number[] {
  const path: number[] = [];
  for (let u = unit; u !== none; u = at(hierarchy.parent, u)) path.push(u);
  return path.reverse();
}

/**
 * Reads a flat array where the index is known to be inside. One reader for each kind of array: a shared one would read
 * several times slower, since engines compile a reader for the kinds it has met.
 */
export function at(array: Int32Array, index: number): number {
  return array[index] ?? none;
}

/** The same for places and lengths. */
export function realAt(array: Float64Array, index: number): number {
  return array[index] ?? 0;
}

function increase(array: Int32Array, index: number, by: number): void {
  array[index] = at(array, index) + by;
}

function indexIds(
  units: readonly OrgChartUnit[],
  duplicates: string[],
): { indexOf: Map<string, number>; left: Uint8Array } {
  const indexOf = new Map<string, number>();
  const left = new Uint8Array(units.length);
  units.forEach(({ id }, index) => {
    if (indexOf.has(id)) {
      duplicates.push(id);
      left[index] = 1;
    } else indexOf.set(id, index);
  });
  return { indexOf, left };
}

function findParents(
  units: readonly OrgChartUnit[],
  indexOf: ReadonlyMap<string, number>,
  left: Uint8Array,
  orphans: string[],
): Int32Array {
  const parents = new Int32Array(units.length).fill(none);
  units.forEach(({ id, parent }, index) => {
    if (parent === undefined || left[index]) return;
    const found = indexOf.get(parent);
    if (found === undefined) orphans.push(id);
    else parents[index] = found;
  });
  return parents;
}

/**
 * Pairs may be stated from either side. The council is drawn beside its party body wherever it hangs itself; only one
 * that stands over the party body, with others in between, cannot be.
 */
function findPartners(
  units: readonly OrgChartUnit[],
  indexOf: ReadonlyMap<string, number>,
  parent: Int32Array,
  left: Uint8Array,
  faulty: string[],
): { partner: Int32Array; right: Uint8Array } {
  const partner = new Int32Array(units.length).fill(none);
  const right = new Uint8Array(units.length);
  units.forEach(({ id, pairedWith }, index) => {
    if (pairedWith === undefined || left[index]) return;
    const other = indexOf.get(pairedWith) ?? none;
    if (other !== none && at(partner, index) === other) return;
    const [leads, follows] = inPairOrder(units, index, other);
    if (other === none || other === index || isTaken(partner, index, other) || isFarAbove(parent, follows, leads)) {
      faulty.push(id);
      return;
    }
    partner[index] = other;
    partner[other] = index;
    right[follows] = 1;
    if (at(parent, leads) === follows) parent[leads] = at(parent, follows);
    else parent[follows] = at(parent, leads);
  });
  return { partner, right };
}

/** The party body leads, or else the one that stands first in the list. */
function inPairOrder(units: readonly OrgChartUnit[], a: number, b: number): [number, number] {
  const [isPartyA, isPartyB] = [units[a]?.party === true, units[b]?.party === true];
  if (isPartyA !== isPartyB) return isPartyA ? [a, b] : [b, a];
  return a < b ? [a, b] : [b, a];
}

function isTaken(partner: Int32Array, a: number, b: number): boolean {
  return at(partner, a) !== none || at(partner, b) !== none;
}

/** True when `above` stands over `unit` with others in between. */
function isFarAbove(parent: Int32Array, above: number, unit: number): boolean {
  if (unit === none || at(parent, unit) === above) return false;
  let steps = 0;
  for (let u = at(parent, unit); u !== none && steps < parent.length; u = at(parent, u), steps++) {
    if (u === above) return true;
  }
  return false;
}

function groupChildren(
  parent: Int32Array,
  partner: Int32Array,
  right: Uint8Array,
  left: Uint8Array,
): { childStart: Int32Array; children: Int32Array } {
  const count = parent.length;
  const slot = (unit: number): number => (parent[unit] === none ? count : at(parent, unit));
  const childStart = new Int32Array(count + 2);
  let total = 0;
  for (let unit = 0; unit < count; unit++) {
    if (left[unit]) continue;
    total++;
    increase(childStart, slot(unit) + 1, 1);
  }
  for (let unit = 0; unit <= count; unit++) increase(childStart, unit + 1, at(childStart, unit));
  const next = childStart.slice();
  const children = new Int32Array(total);
  const place = (unit: number): void => {
    const under = slot(unit);
    children[at(next, under)] = unit;
    increase(next, under, 1);
  };
  for (let unit = 0; unit < count; unit++) {
    if (left[unit] || right[unit]) continue;
    place(unit);
    const beside = at(partner, unit);
    if (beside !== none) place(beside);
  }
  return { childStart, children };
}

/** Walks from the top down; what the walk does not reach hangs on a cycle. */
function measureDepth(
  childStart: Int32Array,
  children: Int32Array,
  count: number,
): { depth: Int32Array; size: number } {
  const depth = new Int32Array(count).fill(none);
  const queue = new Int32Array(children.length);
  let size = 0;
  const enter = (under: number, level: number): void => {
    for (let i = at(childStart, under); i < at(childStart, under + 1); i++) {
      const unit = at(children, i);
      depth[unit] = level;
      queue[size++] = unit;
    }
  };
  enter(count, 0);
  for (let done = 0; done < size; done++) {
    const unit = at(queue, done);
    enter(unit, at(depth, unit) + 1);
  }
  return { depth, size };
}

/** Of the units that no walk from the top reaches, those that stand on a circle themselves. */
function findCycles(units: readonly OrgChartUnit[], parent: Int32Array, depth: Int32Array, left: Uint8Array): string[] {
  const walk = new Int32Array(units.length);
  const onCycle = new Uint8Array(units.length);
  for (let start = 0; start < units.length; start++) {
    if (at(depth, start) !== none || left[start] || walk[start]) continue;
    let unit = start;
    while (!walk[unit]) {
      walk[unit] = start + 1;
      unit = at(parent, unit);
    }
    if (walk[unit] !== start + 1) continue;
    for (; !onCycle[unit]; unit = at(parent, unit)) onCycle[unit] = 1;
  }
  return units.filter((_, index) => onCycle[index]).map(({ id }) => id);
}
