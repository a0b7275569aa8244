import { inventedCreditCode } from '../../sample/credit-code.ts';
import type { Random } from '../../sample/random.ts';
import { livingRoomSeats } from '../data/institutions.ts';
import type { Cast } from './cast.ts';
import type { SampleCommunity, SampleGrid, SampleStreet, SampleUnit, SampleUnitKind } from './district.ts';
import type { PlacedMarket } from './grids.ts';
import {
  committeeOf,
  jointCommittee,
  livingRoom,
  streetCommittee,
  streetOf,
  streetOffice,
  type Seats,
} from './organisation.ts';
import { shortName } from './plan.ts';

/** 11.8 % of the 76 markets have a party organisation of their own. */
const MARKETS_WITH_BRANCH = 9;

/** Firms of 30 and more staff: the account gives the share with a party organisation, 43 %; the number is ours. */
const FIRMS = 300;
const FIRMS_WITH_BRANCH = 129;

/** Office towers and towers with a party complex, by street; the account says of Lubei street that it has many. The numbers are ours. */
const TOWERS: readonly (readonly [street: string, towers: number, branches: number])[] = [
  ['331004003', 24, 20],
  ['331004002', 6, 3],
  ['331004001', 4, 1],
];

/** Agencies of a street, and of the area of a living room. */
const STREET_AGENCIES = ['派出所', '市场监督管理所', '供电营业所', '律师事务所'];
const AREA_AGENCIES = ['小学', '卫生服务中心'];

/** What the units of an area stand on. */
export interface Ground {
  readonly streets: readonly SampleStreet[];
  readonly communities: readonly SampleCommunity[];
  readonly grids: readonly SampleGrid[];
  readonly markets: readonly PlacedMarket[];
  readonly seats: Seats;
}

/** A body that may have a party organisation of its own. */
interface Body extends Pick<SampleUnit, 'id' | 'name' | 'creditCode' | 'isLarge' | 'staff'> {
  readonly kind: 'market' | 'tower' | 'firm' | 'agency';
  readonly parent: string;
  /** The grid it stands on. */
  readonly territory: string;
  /** What its party organisation is called, where it has one. */
  readonly branch?: string;
}

const BRANCH_KINDS = {
  market: 'market-branch',
  tower: 'tower-branch',
  firm: 'firm-branch',
  agency: 'agency-branch',
} as const satisfies Readonly<Record<Body['kind'], SampleUnitKind>>;

/** Markets, towers, firms and agencies, with their party organisations and what seats these have in the living rooms. */
export function addResidentUnits(cast: Cast, ground: Ground, random: Random): void {
  const bodies = [
    ...marketsOf(ground, random),
    ...towersOf(ground, random),
    ...firmsOf(ground, random.fork('firms')),
    ...agenciesOf(ground, random),
  ];
  for (const body of bodies) addBody(cast, body, ground.seats);
}

function addBody(cast: Cast, { branch, territory, ...body }: Body, seats: Seats): void {
  const territories = [territory];
  const branchId = branch === undefined ? undefined : `branch-${body.id}`;
  cast.unit({ ...body, territories, party: false, ...(branchId === undefined ? {} : { pairedWith: branchId }) });
  if (branch === undefined || branchId === undefined) return;
  const seat = seats.get(territory.slice(0, 12));
  const parent = seat === undefined ? streetCommittee(territory) : jointCommittee(seat);
  const kind = BRANCH_KINDS[body.kind];
  cast.unit({ id: branchId, name: branch, kind, parent, territories, party: true, pairedWith: body.id });
  cast.fill(branchId, 'secretary', 1);
  if (seat !== undefined) seatBranch(cast, branchId, body.kind, seat);
}

/** Secretaries of markets, towers and agencies are members of the living room's council; an agency's sits in the big party committee too. */
function seatBranch(cast: Cast, branch: string, kind: Body['kind'], seat: string): void {
  if (kind === 'firm') return;
  const terms = { partTimeFrom: branch };
  cast.appoint(livingRoom(seat), 'council-member', cast.headOf(branch), terms);
  if (kind === 'agency') cast.appoint(jointCommittee(seat), 'part-time-member', cast.headOf(branch), terms);
}

