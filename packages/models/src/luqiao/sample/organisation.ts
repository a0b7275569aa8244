import { distance, flatten, UNITS_PER_DEGREE, type Point } from '../../sample/plane.ts';
import type { Random } from '../../sample/random.ts';
import { districtDepartments, livingRoomSeats } from '../data/institutions.ts';
import { RECORD_BEGINS, type Cast } from './cast.ts';
import type { SampleCommunity, SampleDepartment, SamplePolygons, SampleStreet } from './district.ts';
import { shortName } from './plan.ts';

const DISTRICT = '331004';
const DISTRICT_COMMITTEE = `committee-${DISTRICT}`;

/** The day on which some villages and communities have a new secretary. */
const SUCCESSION = '2018-06-01';

/** Nine digits: the part of a code that everything in a street begins with. */
export const streetOf = (code: string): string => code.slice(0, 9);

/** The party organisation, and the committee beside it, of a village or community. */
export const branchOf = (community: SampleCommunity): string => `branch-${community.code}`;
export const committeeOf = (community: SampleCommunity): string => `council-${community.code}`;

export const streetCommittee = (code: string): string => `committee-${streetOf(code)}`;
export const streetOffice = (code: string): string => `office-${streetOf(code)}`;
export const jointCommittee = (seat: string): string => `joint-${seat}`;
export const livingRoom = (seat: string): string => `room-${seat}`;

/** Which living room's seat each community of the six streets belongs to; communities of the towns have none. */
export type Seats = ReadonlyMap<string, string>;

/** Each community goes with the nearest living room of its own street. */
export function assignSeats(communities: readonly SampleCommunity[]): Seats {
  const seats = communities.filter(({ code }) => livingRoomSeats.includes(code));
  const assigned = new Map<string, string>();
  for (const community of communities) {
    const middle = middleOf(community.polygons);
    const away = (seat: SampleCommunity): number => distance(middle, middleOf(seat.polygons));
    const nearest = seats
      .filter(({ street }) => street === community.street)
      .sort((one, other) => away(one) - away(other))[0];
    if (nearest !== undefined) assigned.set(community.code, nearest.code);
  }
  return assigned;
}

/** The mean of an area's corners, in plane measure: near enough to tell neighbours by. */
function middleOf(polygons: SamplePolygons): Point {
  const corners = polygons[0]?.[0] ?? [];
  const [x, y] = corners.reduce<Point>((sum, corner) => [sum[0] + corner[0], sum[1] + corner[1]], [0, 0]);
  const scale = UNITS_PER_DEGREE / Math.max(1, corners.length);
  return flatten([x * scale, y * scale]);
}

/** District committee and departments. */
export function addDistrict(cast: Cast): SampleDepartment[] {
  cast.unit({
    id: DISTRICT_COMMITTEE,
    name: '中共路桥区委',
    kind: 'district-committee',
    territories: [DISTRICT],
    party: true,
  });
  cast.fill(DISTRICT_COMMITTEE, 'secretary', 1);
  cast.fill(DISTRICT_COMMITTEE, 'member', 6);
  return districtDepartments.map(([id, name, duties]) => {
    const unit = `department-${id}`;
    cast.unit({
      id: unit,
      name,
      kind: 'district-department',
      parent: DISTRICT_COMMITTEE,
      territories: [DISTRICT],
      party: false,
    });
    cast.fill(unit, 'director', 1);
    cast.fill(unit, 'officer', 3);
    return { unit, name, duties };
  });
}

/** The party committee of a street or town and the office that works beside it. */
export function addStreet(cast: Cast, { code, name }: SampleStreet): void {
  const [committee, office, territories] = [streetCommittee(code), streetOffice(code), [streetOf(code)]];
  const isStreet = name.endsWith('街道');
  cast.unit({
    id: committee,
    name: `${name}党${isStreet ? '工' : ''}委`,
    kind: isStreet ? 'street-committee' : 'town-committee',
    parent: DISTRICT_COMMITTEE,
    territories,
    party: true,
    pairedWith: office,
  });
  cast.unit({
    id: office,
    name: isStreet ? `${name}办事处` : name.endsWith('镇') ? `${name}人民政府` : `${name}管理委员会`,
    kind: 'street-office',
    parent: committee,
    territories,
    party: false,
    pairedWith: committee,
  });
  cast.fill(committee, 'secretary', 1);
  // One member for each living room of the street, who heads its big party committee, and three more.
  cast.fill(committee, 'member', seatsIn(streetOf(code)).length + 3);
  cast.fill(office, 'director', 1);
  cast.fill(office, 'street-clerk', 4);
}

