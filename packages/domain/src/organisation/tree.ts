import type { CivilDate } from '../kernel/time.ts';
import { covers } from './period.ts';
import type { UnitRow } from './views.ts';

/** A unit as it was on a day. */
export interface UnitAsOf {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly parent?: string | undefined;
  readonly territories: readonly string[];
}

/** A unit as it was on a day, with those that stood under it, in the order in which they were given. */
export interface UnitNode extends UnitAsOf {
  readonly children: readonly UnitNode[];
}

/** The last entry that had begun by a day. */
function entryOn<Entry extends { readonly from: CivilDate }>(
  entries: readonly Entry[],
  on: CivilDate,
): Entry | undefined {
  return entries.reduce<Entry | undefined>((last, entry) => (entry.from <= on ? entry : last), undefined);
}

/** The units that stood on a day, with the name and the place they had then. */
export const unitsAsOf = (rows: readonly UnitRow[], on: CivilDate): readonly UnitAsOf[] =>
  rows
    .filter((row) => covers(row, on))
    .map(({ id, kind, name, territories, names, parents }) => ({
      id,
      kind,
      name: entryOn(names, on)?.name ?? name,
      parent: entryOn(parents, on)?.parent,
      territories,
    }));

/**
 * The tree of a day, from rows of the view `units`. Answers the units at the top; one whose superior is not among the rows
 * (a part of the tree was asked for) counts as one of them.
 */
export function treeAsOf(rows: readonly UnitRow[], on: CivilDate): readonly UnitNode[] {
  const standing = unitsAsOf(rows, on);
  const known = new Set(standing.map(({ id }) => id));
  const below = new Map<string | undefined, UnitAsOf[]>();
  for (const unit of standing) {
    const parent = unit.parent !== undefined && known.has(unit.parent) ? unit.parent : undefined;
    const siblings = below.get(parent);
    if (siblings === undefined) below.set(parent, [unit]);
    else siblings.push(unit);
  }
  const nodesUnder = (parent: string | undefined): readonly UnitNode[] =>
    (below.get(parent) ?? []).map((unit) => ({ ...unit, children: nodesUnder(unit.id) }));
  return nodesUnder(undefined);
}
