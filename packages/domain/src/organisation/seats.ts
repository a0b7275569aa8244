import { kindsAbove } from '../governance-model/kinds-above.ts';
import type { GovernanceModel, PostRule } from '../governance-model/model.ts';
import type { Facts } from '../kernel/facts.ts';
import type { UnitId } from '../kernel/ids.ts';
import type { CivilDate } from '../kernel/time.ts';
import { childrenOf } from './facts.ts';
import { covers, overlap } from './period.ts';
import type { Appointment } from './unit.ts';

/** How many units of a kind stand under a unit, at any depth. Looks only where the model lets such units be. */
function countBelow(unit: UnitId, kind: string, above: ReadonlySet<string>, facts: Facts): number {
  return facts(childrenOf(unit)).reduce(
    (count, child) =>
      count + Number(child.kind === kind) + (above.has(child.kind) ? countBelow(child.id, kind, above, facts) : 0),
    0,
  );
}

/** How many may hold a post in a unit at the same time. */
export function seatsOf({ seats }: PostRule, unit: UnitId, model: GovernanceModel, facts: Facts): number {
  if ('any' in seats) return Infinity;
  if ('max' in seats) return seats.max;
  return countBelow(unit, seats.oneForEach, kindsAbove(model, seats.oneForEach), facts);
}

/** A day on which a post would have more holders than seats, and who holds them. */
export interface Overfull {
  readonly on: CivilDate;
  readonly holders: readonly Appointment[];
}

/** The first day of an asked appointment on which all seats are held. Holders change only on days when one begins. */
export function overfullOn(held: readonly Appointment[], asked: Appointment, seats: number): Overfull | undefined {
  const beside = held.filter((one) => one.post === asked.post && overlap(one, asked));
  const days = [asked.from, ...beside.map(({ from }) => from)].filter((day) => covers(asked, day)).sort();
  for (const on of days) {
    const holders = beside.filter((one) => covers(one, on));
    if (holders.length >= seats) return { on, holders };
  }
  return undefined;
}
