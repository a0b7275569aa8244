import { accept } from '../kernel/decider.ts';
import type { OrganisationData } from './commands.ts';
import { todayOf, type Decided, type Desk } from './desk.ts';
import { refuse } from './refusals.ts';
import { variantOn, type StandingUnit } from './unit.ts';
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

/** A unit takes up a variant from today on, or goes back to what the place does. Whatever it works by now, it may take up any variant of the place. */
export function adoptVariant(unit: StandingUnit, { variant }: OrganisationData<'AdoptVariant'>, desk: Desk): Decided {
  const on = todayOf(desk);
  const was = variantOn(unit, on);
  if (variant === was) return refuse('variant-same', { ids: [unit.id] });
  if (variant !== undefined) {
    const under = modelUnder(desk.setting.place, variant);
    if (under === undefined) return refuse('variant-unknown', { ids: [unit.id], params: { variant } });
    if (!under.ok) return refuse('variant-broken', { ids: [unit.id], params: { variant } });
  }
  return accept({
    type: 'VariantAdopted',
    data: {
      ...(variant === undefined ? {} : { variant }),
      ...(was === undefined ? {} : { was }),
      territories: [...unit.territories],
      on,
    },
  });
}
