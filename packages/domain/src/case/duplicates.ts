import type { GovernanceModel } from '../governance-model/model.ts';
import type { Position } from '../kernel/place.ts';
import { hasEnded } from './case.ts';
import type { CaseRow } from './views.ts';

const hour = 3_600_000;
const metresPerDegree = 111_320;

/** Metres between two positions, to within one in a hundred over a few kilometres. */
function metresBetween([x1, y1]: Readonly<Position>, [x2, y2]: Readonly<Position>): number {
  const east = (x2 - x1) * Math.cos((((y1 + y2) / 2) * Math.PI) / 180);
  return Math.hypot(east, y2 - y1) * metresPerDegree;
}

type Told = Pick<CaseRow, 'id' | 'class' | 'grid' | 'reportedAt' | 'spot'>;

/** Metres between the places of two cases; undefined where one names no coordinate, or they are in different systems. */
function apart(one: Told, other: Told): number | undefined {
  const [here, there] = [one.spot, other.spot];
  if (here === undefined || there?.system !== here.system) return undefined;
  return metresBetween(here.position, there.position);
}

/**
 * Of some cases those that may tell of the same matter: open, of one class, near in time, and near in place or, where their
 * coordinates cannot be compared, in one grid. Nearest first. A suggestion: merging is somebody's decision.
 */
export function likelyDuplicates<Row extends Told & Pick<CaseRow, 'stage'>>(
  of: Told,
  others: readonly Row[],
  { cases }: GovernanceModel,
): readonly Row[] {
  const rule = cases.duplicates;
  if (rule === undefined) return [];
  return others
    .filter((one) => one.id !== of.id && one.class === of.class && !hasEnded(one.stage))
    .filter((one) => Math.abs(one.reportedAt - of.reportedAt) <= rule.hours * hour)
    .map((one) => ({ one, metres: apart(of, one) ?? (one.grid === of.grid ? 0 : Infinity) }))
    .filter(({ metres }) => metres <= rule.metres)
    .sort((a, b) => a.metres - b.metres || b.one.reportedAt - a.one.reportedAt)
    .map(({ one }) => one);
}