/** Large markets where a living room stands come first for a party organisation of their own. */
function marketsOf({ markets, communities }: Ground, random: Random): Body[] {
  const rank = ({ plan, grid }: PlacedMarket): number =>
    (livingRoomSeats.includes(grid.slice(0, 12)) ? 0 : 2) + (plan.isLarge ? 0 : 1);
  const withBranch = random
    .shuffle(markets)
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, MARKETS_WITH_BRANCH);
  return markets.map((market, index) => ({
    id: market.id,
    name: market.plan.name,
    kind: 'market',
    parent: committeeAt(communities, market.grid),
    territory: market.grid,
    creditCode: inventedCreditCode(10_000_000 + index * 7919),
    isLarge: market.plan.isLarge,
    ...(withBranch.includes(market) ? { branch: `${market.plan.name}党支部` } : {}),
  }));
}

function committeeAt(communities: readonly SampleCommunity[], territory: string): string {
  const community = communities.find(({ code }) => territory.startsWith(code));
  if (community === undefined) throw new RangeError(`${territory} lies in no community`);
  return committeeOf(community);
}

function towersOf({ communities, grids }: Ground, random: Random): Body[] {
  return TOWERS.flatMap(([street, towers, branches]) => {
    const urban = communities.filter(({ code, kind }) => streetOf(code) === street && kind === 'community');
    return Array.from({ length: towers }, (_, index): Body[] => {
      const community = urban[index % urban.length];
      if (community === undefined) return [];
      const name = `${shortName(community.name)}${Math.floor(index / urban.length) + 1}号商务楼`;
      return [
        {
          id: `tower-${street}-${String(index + 1).padStart(2, '0')}`,
          name,
          kind: 'tower',
          parent: committeeOf(community),
          territory: homeIn(grids, community, random),
          ...(index < branches ? { branch: `${name}党建综合体` } : {}),
        },
      ];
    }).flat();
  });
}

/** A micro-grid of homes in a community. */
function homeIn(grids: readonly SampleGrid[], community: SampleCommunity, random: Random): string {
  return random.pick(grids.filter((grid) => grid.community === community.code && grid.trade === undefined)).code;
}

const FIRM_FIRSTS = Array.from('宏鑫泰恒永华达远盛隆兴瑞嘉润和');
const FIRM_LASTS = Array.from('达丰通源力成信利');
const FIRM_TRADES = ['机电', '塑业', '汽配', '模具', '水泵', '服饰', '包装', '电器', '五金', '食品'];

/** Names of firms that are none, no two alike: with 某 in the middle, as people's names are written. */
function firmNames(random: Random): string[] {
  const names = FIRM_FIRSTS.flatMap((first) =>
    FIRM_LASTS.flatMap((last) => FIRM_TRADES.map((trade) => `${first}某${last}${trade}有限公司`)),
  );
  return random.shuffle(names).slice(0, FIRMS);
}

function firmsOf({ communities, grids }: Ground, random: Random): Body[] {
  const order = random.shuffle(Array.from({ length: FIRMS }, (_, index) => index));
  const withBranch = new Set(order.slice(0, FIRMS_WITH_BRANCH));
  return firmNames(random).map((name, index): Body => {
    const community = random.pick(communities);
    return {
      id: `firm-${String(index + 1).padStart(3, '0')}`,
      name,
      kind: 'firm',
      parent: committeeOf(community),
      territory: homeIn(grids, community, random),
      creditCode: inventedCreditCode(50_000_000 + index * 7919),
      // Many firms of thirty to a hundred, few of several hundred.
      staff: 30 + Math.floor(400 * random.next() * random.next() * random.next()),
      ...(withBranch.has(index) ? { branch: `${name}党支部` } : {}),
    };
  });
}

/** Agencies stand in a community that keeps a living room: those of a street in its first, the others one in each. */
function agenciesOf({ streets, communities, grids }: Ground, random: Random): Body[] {
  const seats = communities.filter(({ code }) => livingRoomSeats.includes(code));
  const ofStreets = streets.flatMap(({ code, name }) => {
    const seat = seats.find(({ street }) => street === code);
    return seat === undefined ? [] : STREET_AGENCIES.map((what) => ({ seat, name: `${name}${what}` }));
  });
  const ofAreas = seats.flatMap((seat) => AREA_AGENCIES.map((what) => ({ seat, name: `${placeName(seat)}${what}` })));
  return [...ofStreets, ...ofAreas].map(({ seat, name }, index): Body => ({
    id: `agency-${String(index + 1).padStart(2, '0')}`,
    name,
    kind: 'agency',
    parent: streetOffice(seat.code),
    territory: homeIn(grids, seat, random),
    branch: `${name}党支部`,
  }));
}

const placeName = ({ name }: SampleCommunity): string => shortName(name).replace(/(社区|居)$/, '');
