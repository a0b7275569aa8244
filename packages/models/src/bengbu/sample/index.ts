/**
 * The sample district of Bengbu: real divisions and outlines, the account's figures, everything finer invented.
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
import { bengbuDivisions } from '../data/divisions.ts';
import { bengbuOutlines } from '../data/outlines.ts';

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

/** The figures of the account. */
const figures = {
  villages: 913,
  communities: 226,
  villageBranches: 3950,
  compoundBranches: 1187,
  councilMembers: 32_000,
  partTimeMembers: 620,
  /** Compounds with an owners' committee of their own, out of a thousand. */
  ownersCommittees: 817,
};

/** The two zones have no outline of their own: what the table puts in them is laid on the district around them. */
const groundOfZone: Readonly<Record<string, string>> = { '340371': '340304', '340372': '340303' };

const endsAsVillage = ({ name }: Division): boolean => /村(民)?委(员)?会$/.test(name);
const isTown = ({ name }: Division): boolean => /[乡镇]$/.test(name);

/** A division of the table, and whether the sample counts it as a village. */
interface Seat {
  readonly division: Division;
  readonly isVillage: boolean;
}

/**
 * The table has other numbers than the account, which is of other years: 868 villages and 289 others where the account has 913 and 226.
 * So of the others the first 45 that lie in towns count as villages, and the last 18 of the table are left out.
 */
function seatsOf(divisions: readonly Division[]): readonly Seat[] {
  const towns = new Set(
    divisionsAt(divisions, 'township')
      .filter(isTown)
      .map(({ code }) => code),
  );
  const all = divisionsAt(divisions, 'village');
  const named = all.filter(endsAsVillage);
  const others = all.filter((one) => !endsAsVillage(one));
  const counted = others.filter(({ parent = '' }) => towns.has(parent)).slice(0, figures.villages - named.length);
  const villages = new Set([...named, ...counted]);
  const communities = new Set(others.filter((one) => !villages.has(one)).slice(0, figures.communities));
  return all
    .filter((one) => villages.has(one) || communities.has(one))
    .map((division) => ({ division, isVillage: villages.has(division) }));
}

function county(place: Place, { code, name }: Division): void {
  const territories = [code];
  const committee = place.unit({
    id: `county-${code}`,
    name: `${name}党委`,
    kind: 'county-committee',
    parent: 'city',
    territories,
  });
  place.appoint(committee, 'secretary');
  place.fill(committee, 'member', 6);
  const enforcement = place.unit({
    id: `enforcement-${code}`,
    name: `${name}综合行政执法局`,
    kind: 'enforcement-department',
    parent: committee,
    territories,
  });
  place.fill(enforcement, 'officer', 2);
}

function township(place: Place, division: Division): void {
  const { code, name } = division;
  const territories = [code];
  const [party, office] = [`committee-${code}`, `office-${code}`];
  const town = isTown(division);
  place.unit({
    id: party,
    name: town ? `${name}党委` : `${name}大工委`,
    kind: town ? 'town-committee' : 'street-committee',
    parent: `county-${code.slice(0, 6)}`,
    territories,
  });
  place.unit({
    id: office,
    name: town ? `${name}人民政府` : `${name}办事处`,
    kind: town ? 'town-government' : 'street-office',
    parent: party,
    territories,
    pairedWith: party,
  });
  place.appoint(party, 'secretary');
  place.fill(party, 'member', 6);
  place.appoint(office, 'director');
  place.fill(office, 'clerk', 2);
}

