import { civilDateOf, startOfDay, type CivilDate, type GovernanceModel, type Instant } from '@keting/domain';
import type { PlaceId } from '../../src/setup/places.ts';
import type { Setting } from '../setting.ts';
import { pointWithin } from './point-within.ts';

const minute = 60_000;
const dayLength = 24 * 60 * minute;

const minutesIn = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** A part of a body that meets: who holds one of these posts in the nearest unit of one of these kinds. */
interface BodyPart {
  readonly kinds: readonly string[];
  readonly posts: readonly string[];
}

/** Where the past of a place happens: its units and people around the community on show, and the days before today. */
export class Scene {
  readonly place: PlaceId;
  readonly model: GovernanceModel;
  readonly community: string;
  private readonly setting: Setting;
  private readonly now: Instant;

  constructor(place: PlaceId, setting: Setting, now: Instant) {
    this.place = place;
    this.setting = setting;
    this.model = setting.model;
    this.community = setting.community;
    this.now = now;
  }

  /** The day so many days before today; below 0, one to come. */
  day(daysAgo: number): CivilDate {
    return civilDateOf(this.now - daysAgo * dayLength, this.model.workingTime);
  }

  /** A time of day, as `09:30`, so many days before today. */
  at(daysAgo: number, time: string): Instant {
    return startOfDay(this.day(daysAgo), this.model.workingTime) + minutesIn(time) * minute;
  }

  /** The code of the sub-district that the community on show lies in. */
  get street(): string {
    return this.community.slice(0, 9);
  }

  /** A grid of the community on show, by its place among them from 0. */
  grid(n: number): string {
    return this.gridAt(n).code;
  }

  /** A position in a grid of the community on show: degrees east and north, WGS-84. */
  positionIn(n: number): readonly [number, number] {
    return pointWithin(this.gridAt(n).polygons ?? []);
  }

  /** Units of one of these kinds around the community on show, the nearest first: those over it, then those within it. */
  units(...kinds: readonly string[]): readonly string[] {
    const { community } = this;
    const near = this.setting.units.filter(({ kind }) => kinds.includes(kind));
    const reach = (territories: readonly string[]): number =>
      Math.max(0, ...territories.filter((code) => community.startsWith(code)).map(({ length }) => length));
    const over = near
      .filter(({ territories }) => reach(territories) > 0)
      .sort((one, other) => reach(other.territories) - reach(one.territories));
    const within = near.filter(({ territories: [first = ''] }) => first !== community && first.startsWith(community));
    return [...over, ...within].map(({ id }) => id);
  }

  /** The nearest unit of one of these kinds. */
  unit(...kinds: readonly string[]): string {
    return one(this.units(...kinds), 0, kinds.join());
  }

  /** The posts that are held in a unit, and by whom. */
  holdings(unit: string): Setting['appointments'] {
    return this.setting.appointments.filter((held) => held.unit === unit);
  }

  /** Who holds one of these posts in a unit; any post where none is named. */
  holders(unit: string, ...posts: readonly string[]): readonly string[] {
    return this.holdings(unit)
      .filter(({ post }) => posts.length === 0 || posts.includes(post))
      .map(({ person }) => person);
  }

  /** The first who holds a post in a unit. */
  holder(unit: string, ...posts: readonly string[]): string {
    return one(this.holders(unit, ...posts), 0, `${unit} ${posts.join()}`);
  }

  /** Everybody in a body over the community on show, each once. */
  body(parts: readonly BodyPart[]): readonly string[] {
    return [...new Set(parts.flatMap(({ kinds, posts }) => this.holders(this.unit(...kinds), ...posts)))];
  }

  /** Who serves in a grid. */
  staff(grid: string): readonly string[] {
    return this.setting.services.filter((service) => service.grid === grid).map(({ person }) => person);
  }

  /** A resident of the community on show; the first is the one that a visitor can be. */
  resident(n: number): string {
    const near = this.setting.residents.filter(({ grid }) => grid.startsWith(this.community));
    return one(near, n, 'resident').person;
  }

  /** Somebody who does good of their own will: a resident, or where those are not on record one who serves in a grid. */
  volunteer(n: number): string {
    const known = new Set(this.setting.people.map(({ id }) => id));
    const near = this.setting.residents.filter(({ grid }) => grid.startsWith(this.community));
    const residents = near.map(({ person }) => person).filter((person) => known.has(person));
    const serving = this.setting.services.filter(({ grid }) => grid.startsWith(this.community));
    return one([...residents, ...serving.map(({ person }) => person)], n, 'volunteer');
  }

  private gridAt(n: number): Setting['grids'][number] {
    return one(
      this.setting.grids.filter(({ community }) => community === this.community),
      n,
      'grid',
    );
  }
}

/** What stands at a place of a list. Throws where nothing does: then the sample lacks what its past needs. */
function one<Thing>(list: readonly Thing[], n: number, what: string): Thing {
  const found = list[n];
  if (found === undefined) throw new RangeError(`the sample has no ${what} ${n}`);
  return found;
}
