import type { GovernanceModel, StaffingRule } from '../governance-model/model.ts';
import type { GridRow, GridStaffRow } from './views.ts';

/** A post of which a grid has fewer members than the model's rule asks for. */
export interface MissingStaff {
  readonly post: string;
  readonly has: number;
  readonly needs: number;
  /** Where the rule comes from: an id of the model's `basis`, or `ours`. */
  readonly source: string;
}

/** A grid that lacks members, and which. */
export interface Understaffed {
  readonly code: string;
  readonly missing: readonly MissingStaff[];
}

/** How many a rule asks of a grid. Of a grid whose households are not known it asks the least. */
const neededBy = ({ min, perHouseholds }: StaffingRule, households = 0): number =>
  perHouseholds === undefined ? min : Math.max(min, Math.ceil(households / perHouseholds));

const slot = (grid: string, post: string): string => `${grid}/${post}`;

/**
 * The grids that lack members under the model's staffing rules, with what each lacks, in the order given. `staff` are rows
 * of the view `grid-staff` for those grids; those of other grids do no harm.
 */
export function understaffed(
  model: GovernanceModel,
  grids: readonly Pick<GridRow, 'code' | 'kind' | 'households'>[],
  staff: readonly Pick<GridStaffRow, 'grid' | 'post'>[],
): readonly Understaffed[] {
  const counts = new Map<string, number>();
  for (const { grid, post } of staff) counts.set(slot(grid, post), (counts.get(slot(grid, post)) ?? 0) + 1);
  return grids.flatMap(({ code, kind, households }) => {
    const missing = model.grids.staffing
      .filter((rule) => rule.grid === kind)
      .map((rule) => {
        const { post, source } = rule;
        return { post, has: counts.get(slot(code, post)) ?? 0, needs: neededBy(rule, households), source };
      })
      .filter(({ has, needs }) => has < needs);
    return missing.length === 0 ? [] : [{ code, missing }];
  });
}