const seatsIn = (street: string): string[] => livingRoomSeats.filter((seat) => streetOf(seat) === street);

/** A big party committee with its living room, for all communities and villages that belong to the seat. */
export function addLivingRoom(cast: Cast, seat: SampleCommunity, seats: Seats): void {
  const [joint, room, street] = [jointCommittee(seat.code), livingRoom(seat.code), streetCommittee(seat.code)];
  const others = [...seats].filter(([code, of]) => of === seat.code && code !== of).map(([code]) => code);
  const name = shortName(seat.name);
  const area = { territories: [seat.code, ...others] };
  cast.unit({ id: joint, name: `${name}大党委`, kind: 'joint-party-committee', parent: street, party: true, ...area });
  cast.unit({ id: room, name: `${name}城市会客厅`, kind: 'living-room', parent: joint, party: false, ...area });
  const members = cast.appointments.filter(({ unit, post }) => unit === street && post === 'member');
  const secretary = members[seatsIn(streetOf(seat.code)).indexOf(seat.code)];
  if (secretary === undefined) throw new RangeError(`no street committee member is left for ${seat.code}`);
  cast.appoint(joint, 'joint-secretary', secretary.person, { partTimeFrom: street });
  cast.fill(room, 'living-room-clerk', 3);
}

/** The party organisation and the elected committee of a village or community; its secretary's seat in the big party committee. */
export function addCommunity(cast: Cast, community: SampleCommunity, seats: Seats, random: Random): void {
  const [branch, committee] = [branchOf(community), committeeOf(community)];
  const seat = seats.get(community.code);
  const isVillage = community.kind === 'village';
  const name = shortName(community.name);
  const shared = { territories: [community.code] };
  cast.unit({
    ...shared,
    id: branch,
    name: `${name}党${isVillage ? '支部' : '总支'}`,
    kind: isVillage ? 'village-branch' : 'community-branch',
    parent: seat === undefined ? streetCommittee(community.code) : jointCommittee(seat),
    party: true,
    pairedWith: committee,
  });
  cast.unit({
    ...shared,
    id: committee,
    name: isVillage ? `${name}村委会`.replace('村村', '村') : `${name}居委会`.replace('居居', '居'),
    kind: isVillage ? 'village-committee' : 'residents-committee',
    parent: streetOffice(community.code),
    party: false,
    pairedWith: branch,
  });
  const from = staffCommunity(cast, branch, committee, random);
  if (seat !== undefined) seatSecretary(cast, community, seat, from);
}

/**
 * In most places one person heads both (一肩挑); in some the secretary is new, and the one before is on record. Returns since when the
 * secretary is in office.
 */
function staffCommunity(cast: Cast, branch: string, committee: string, random: Random): string {
  const isNew = random.next() < 0.15;
  const since = isNew ? SUCCESSION : RECORD_BEGINS;
  if (isNew) cast.appoint(branch, 'secretary', cast.newcomer(), { until: since });
  const secretary = cast.newcomer();
  cast.appoint(branch, 'secretary', secretary, { from: since });
  cast.fill(branch, 'member', 2);
  const isBoth = random.next() < 0.75;
  cast.appoint(committee, 'director', isBoth ? secretary : cast.newcomer(), { from: since });
  cast.fill(committee, 'member', 2);
  return since;
}

/**
 * The secretary of the seat's own community is full-time deputy, each village's secretary a deputy. The account does not say what the
 * secretary of a second community is: here a part-time member.
 */
function seatSecretary(cast: Cast, community: SampleCommunity, seat: string, from: string): void {
  const branch = branchOf(community);
  const joint = jointCommittee(seat);
  const secretary = cast.headOf(branch);
  if (community.code === seat) cast.appoint(joint, 'full-time-deputy', secretary, { from });
  else if (community.kind === 'village') cast.appoint(joint, 'deputy', secretary, { from, partTimeFrom: branch });
  else cast.appoint(joint, 'part-time-member', secretary, { from, partTimeFrom: branch });
}
