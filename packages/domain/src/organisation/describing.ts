import { accept } from '../kernel/decider.ts';
import type { OrganisationData } from './commands.ts';
import { todayOf, type Decided, type Desk } from './desk.ts';
import { refuse } from './refusals.ts';
import { unitStream, variantOn, type StandingUnit } from './unit.ts';
import { modelUnder } from './variants.ts';

const sameList = (one: readonly string[], other: readonly string[]): boolean => one.join(' ') === other.join(' ');

/** Notes what a unit is like; what is not said stays as it is. */
export function describeUnit(unit: StandingUnit, { staff, trades }: OrganisationData<'DescribeUnit'>): Decided {
  const same = (staff ?? unit.staff) === unit.staff && sameList(trades ?? unit.trades, unit.trades);
  if (same) return refuse('description-same', { ids: [unit.id] });
  return accept({
    type: 'UnitDescribed',
    data: { ...(staff === undefined ? {} : { staff }), ...(trades === undefined ? {} : { trades }) },
  });
}

/** Ground is worked in one way: of the units over the very same ground, one takes up a variant for it. */
export const variantClaim = ({ territories }: StandingUnit): string => `variant/${[...territories].sort().join('+')}`;

/**
 * A unit takes up a variant from today on, or goes back to what the place does. Whatever it works by now, it may take up any
 * variant of the place. A variant that another unit has taken up for the same ground is `claim-taken`.
 */
export function adoptVariant(unit: StandingUnit, { variant }: OrganisationData<'AdoptVariant'>, desk: Desk): Decided {
  const on = todayOf(desk);
  const was = variantOn(unit, on);
  if (variant === was) return refuse('variant-same', { ids: [unit.id] });
  if (variant !== undefined) {
    const under = modelUnder(desk.setting.place, variant);
    if (under === undefined) return refuse('variant-unknown', { ids: [unit.id], params: { variant } });
    if (!under.ok) return refuse('variant-broken', { ids: [unit.id], params: { variant } });
  }
  const data = {
    ...(variant === undefined ? {} : { variant }),
    ...(was === undefined ? {} : { was }),
    territories: [...unit.territories],
    on,
  };
  const key = variantClaim(unit);
  return {
    events: [{ type: 'VariantAdopted', data }],
    ...(variant === undefined ? { releases: [key] } : { claims: [{ key, owner: unitStream(unit.id) }] }),
  };
}
