/**
 * The sample district of Nanjing: real divisions and outlines of two of its districts, the account's figures, everything finer invented.
 *
 * @packageDocumentation
 */

import { cutGround, type CommunityGround } from '../../parts/ground.ts';
import {
  divisionsAt,
  divisionsIn,
  Place,
  provenanceOf,
  shortNameOf,
  type PlaceSample,
} from '../../parts/place-sample.ts';
import { apportion } from '../../sample/apportion.ts';
import type { Division } from '../../sample/divisions.ts';
import { randomFrom, type Random } from '../../sample/random.ts';
import { nanjingDivisions } from '../data/divisions.ts';
import { nanjingOutlines } from '../data/outlines.ts';

export {
  placeCommands,
  type PlaceAppointment,
  type PlaceGrid,
  type PlaceProvenance,
  type PlaceSample,
  type PlaceService,
  type PlaceUnit,
} from '../../parts/place-sample.ts';
export type { GroundPolygons } from '../../parts/ground.ts';

/**
 * In Gulou ten sub-districts have the two councils, and 130 units sit in them. The table of today has thirteen: the first ten of them,
 * in the order of their codes, stand for those of the account.
 */
const councils = { district: '320106', streets: 10, units: 130 };

function city(place: Place, districts: readonly Division[]): void {
  const top = place.unit({ id: 'city', name: '南京市委', kind: 'city-committee', territories: ['3201'] });
  place.appoint(top, 'secretary');
  const firms = place.unit({
    id: 'private-firms',
    name: '私营企业联合党委',
    kind: 'private-firms-committee',
    parent: top,
    territories: ['3201'],
  });
  place.appoint(firms, 'secretary');
  for (const { code, name } of districts) {
    const territories = [code];
    const committee = place.unit({
      id: `district-${code}`,
      name: `${name}委`,
      kind: 'district-committee',
      parent: top,
      territories,
    });
    place.appoint(committee, 'secretary');
    place.fill(committee, 'member', 8);
    for (const [id, association] of [
      ['self-employed', '个体劳动者协会'],
      ['private', '私营企业协会'],
    ] as const) {
      const branch = `association-${id}-${code}`;
      place.unit({
        id: branch,
        name: `${name}${association}党支部`,
        kind: 'association-branch',
        parent: firms,
        territories,
      });
      place.appoint(branch, 'secretary');
    }
  }
}

function street(place: Place, { code, name }: Division, units: number): void {
  const territories = [code];
  const [committee, office] = [`committee-${code}`, `office-${code}`];
  place.unit({
    id: committee,
    name: `${name}党工委`,
    kind: 'street-committee',
    parent: `district-${code.slice(0, 6)}`,
    territories,
  });
  place.unit({
    id: office,
    name: `${name}办事处`,
    kind: 'street-office',
    parent: committee,
    territories,
    pairedWith: committee,
  });
  const secretary = place.appoint(committee, 'secretary');
  place.fill(committee, 'member', 6);
  const director = place.appoint(office, 'director');
  place.fill(office, 'clerk', 3);
  if (units === 0) return;
  const building = place.unit({
    id: `council-${code}`,
    name: `${name}社区建设协调委员会`,
    kind: 'building-council',
    parent: office,
    territories,
  });
  const conference = place.unit({
    id: `conference-${code}`,
    name: `${name}社区党建联席会`,
    kind: 'party-conference',
    parent: committee,
    territories,
  });
  place.alsoAppoint(building, 'council-member', director, office);
  place.alsoAppoint(conference, 'council-member', secretary, committee);
  for (let n = 1; n <= units; n += 1) {
    const unit = `unit-${code}-${n}`;
    const branch = `unit-branch-${code}-${n}`;
    const title = `${name}驻区单位${n}（示例）`;
    place.unit({ id: unit, name: title, kind: 'resident-unit', parent: office, territories });
    place.unit({
      id: branch,
      name: `${title}党组织`,
      kind: 'resident-unit-branch',
      parent: committee,
      territories,
      pairedWith: unit,
    });
    place.alsoAppoint(building, 'council-member', place.appoint(unit, 'manager'), unit);
    place.alsoAppoint(conference, 'council-member', place.appoint(branch, 'secretary'), branch);
  }
}

/** A residents' committee with its branch, both headed by one person in most (一肩挑), and responsibility areas. */
function committee(place: Place, division: Division, ground: CommunityGround, random: Random): void {
  const { code } = division;
  const territories = [code];
  const above = code.slice(0, 9);
  const short = shortNameOf(division);
  const [branch, council] = [`branch-${code}`, `committee-${code}`];
  place.unit({
    id: branch,
    name: `${short}党支部`,
    kind: 'committee-branch',
    parent: `committee-${above}`,
    territories,
  });
  place.unit({
    id: council,
    name: division.name,
    kind: 'residents-committee',
    parent: `office-${above}`,
    territories,
    pairedWith: branch,
  });
  const secretary = place.appoint(branch, 'secretary');
  if (random.next() < 0.8) place.alsoAppoint(council, 'director', secretary);
  else place.appoint(council, 'director');
  place.fill(council, 'clerk', 3);
  for (const grid of place.lay(ground, 'basic', (n) => `${short}第${n}责任区`)) place.serve(grid, 'responsible-member');
}

/** Builds the sample; the same for a seed in every engine. */
export function buildNanjing(seed = 'nanjing-2000'): PlaceSample {
  const random = randomFrom(seed);
  const divisions = divisionsIn(nanjingDivisions);
  const communities = divisionsAt(divisions, 'village');
  const planning = random.fork('plan');
  const plans = communities.map(({ code }) => ({
    code,
    weight: planning.between(0.7, 1.3),
    grids: planning.whole(3, 6),
  }));
  const grounds = new Map(cutGround(nanjingOutlines, plans, random.fork('ground')).map((one) => [one.code, one]));
  const place = new Place(random);
  city(place, divisionsAt(divisions, 'county'));
  const streets = divisionsAt(divisions, 'township');
  const meeting = streets.filter(({ code }) => code.startsWith(councils.district)).slice(0, councils.streets);
  const shares = apportion(
    councils.units,
    meeting.map(() => 1),
  );
  for (const one of streets) street(place, one, shares[meeting.indexOf(one)] ?? 0);
  const heads = random.fork('heads');
  for (const one of communities) {
    const own = grounds.get(one.code);
    if (own === undefined) throw new RangeError(`${one.code} has no ground`);
    committee(place, one, own, heads);
  }
  const { units, appointments, grids, services, people } = place;
  return {
    seed,
    code: '3201',
    name: '南京市（玄武区、鼓楼区）',
    provenance: provenanceOf('《加强社区党建研究 探索社区党建新路》，未署名'),
    begins: '2000-01-01',
    units,
    appointments,
    communities: place.communities,
    grids,
    services,
    people,
  };
}