function seat(place: Place, { division, isVillage }: Seat): void {
  const { code, name } = division;
  const town = code.slice(0, 9);
  const territories = [code];
  const [party, council] = [`party-${code}`, `council-${code}`];
  const short = shortNameOf(division);
  place.unit({
    id: party,
    name: isVillage ? `${short}党组织` : `${short}大党委`,
    kind: isVillage ? 'village-committee-party' : 'community-committee',
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
  place.appoint(council, 'legal-adviser');
}

/** A branch with its council beside it, one person heading both, and its grid. Answers who heads them. */
function pair(place: Place, grid: string, isVillage: boolean, members: number): string {
  const code = grid.slice(0, 12);
  const territories = [grid];
  const name = isVillage ? `第${Number(grid.slice(12))}自然村（示例）` : `第${Number(grid.slice(12))}小区（示例）`;
  const branch = place.unit({
    id: `branch-${grid}`,
    name: `${name}党支部`,
    kind: isVillage ? 'natural-village-branch' : 'compound-branch',
    parent: `party-${code}`,
    territories,
  });
  const council = place.unit({
    id: `deliberation-${grid}`,
    name: isVillage ? `${name}村民理事会` : `${name}居民议事会`,
    kind: isVillage ? 'villagers-council' : 'residents-council',
    parent: `council-${code}`,
    territories,
    pairedWith: branch,
  });
  const head = place.appoint(branch, 'secretary');
  place.alsoAppoint(council, 'council-head', head);
  place.fill(council, 'council-member', members - 1);
  place.serve(grid, 'grid-officer', head);
  return head;
}

function planOf(seats: readonly Seat[], random: Random) {
  const share = (isVillage: boolean, total: number): ReadonlyMap<Division, number> => {
    const own = seats.filter((one) => one.isVillage === isVillage).map(({ division }) => division);
    const parts = apportion(
      total,
      own.map(() => random.between(0.6, 1.4)),
      1,
    );
    return new Map(own.map((division, i) => [division, parts[i] ?? 1]));
  };
  const grids = new Map([...share(true, figures.villageBranches), ...share(false, figures.compoundBranches)]);
  return seats.map(({ division, isVillage }) => {
    const zone = groundOfZone[division.code.slice(0, 6)];
    const weight = isVillage ? random.between(0.7, 1.3) : random.between(0.2, 0.4);
    const plan = { code: division.code, weight, grids: grids.get(division) ?? 1 };
    return zone === undefined ? plan : { ...plan, county: zone };
  });
}

/** An owners' committee of the compound alone, for the share of compounds that the account tells, spread evenly over them all. */
function owners(place: Place, grid: string, index: number): void {
  const until = (count: number): number => Math.round((count * figures.ownersCommittees) / 1000);
  if (until(index + 1) === until(index)) return;
  place.unit({
    id: `owners-${grid}`,
    name: `第${Number(grid.slice(12))}小区（示例）业主委员会`,
    kind: 'owners-committee',
    parent: `council-${grid.slice(0, 12)}`,
    territories: [grid],
  });
}

/** Lays out every branch and council; the heads of the first compound branches are part-time members of their community's body. */
function pairs(place: Place, seats: readonly Seat[], grounds: ReadonlyMap<string, CommunityGround>): void {
  const total = figures.villageBranches + figures.compoundBranches;
  const members = apportion(
    figures.councilMembers,
    Array.from({ length: total }, () => 1),
  );
  let [laid, compounds, partTime] = [0, 0, 0];
  for (const { division, isVillage } of seats) {
    const ground = grounds.get(division.code);
    if (ground === undefined) throw new RangeError(`${division.code} has no ground`);
    const short = shortNameOf(division);
    for (const grid of place.lay(ground, 'basic', (n) => `${short}第${n}${isVillage ? '自然村' : '小区'}`)) {
      const head = pair(place, grid, isVillage, members[laid] ?? 1);
      laid += 1;
      if (isVillage) continue;
      owners(place, grid, compounds);
      compounds += 1;
      if (partTime === figures.partTimeMembers) continue;
      place.alsoAppoint(`party-${division.code}`, 'part-time-member', head, `branch-${grid}`);
      partTime += 1;
    }
  }
}

/** Builds the sample; the same for a seed in every engine. */
export function buildBengbu(seed = 'bengbu-2024'): PlaceSample {
  const random = randomFrom(seed);
  const divisions = divisionsIn(bengbuDivisions);
  const seats = seatsOf(divisions);
  const ground = cutGround(bengbuOutlines, planOf(seats, random.fork('plan')), random.fork('ground'));
  const place = new Place(random);
  const top = place.unit({ id: 'city', name: '蚌埠市委', kind: 'city-committee', territories: ['3403'] });
  place.appoint(top, 'secretary');
  place.fill(top, 'member', 10);
  for (const one of divisionsAt(divisions, 'county')) county(place, one);
  for (const one of divisionsAt(divisions, 'township')) township(place, one);
  for (const one of seats) seat(place, one);
  pairs(place, seats, new Map(ground.map((one) => [one.code, one])));
  const { units, appointments, communities, grids, services, people } = place;
  return {
    seed,
    code: '3403',
    name: '蚌埠市',
    provenance: provenanceOf('中共蚌埠市委书记，国家治理，2024'),
    begins: '2021-01-01',
    units,
    appointments,
    communities,
    grids,
    services,
    people,
  };
}
