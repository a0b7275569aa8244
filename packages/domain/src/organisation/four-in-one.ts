import type { GovernanceModel } from '../governance-model/model.ts';
import { within, type TerritoryCode } from '../kernel/ids.ts';
import type { CivilDate } from '../kernel/time.ts';
import { covers } from './period.ts';
import type { AppointmentRow, UnitRow } from './views.ts';

/** One side of a compound: the units of its kinds there, and who holds a post in them. */
export interface CompoundSide {
  readonly side: string;
  readonly units: readonly string[];
  readonly holders: readonly { readonly person: string; readonly unit: string; readonly post: string }[];
}

/** All sides of a compound, and who holds posts on more than one of them. */
export interface FourInOne {
  readonly sides: readonly CompoundSide[];
  readonly crossPosted: readonly { readonly person: string; readonly sides: readonly string[] }[];
}

const sidesByPerson = (sides: readonly CompoundSide[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const byPerson = new Map<string, Set<string>>();
  for (const { side, holders } of sides) {
    for (const { person } of holders) byPerson.set(person, (byPerson.get(person) ?? new Set<string>()).add(side));
  }
  return byPerson;
};

/**
 * The four in one (四位一体) of a compound on a day: its party organisation, committees and property company as the model
 * names the sides, with those who serve across. Units are those that stand today and answer for a territory within the
 * compound's code. `units` and `appointments` are rows of the views of those names. No sides where the model has none.
 */
export function fourInOne(
  { crossPosting }: GovernanceModel,
  units: readonly UnitRow[],
  appointments: readonly AppointmentRow[],
  { compound, on }: { readonly compound: TerritoryCode; readonly on: CivilDate },
): FourInOne {
  const here = units.filter((one) => one.stands && one.territories.some((code) => within(compound, code)));
  const sides = (crossPosting?.sides ?? []).map(({ id, kinds }): CompoundSide => {
    const ids = here.filter(({ kind }) => kinds.includes(kind)).map((one) => one.id);
    const holders = appointments
      .filter((one) => ids.includes(one.unit) && covers(one, on))
      .map(({ person, unit, post }) => ({ person, unit, post }));
    return { side: id, units: ids, holders };
  });
  const crossPosted = [...sidesByPerson(sides)].flatMap(([person, of]) =>
    of.size > 1 ? [{ person, sides: [...of] }] : [],
  );
  return { sides, crossPosted };
}
