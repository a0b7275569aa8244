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

/** What answers for territories. */
interface Answering {
  readonly territories: readonly TerritoryCode[];
}

/** Length of the longest code of a unit that holds the compound; 0 where none does. The longer it is, the nearer the unit. */
const nearness = ({ territories }: Answering, compound: TerritoryCode): number =>
  Math.max(0, ...territories.filter((code) => within(code, compound)).map((code) => code.length));

/** Of some units the nearest that answer for more than the compound; none where none does. */
export function nearestOver<Unit extends Answering>(units: readonly Unit[], compound: TerritoryCode): readonly Unit[] {
  const nearest = Math.max(0, ...units.map((one) => nearness(one, compound)));
  return nearest === 0 ? [] : units.filter((one) => nearness(one, compound) === nearest);
}

/** The units that answer for ground in the compound, else the nearest over it. */
function answering(units: readonly UnitRow[], compound: TerritoryCode): readonly UnitRow[] {
  const inside = units.filter(({ territories }) => territories.some((code) => within(compound, code)));
  return inside.length > 0 ? inside : nearestOver(units, compound);
}

/**
 * The four in one (四位一体) of a compound on a day: its party organisation, committees and property company as the model
 * names the sides, with those who serve across. Units are those that stand today and answer for a territory within the
 * compound's code; where a side has none, the nearest that answer for more than the compound: a residents' committee stands for
 * every compound of its community. `units` and `appointments` are rows of the views of those names. No sides where the model has none.
 */
export function fourInOne(
  { crossPosting }: GovernanceModel,
  units: readonly UnitRow[],
  appointments: readonly AppointmentRow[],
  { compound, on }: { readonly compound: TerritoryCode; readonly on: CivilDate },
): FourInOne {
  const sides = (crossPosting?.sides ?? []).map(({ id, kinds }): CompoundSide => {
    const ofSide = units.filter(({ stands, kind }) => stands && kinds.includes(kind));
    const ids = answering(ofSide, compound).map((one) => one.id);
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
