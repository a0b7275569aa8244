import type { GridElement } from '../../governance-model/grid-work-rules.ts';
import type { GovernanceModel } from '../../governance-model/model.ts';
import type { Sum } from '../../kernel/views.ts';

/** How many of a kind a place holds: people, places, things, matters or organisations (人、地、物、事、组织). */
export interface HeldInGrid {
  readonly element: GridElement | 'matter';
  /** A kind of object, or a class of cases. */
  readonly kind: string;
  /** The category of a national standard; a class of cases has one where its catalogue states it. */
  readonly standardRef?: string | undefined;
  readonly count: number;
}

const countsBy = (sums: readonly Sum[], column: string, of: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const sum of sums) {
    const key = String(sum[column]);
    counts.set(key, (counts.get(key) ?? 0) + Number(sum[of] ?? 0));
  }
  return counts;
};

/**
 * All that a place holds, kind by kind in the order of the model, then its open matters class by class; what it holds none of
 * is 0. `holdings` are sums of `count` by `kind` over `grid-holdings`, `cases` sums of `open` by `class` over `case-counts`.
 */
export function holdingsOf(
  model: GovernanceModel,
  { holdings, cases }: { readonly holdings: readonly Sum[]; readonly cases: readonly Sum[] },
): readonly HeldInGrid[] {
  const held = countsBy(holdings, 'kind', 'count');
  const open = countsBy(cases, 'class', 'open');
  const parents = new Set(model.cases.classes.map(({ parent }) => parent));
  const kinds = (model.grids.objects ?? []).map(({ element, id, standardRef }) => ({
    element,
    kind: id,
    standardRef,
    count: held.get(id) ?? 0,
  }));
  const matters = model.cases.classes
    .filter(({ id }) => !parents.has(id))
    .map(({ id, standardRef }) => ({ element: 'matter' as const, kind: id, standardRef, count: open.get(id) ?? 0 }));
  return [...kinds, ...matters];
}
