import { unitsOver, type Facts } from '../kernel/facts.ts';
import type { GovernanceModel, MeetingRule } from './model.ts';

/** Whether a tier can meet over a place: a grid always can, a body where one of its kinds stands over the place. */
export const meetsOver = ({ body }: MeetingRule, grid: string, facts: Facts): boolean =>
  'grid' in body || body.kinds.some((kind) => facts(unitsOver(kind, grid)).length > 0);

/** A tier and those above it, from the nearest up; the model lets them go in no circle. */
export function tiersFrom(
  tier: string | undefined,
  { meetings }: Pick<GovernanceModel, 'meetings'>,
): readonly MeetingRule[] {
  const rule = meetings.find(({ id }) => id === tier);
  return rule === undefined ? [] : [rule, ...tiersFrom(rule.next, { meetings })];
}

/**
 * Of a tier and those above it, the nearest that can meet over the place. Where none can, the tier itself, whose meeting
 * waits where everybody sees it until its body is there; undefined above the highest.
 */
export function nearestTier(
  tier: string | undefined,
  grid: string,
  model: GovernanceModel,
  facts: Facts,
): string | undefined {
  return tiersFrom(tier, model).find((rule) => meetsOver(rule, grid, facts))?.id ?? tier;
}
