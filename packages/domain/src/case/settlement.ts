import * as z from 'zod/mini';
import type { GovernanceModel } from '../governance-model/model.ts';
import { unitOf } from '../kernel/facts.ts';
import { modelKey, unitId, type UnitId } from '../kernel/ids.ts';
import type { Sum } from '../kernel/views.ts';
import type { Desk } from './step.ts';

/** Where a case was settled: the tier, by whom, and the unit that handled it where one did. `grid`: within one grid. */
export const settlement = z.strictObject({
  level: modelKey,
  by: z.enum(['handler', 'meeting']),
  unit: z.optional(unitId),
});
export type Settlement = z.infer<typeof settlement>;

/** The level below all tiers: what the meeting of one grid settled. */
export const gridLevel = 'grid';

const tierOf = ({ kinds }: GovernanceModel, kind: string | undefined): string | undefined =>
  kinds.find(({ id }) => id === kind)?.tier;

/** A handler settles at the tier that units of its kind stand at; undefined where the unit is no more. */
export function settledByHandler(handler: UnitId, { facts, setting }: Desk): Settlement | undefined {
  const level = tierOf(setting.model, facts(unitOf(handler))?.kind);
  return level === undefined ? undefined : { level, by: 'handler', unit: handler };
}

/** A meeting settles within the grid, or at the tier of the body that meets. */
export function settledByMeeting(tier: string, { setting: { model } }: Desk): Settlement | undefined {
  const body = model.meetings.find(({ id }) => id === tier)?.body;
  if (body === undefined) return undefined;
  const level = 'grid' in body ? gridLevel : tierOf(model, body.kinds[0]);
  return level === undefined ? undefined : { level, by: 'meeting' };
}

/** The levels at which a case may be settled, lowest first: within a grid, then the model's tiers from the lowest up. */
export const settlementLevels = ({ tiers }: GovernanceModel): readonly string[] => [
  gridLevel,
  ...tiers.map(({ id }) => id).reverse(),
];

/**
 * The share, from 0 to 1, of settled cases that were settled at a level or below it, from sums of `case-settled` parted by
 * `level`; undefined where none was settled, or the model knows no such level.
 */
export function settledShare(sums: readonly Sum[], level: string, model: GovernanceModel): number | undefined {
  const levels = settlementLevels(model);
  const upTo = levels.indexOf(level);
  if (upTo < 0) return undefined;
  const low = new Set<unknown>(levels.slice(0, upTo + 1));
  const count = (of: readonly Sum[]): number => of.reduce((total, sum) => total + Number(sum['settled'] ?? 0), 0);
  const all = count(sums);
  return all === 0 ? undefined : count(sums.filter((sum) => low.has(sum['level']))) / all;
}
