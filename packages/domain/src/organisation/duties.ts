import type { CaseStage } from '../governance-model/case-flow.ts';
import type { DutyRule } from '../governance-model/duty-rules.ts';
import type { GovernanceModel } from '../governance-model/model.ts';
import { holdersOf, staffOf, unitsOver, type Facts } from '../kernel/facts.ts';
import type { PersonId, UnitId } from '../kernel/ids.ts';
import type { CivilDate } from '../kernel/time.ts';

/** A case, as far as it matters for who answers. */
export interface DutyCase {
  readonly class: string;
  readonly stage: CaseStage;
  readonly grid: string;
  readonly handler?: UnitId | undefined;
}

/** Who answers by one line of the duty list: a post in a unit or grid, and who holds it; nobody where it stands empty. */
export interface Answerable {
  /** Id of the line of the list. */
  readonly duty: string;
  /** Id of the unit, or code of the grid. */
  readonly where: string;
  readonly post: string;
  readonly persons: readonly PersonId[];
}

/** A class and the groups that it belongs to. */
function withGroups({ cases }: GovernanceModel, id: string): ReadonlySet<string> {
  const groups = new Set<string>();
  for (let next: string | undefined = id; next !== undefined && !groups.has(next);) {
    groups.add(next);
    next = cases.classes.find((one) => one.id === next)?.parent;
  }
  return groups;
}

const speaksOf = ({ classes, stages }: DutyRule, stage: CaseStage, groups: ReadonlySet<string>): boolean =>
  (stages.length === 0 || stages.includes(stage)) && (classes.length === 0 || classes.some((id) => groups.has(id)));

/** The unit in which a line finds its post; undefined where it finds none. */
function unitFor({ at }: DutyRule, { handler, grid }: DutyCase, facts: Facts): UnitId | undefined {
  if (typeof at !== 'object') return at === 'handler' ? handler : undefined;
  for (const kind of at.kinds) {
    const [nearest] = facts(unitsOver(kind, grid));
    if (nearest !== undefined) return nearest.id;
  }
  return undefined;
}

type Holders = (post: string) => readonly PersonId[];

/** Where a line lies, and who holds a post there. */
function placeOf(rule: DutyRule, of: DutyCase, on: CivilDate, facts: Facts): readonly [string, Holders] | undefined {
  if (rule.at === 'grid') {
    const staff = facts(staffOf(of.grid, on));
    return [of.grid, (post) => staff.filter((one) => one.post === post).map(({ person }) => person)];
  }
  const unit = unitFor(rule, of, facts);
  return unit === undefined ? undefined : [unit, (post) => facts(holdersOf(unit, post, on))];
}

/**
 * Who answers for a case on a day, by each line of the duty list that speaks of it and finds its unit, in the list's order: the
 * first is the first responsible, the rest answer above them, tier by tier. Empty where the model has no such list. It asks
 * `unitsOver`, `holdersOf` and `staffOf`.
 */
export function answerableFor(
  model: GovernanceModel,
  of: DutyCase,
  on: CivilDate,
  facts: Facts,
): readonly Answerable[] {
  const groups = withGroups(model, of.class);
  return (model.duties ?? [])
    .filter((rule) => speaksOf(rule, of.stage, groups))
    .flatMap((rule) => {
      const place = placeOf(rule, of, on, facts);
      if (place === undefined) return [];
      const [where, holders] = place;
      const post = rule.posts.find((one) => holders(one).length > 0) ?? rule.posts[0] ?? '';
      return [{ duty: rule.id, where, post, persons: holders(post) }];
    });
}
