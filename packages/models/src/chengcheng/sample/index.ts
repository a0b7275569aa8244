/**
 * The sample district of Chengcheng: real divisions and outline, the account's figures, everything finer invented.
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
import { chengchengDivisions } from '../data/divisions.ts';
import { chengchengOutlines } from '../data/outlines.ts';

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
 * The account counts three urban communities and names none; the table has sixteen divisions in the sub-district. These three stand
 * for them, and only they have compounds: the choice is ours.
 */
const urban = ['610525001001', '610525001002', '610525001003'];
/** 198 temporary compound branches with 3,600 members in all. When they end the account does not say: this day is ours. */
const temporary = { branches: 198, members: 3600, until: '2030-01-01' };

const begins = '2020-01-20';

function county(place: Place): readonly string[] {
  const territories = ['610525'];
  const top = place.unit({ id: 'county', name: '澄城县委', kind: 'county-committee', territories });
  place.appoint(top, 'secretary');
  for (const [id, name] of [
    ['security', '县公安局'],
    ['relief', '县民政局'],
    ['works', '县住房和城乡建设局'],
  ] as const) {
    const unit = place.unit({ id: `department-${id}`, name, kind: 'county-department', parent: top, territories });
    place.appoint(unit, 'director');
    place.fill(unit, 'officer', 2);
  }
  return Array.from({ length: urban.length }, () => place.appoint(top, 'member'));
}

function township(place: Place, { code, name }: Division): void {
  const isStreet = name.endsWith('街道');
  const territories = [code];
  const [party, office] = [`committee-${code}`, `office-${code}`];
  place.unit({
    id: party,
    name: isStreet ? `${name}党工委` : `${name}党委`,
    kind: isStreet ? 'street-committee' : 'town-committee',
    parent: 'county',
    territories,
  });
  place.unit({
    id: office,
    name: isStreet ? `${name}办事处` : `${name}政府`,
    kind: isStreet ? 'street-office' : 'town-government',
    parent: party,
    territories,
    pairedWith: party,
  });
  place.appoint(party, 'secretary');
  place.fill(party, 'member', 6);
  place.appoint(office, 'director');
  place.fill(office, 'clerk', 2);
  if (!isStreet) return;
  const conference = `conference-${code}`;
  place.unit({ id: conference, name: '城市基层党建联席会', kind: 'joint-conference', parent: party, territories });
  for (let n = 1; n <= 12; n += 1) {
    const unit = `unit-${code}-${n}`;
    place.unit({ id: unit, name: `驻区单位${n}（示例）`, kind: 'resident-unit', parent: office, territories });
    place.alsoAppoint(conference, 'conference-member', place.appoint(unit, 'manager'), unit);
  }
}

/** A community or a village with its two committees, and its grids where it has ground. */
function community(place: Place, division: Division, ground: CommunityGround): readonly string[] {
  const { code, name } = division;
  const isVillage = /村(民)?委(员)?会$/.test(name);
  const [party, council] = [`party-${code}`, `council-${code}`];
  const town = code.slice(0, 9);
  const territories = [code];
  const short = shortNameOf(division);
  place.unit({
    id: party,
    name: `${short}党组织`,
    kind: isVillage ? 'village-party' : 'community-party',
    parent: `committee-${town}`,
    territories,
  });
  place.unit({
    id: council,
    name,
    kind: isVillage ? 'village-committee' : 'residents-committee',
    parent: `office-${town}`,
    territories,
    pairedWith: party,
  });
  place.alsoAppoint(council, 'director', place.appoint(party, 'secretary'));
  place.fill(council, 'clerk', 2);
  return place.lay(ground, 'basic', (n) => (urban.includes(code) ? `${short}第${n}小区` : `${short}第${n}网格`));
}

/** A compound: a temporary branch with its members, one building with its head, two heads and an officer in the grid (两长一员). */
function compound(place: Place, grid: string, members: number): void {
  const code = grid.slice(0, 12);
  const territories = [grid];
  const name = `第${Number(grid.slice(12))}小区（示例）`;
  const branch = place.unit({
    id: `temporary-${grid}`,
    name: `${name}临时党支部`,
    kind: 'temporary-branch',
    until: temporary.until,
    parent: `party-${code}`,
    territories,
  });
  const { until } = temporary;
  place.appoint(branch, 'secretary', { until });
  place.fill(branch, 'member', members - 1, { until });
  const own = place.unit({
    id: `branch-${grid}`,
    name: `${name}党支部`,
    kind: 'compound-branch',
    parent: `party-${code}`,
    territories,
  });
  const head = place.appoint(own, 'secretary');
  const building = place.unit({
    id: `building-${grid}`,
    name: `${name}1号楼`,
    kind: 'building',
    parent: own,
    territories,
  });
  const household = place.unit({
    id: `household-${grid}`,
    name: `${name}1号楼1单元`,
    kind: 'party-household',
    parent: building,
    territories,
  });
  const ofBuilding = place.appoint(building, 'building-head');
  place.appoint(household, 'householder');
  place.serve(grid, 'grid-head', head);
  place.serve(grid, 'grid-building-head', ofBuilding);
  place.serve(grid, 'grid-officer');
}

/** Compounds of the urban communities, two or three grids in every other community and village. */
function planOf(divisions: readonly Division[], random: Random) {
  const compounds = apportion(
    temporary.branches,
    urban.map(() => 1),
  );
  return divisions.map(({ code }) => {
    const at = urban.indexOf(code);
    return { code, weight: random.between(0.7, 1.3), grids: compounds[at] ?? random.whole(2, 3) };
  });
}

/** Builds the sample; the same for a seed in every engine. */
export function buildChengcheng(seed = 'chengcheng-five-one'): PlaceSample {
  const random = randomFrom(seed);
  const divisions = divisionsIn(chengchengDivisions);
  const communities = divisionsAt(divisions, 'village');
  const ground = cutGround(chengchengOutlines, planOf(communities, random.fork('plan')), random.fork('ground'));
  const grounds = new Map(ground.map((one) => [one.code, one]));
  const place = new Place(random);
  const patrons = county(place);
  divisionsAt(divisions, 'township').forEach((one) => {
    township(place, one);
  });
  const members = apportion(
    temporary.members,
    Array.from({ length: temporary.branches }, () => 1),
  );
  let compounds = 0;
  for (const one of communities) {
    const own = grounds.get(one.code);
    if (own === undefined) throw new RangeError(`${one.code} has no ground`);
    const grids = community(place, one, own);
    if (!urban.includes(one.code)) continue;
    place.alsoAppoint(`party-${one.code}`, 'patron', patrons[urban.indexOf(one.code)] ?? '', 'county');
    for (const grid of grids) {
      compound(place, grid, members[compounds] ?? 1);
      compounds += 1;
    }
  }
  const { units, appointments, grids, services, people } = place;
  return {
    seed,
    code: '610525',
    name: '澄城县',
    provenance: provenanceOf('刘蕾，《中国报道》'),
    begins,
    units,
    appointments,
    communities: place.communities,
    grids,
    services,
    people,
  };
}
