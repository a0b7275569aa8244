import { person, personId, type Actor } from '@keting/domain';
import type { Setting } from '../setting.ts';
import type { Deed } from './deed.ts';

/** So many units of a kind within the community on show are asked. */
const asked = 3;

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

type Unit = Setting['units'][number];

/** The units around the community on show, the nearest first, of each kind as many as are asked. */
function unitsAround({ units, community }: Setting): readonly Unit[] {
  const lies = ({ territories }: Unit): boolean =>
    territories.some((code) => community.startsWith(code) || code.startsWith(community));
  const counts = new Map<string, number>();
  return units
    .filter(lies)
    .sort((one, other) => (other.territories[0]?.length ?? 0) - (one.territories[0]?.length ?? 0))
    .filter(({ kind }) => {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return count <= asked;
    });
}

function grouped<Thing>(things: readonly Thing[], key: (thing: Thing) => string, value: (thing: Thing) => string) {
  const groups = new Map<string, string[]>();
  for (const thing of things) groups.set(key(thing), [...(groups.get(key(thing)) ?? []), value(thing)]);
  return groups;
}

/** Whom one would ask to do something: those it names, those who hold posts in what it names, those at work around. */
export class Actors {
  private readonly people: ReadonlySet<string>;
  private readonly holders: ReadonlyMap<string, readonly string[]>;
  private readonly staff: ReadonlyMap<string, readonly string[]>;
  private readonly around: readonly string[];

  constructor(setting: Setting) {
    const { people, residents, appointments, services } = setting;
    this.people = new Set([...people.map(({ id }) => id), ...residents.map((resident) => resident.person)]);
    this.holders = grouped(
      appointments,
      ({ unit }) => unit,
      (held) => held.person,
    );
    this.staff = grouped(
      services,
      ({ grid }) => grid,
      (service) => service.person,
    );
    this.around = unitsAround(setting).flatMap(({ id }) => this.holders.get(id) ?? []);
  }

  /** The likeliest first, each once. */
  for({ data, by }: Deed): readonly Actor[] {
    if (by !== undefined) return [person(personId.parse(by))];
    const named = textsIn(data);
    const own = named.filter((text) => this.people.has(text));
    const inside = named.flatMap((text) => [...(this.holders.get(text) ?? []), ...(this.staff.get(text) ?? [])]);
    return [...new Set([...own, ...inside, ...this.around])].map((id) => person(personId.parse(id)));
  }
}
