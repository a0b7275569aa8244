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

type Member = Pick<GridStaffRow, 'post' | 'person'>;

/** Members by post. Who holds several posts counts for one: that of the earlier rule, where it finds nobody who holds fewer. */
function countsOf(rules: readonly (StaffingRule & { readonly needs: number })[], members: readonly Member[]) {
  const postsOf = (person: string): number => members.filter((one) => one.person === person).length;
  const counted = new Map<string, string>();
  for (const { post, needs } of rules) {
    const free = members
      .filter((one) => one.post === post && (counted.get(one.person) ?? post) === post)
      .sort((one, other) => postsOf(one.person) - postsOf(other.person));
    for (const { person } of free.slice(0, needs)) counted.set(person, post);
  }
  return (post: string): number => [...counted.values()].filter((one) => one === post).length;
}

/**
 * The grids that lack members under the model's staffing rules, with what each lacks, in the order given. Who holds
 * several posts in a grid counts for one of them. `staff` are rows
 * of the view `grid-staff` for those grids; those of other grids do no harm.
 */
export function understaffed(
  model: GovernanceModel,
  grids: readonly Pick<GridRow, 'code' | 'kind' | 'households'>[],
  staff: readonly Pick<GridStaffRow, 'grid' | 'post' | 'person'>[],
): readonly Understaffed[] {
  const byGrid = new Map<string, Member[]>();
  for (const { grid, ...member } of staff) {
    const members = byGrid.get(grid);
    if (members === undefined) byGrid.set(grid, [member]);
    else members.push(member);
  }
  return grids.flatMap(({ code, kind, households }) => {
    const rules = model.grids.staffing
      .filter((rule) => rule.grid === kind)
      .map((rule) => ({ ...rule, needs: neededBy(rule, households) }));
    const has = countsOf(rules, byGrid.get(code) ?? []);
    const missing = rules
      .map(({ post, needs, source }) => ({ post, has: has(post), needs, source }))
      .filter((one) => one.has < one.needs);
    return missing.length === 0 ? [] : [{ code, missing }];
  });
}
