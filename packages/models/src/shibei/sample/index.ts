/**
 * The sample district of Shibei: real divisions and outline, the account's figures, everything finer invented.
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
import { shibeiDivisions } from '../data/divisions.ts';
import { shibeiOutlines } from '../data/outlines.ts';

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

/** 选聘了 525 名驻区单位党组织负责人担任街道社区兼职委员。 */
const partTimeMembers = 525;

function district(place: Place): void {
  const top = place.unit({ id: 'district', name: '市北区委', kind: 'district-committee', territories: ['370203'] });
  place.appoint(top, 'secretary');
  place.fill(top, 'member', 10);
  const departments = [
    ['urban', '区城市管理局'],
    ['housing', '区住房和城乡建设局'],
    ['labour', '区人力资源和社会保障局'],
  ] as const;
  for (const [id, name] of departments) {
    const unit = `department-${id}`;
    place.unit({ id: unit, name, kind: 'district-department', parent: top, territories: ['370203'] });
    place.appoint(unit, 'director');
    place.fill(unit, 'officer', 2);
  }
}

function street(place: Place, { code, name }: Division): void {
  const committee = `committee-${code}`;
  const office = `office-${code}`;
  const territories = [code];
  place.unit({ id: committee, name: `${name}大工委`, kind: 'street-committee', parent: 'district', territories });
  place.unit({
    id: office,
    name: `${name}办事处`,
    kind: 'street-office',
    parent: committee,
    territories,
    pairedWith: committee,
  });
  place.unit({
    id: `centre-${code}`,
    name: `${name}民情服务中心`,
    kind: 'service-centre',
    parent: office,
    territories,
  });
  place.appoint(committee, 'secretary');
  place.fill(committee, 'member', 6);
  place.appoint(office, 'director');
  place.fill(office, 'clerk', 3);
}

/** Resident units, whose secretaries sit in the body of the street or the community. */
function residentUnits(place: Place, community: Division, count: number): void {
  const { code } = community;
  const seats = [`committee-${code.slice(0, 9)}`, `party-${code}`];
  for (let n = 1; n <= count; n += 1) {
    const unit = `unit-${code}-${n}`;
    const branch = `unit-branch-${code}-${n}`;
    const name = `${shortNameOf(community)}驻区单位${n}（示例）`;
    const territories = [code];
    place.unit({ id: unit, name, kind: 'resident-unit', parent: `council-${code}`, territories });
    place.unit({
      id: branch,
      name: `${name}党支部`,
      kind: 'resident-unit-branch',
      parent: `party-${code}`,
      territories,
      pairedWith: unit,
    });
    const secretary = place.appoint(branch, 'secretary');
    place.appoint(unit, 'manager');
    // Every fifth sits in the street's body, the others in the community's.
    place.alsoAppoint(seats[n % 5 === 0 ? 0 : 1] ?? '', 'part-time-member', secretary, branch);
  }
}

/** In a closed compound the manager and the head of the owners' committee sit in the community's body (四位一体). */
function fourInOne(place: Place, community: Division): void {
  const { code } = community;
  const parent = `party-${code}`;
  const territories = [code];
  const name = `${shortNameOf(community)}封闭小区（示例）`;
  const owners = place.unit({
    id: `owners-${code}`,
    name: `${name}业主委员会`,
    kind: 'owners-committee',
    parent,
    territories,
  });
  const property = place.unit({
    id: `property-${code}`,
    name: `${name}物业公司`,
    kind: 'property-manager',
    parent,
    territories,
  });
  place.alsoAppoint(`party-${code}`, 'owners-seat', place.appoint(owners, 'director'), owners);
  place.alsoAppoint(`party-${code}`, 'property-member', place.appoint(property, 'manager'), property);
}

function community(place: Place, division: Division, ground: CommunityGround): void {
  const { code } = division;
  const name = shortNameOf(division);
  const territories = [code];
  const [party, council] = [`party-${code}`, `council-${code}`];
  const [above, office] = [`committee-${code.slice(0, 9)}`, `office-${code.slice(0, 9)}`];
  place.unit({ id: party, name: `${name}大党委`, kind: 'community-committee', parent: above, territories });
  place.unit({
    id: council,
    name: division.name,
    kind: 'residents-committee',
    parent: office,
    territories,
    pairedWith: party,
  });
  place.unit({
    id: `station-${code}`,
    name: `${name}民情服务站`,
    kind: 'service-station',
    parent: council,
    territories,
  });
  place.unit({
    id: `members-${code}`,
    name: `${name}在职党员工作站`,
    kind: 'members-station',
    parent: council,
    territories,
  });
  const secretary = place.appoint(party, 'secretary');
  place.alsoAppoint(council, 'director', secretary);
  place.fill(party, 'member', 4);
  place.fill(council, 'clerk', 4);
  fourInOne(place, division);
  for (const grid of place.lay(ground, 'basic', (n) => `${name}第${n}网格`)) place.serve(grid, 'grid-officer');
}

const plan = (divisions: readonly Division[], random: Random) =>
  divisions.map(({ code }) => ({ code, weight: random.between(0.7, 1.3), grids: random.whole(5, 9) }));

/** Builds the sample: 22 sub-districts and 137 communities of the table, 525 part-time members; the same for a seed in every engine. */
export function buildShibei(seed = 'shibei-2017'): PlaceSample {
  const random = randomFrom(seed);
  const divisions = divisionsIn(shibeiDivisions);
  const communities = divisionsAt(divisions, 'village');
  const ground = cutGround(shibeiOutlines, plan(communities, random.fork('plan')), random.fork('ground'));
  const grounds = new Map(ground.map((one) => [one.code, one]));
  const place = new Place(random);
  district(place);
  divisionsAt(divisions, 'township').forEach((one) => {
    street(place, one);
  });
  const shares = apportion(
    partTimeMembers,
    communities.map(() => 1),
  );
  communities.forEach((one, i) => {
    const own = grounds.get(one.code);
    if (own === undefined) throw new RangeError(`${one.code} has no ground`);
    community(place, one, own);
    residentUnits(place, one, shares[i] ?? 0);
  });
  const { units, appointments, grids, services, people } = place;
  return {
    seed,
    code: '370203',
    name: '市北区',
    provenance: provenanceOf('中共青岛市市北区委常委、组织部部长刘华中，大众网，2017-11-14'),
    begins: '2017-01-01',
    units,
    appointments,
    communities: place.communities,
    grids,
    services,
    people,
  };
}
