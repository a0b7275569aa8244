import type { ParsedModel } from '../governance-model/check.ts';
import { extendModel } from '../governance-model/extend.ts';
import type { GovernanceModel } from '../governance-model/model.ts';
import { fact } from '../kernel/facts.ts';
import type { TerritoryCode, UnitId } from '../kernel/ids.ts';
import type { CivilDate } from '../kernel/time.ts';

/** A variant that is worked by somewhere, and the unit that adopted it. */
export interface VariantFact {
  readonly variant: string;
  readonly unit: UnitId;
}

/** The variant that holds at a place on a day: that of the unit with the smallest territory over it, and of several with the same of the one with the fewest others; undefined where none does. */
export const variantAt = fact<VariantFact | undefined>()<[code: TerritoryCode, on: CivilDate]>('variantAt');

/** The model as a variant of it has it, with what is wrong in that; undefined where it has no such variant. */
export function modelUnder(model: GovernanceModel, variant: string): ParsedModel | undefined {
  const found = model.variants?.find(({ id }) => id === variant);
  return found && extendModel(model, found.changes);
}
