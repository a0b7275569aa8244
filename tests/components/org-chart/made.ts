import { indexUnits, type Hierarchy } from '../../../packages/components/src/org-chart/hierarchy.ts';
import type { Metrics } from '../../../packages/components/src/org-chart/layout.ts';
import type { OrgChartUnit } from '../../../packages/components/src/org-chart/unit.ts';

/** A small tree: `a` over `b` (over `d` and `e`) and `c`. */
export const small: readonly OrgChartUnit[] = [
  { id: 'a', name: 'Street' },
  { id: 'b', parent: 'a', name: 'Community B' },
  { id: 'c', parent: 'a', name: 'Community C' },
  { id: 'd', parent: 'b', name: 'Grid D' },
  { id: 'e', parent: 'b', name: 'Grid E' },
];

export const metrics: Metrics = {
  boxWidth: 100,
  boxHeight: 50,
  levelGap: 40,
  siblingGap: 20,
  rowGap: 10,
  indent: 16,
};

export function hierarchyOf(units: readonly OrgChartUnit[] = small): Hierarchy {
  return indexUnits(units);
}

/** Every unit with units under it open. */
export function allOpen({ units }: Hierarchy): Uint8Array {
  return new Uint8Array(units.length).fill(1);
}

/** The index of a unit by its id. */
export function unit(hierarchy: Hierarchy, id: string): number {
  return hierarchy.indexOf.get(id) ?? -1;
}

/** Units as ids, for reading. */
export function ids(hierarchy: Hierarchy, units: Iterable<number>): string {
  return [...units].map((index) => hierarchy.units[index]?.id ?? '?').join(' ');
}

/** A tree from a list of numbers: the superior of unit `n + 1` is unit `choices[n] % (n + 1)`. */
export function treeOf(choices: readonly number[]): OrgChartUnit[] {
  return [
    { id: 'u0', name: 'Unit 0' },
    ...choices.map((choice, n) => ({ id: `u${n + 1}`, parent: `u${choice % (n + 1)}`, name: `Unit ${n + 1}` })),
  ];
}
