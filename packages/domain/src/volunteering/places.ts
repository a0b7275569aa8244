import { unitOf, type Facts, type UnitFact } from '../kernel/facts.ts';
import { unitId } from '../kernel/ids.ts';

/** The unit of that id where it stands and is of one of the kinds. */
export function unitAmong(kinds: readonly string[], id: string, facts: Facts): UnitFact | undefined {
  const unit = facts(unitOf(unitId.parse(id)));
  return unit !== undefined && kinds.includes(unit.kind) ? unit : undefined;
}

/** The first territory of a unit: where what it holds lies. Undefined where there is no such unit, or it has none. */
export const territoryOf = (id: string, facts: Facts): string | undefined =>
  facts(unitOf(unitId.parse(id)))?.territories[0];
