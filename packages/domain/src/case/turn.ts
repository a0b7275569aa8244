import type { CaseStage } from '../governance-model/case-flow.ts';
import { canHandle } from '../governance-model/handlers.ts';
import type { DispatchRule, GovernanceModel } from '../governance-model/model.ts';
import { unitOf, unitsOver, type Facts, type UnitFact } from '../kernel/facts.ts';
import { unitId } from '../kernel/ids.ts';
import { lineage } from './fields.ts';

/** The nearest unit over a place, of the first kind that has one there. */
function nearest(kinds: readonly string[], grid: string, facts: Facts): UnitFact | undefined {
  for (const kind of kinds) {
    const found = facts(unitsOver(kind, grid))[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The unit whose turn a stage is; undefined where it is nobody's, and where it is the reporter's: who reported stands in no
 * column that a worker may read. The answerable unit is on record from the stage's first moment.
 */
export function turnOf(
  stage: CaseStage,
  of: { readonly grid: string; readonly handler?: string | undefined },
  model: GovernanceModel,
  facts: Facts,
): string | undefined {
  const turn = model.cases.stages.find(({ id }) => id === stage)?.turn ?? 'nobody';
  if (turn === 'handler') return of.handler;
  return typeof turn === 'object' ? nearest(turn.kinds, of.grid, facts)?.id : undefined;
}

/** The handler that the model proposes for a class at a place, and the rule that chose it. */
export interface Proposal {
  readonly unit: UnitFact;
  readonly rule: DispatchRule;
}

function unitBy(rule: DispatchRule, grid: string, facts: Facts): UnitFact | undefined {
  return rule.unit === undefined ? facts(unitsOver(rule.to, grid))[0] : facts(unitOf(unitId.parse(rule.unit)));
}

/** The first dispatch rule that knows the class (or a group of it) and finds a unit over the place that can handle it. */
export function proposedHandler(
  of: { readonly grid: string; readonly class: string },
  model: GovernanceModel,
  facts: Facts,
): Proposal | undefined {
  const classes = lineage(model, of.class);
  for (const rule of model.cases.dispatch) {
    if (rule.classes.length > 0 && !rule.classes.some((id) => classes.includes(id))) continue;
    const unit = unitBy(rule, of.grid, facts);
    if (unit !== undefined && canHandle(model, unit.kind)) return { unit, rule };
  }
  return undefined;
}

/** A unit over the place, of those that some dispatch rule gives cases to, that can handle one and does not have it now. */
export const otherHandler = (
  { grid }: { readonly grid: string },
  present: string | undefined,
  model: GovernanceModel,
  facts: Facts,
): UnitFact | undefined =>
  model.cases.dispatch
    .map((rule) => unitBy(rule, grid, facts))
    .find((unit) => unit !== undefined && unit.id !== present && canHandle(model, unit.kind));
