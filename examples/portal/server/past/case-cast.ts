import { person, personId, type Actor } from '@keting/domain';
import type { Setting } from '../setting.ts';

/** Who has a part in the days before today. */
export interface PastCast {
  /** Who tells of a matter, and in which grid it is. */
  readonly tellers: readonly { readonly actor: Actor; readonly grid: string }[];
  /** Who takes in what is reported in a grid. */
  readonly clerkOf: (grid: string) => Actor | undefined;
  /** Those who may handle what a unit was given, the likeliest first. */
  readonly handlersIn: (unit: string) => readonly Actor[];
  /** Who keeps the record of meetings in the street that a grid lies in. */
  readonly recorderOf: (grid: string) => Actor | undefined;
}

const actorOf = (id: string): Actor => person(personId.parse(id));

/** How many of a unit's people are asked whether they handle a matter. */
const asked = 3;

/** Finds those who work in a place. */
export function castOf(setting: Setting): PastCast {
  const { appointments, units, clerks } = setting;
  const holders = (unit: string, post?: string): readonly Actor[] =>
    appointments
      .filter((one) => one.unit === unit && (post === undefined || one.post === post))
      .slice(0, asked)
      .map((one) => actorOf(one.person));
  const receiving = new Set(appointments.filter(({ post }) => post === clerks.community).map(({ unit }) => unit));
  const desks = units
    .filter(({ id }) => receiving.has(id))
    .flatMap(({ id, territories }) => territories.map((code) => ({ id, code })))
    .sort((one, other) => other.code.length - one.code.length);
  const deskOver = (grid: string): string => desks.find(({ code }) => grid.startsWith(code))?.id ?? '';
  return {
    tellers: tellersIn(setting),
    clerkOf: (grid) => holders(deskOver(grid), clerks.community)[0],
    handlersIn: (unit) => [...holders(unit, 'officer'), ...holders(unit, clerks.community), ...holders(unit)],
    recorderOf: (grid) => holders(`office-${grid.slice(0, 9)}`, clerks.street)[0],
  };
}

/** Residents tell of what they see on their way, not only at home: the same persons, in one of so many grids and around the community on show. */
function tellersIn({ grids, residents, community, around, thinning }: Setting): PastCast['tellers'] {
  const onShow = grids.filter((one) => one.community === community);
  const near = grids.filter(({ code }, i) => code.startsWith(around) && i % thinning === 0);
  const places = near.flatMap(({ code }, i) => [code, onShow[i % Math.max(1, onShow.length)]?.code ?? code]);
  return places.flatMap((grid, i) => {
    const teller = residents[i % residents.length];
    return teller === undefined ? [] : [{ actor: actorOf(teller.person), grid }];
  });
}
