import type { Random } from '../../sample/random.ts';
import { apportion } from '../../sample/apportion.ts';
import { livingRoomSeats } from '../data/institutions.ts';
import type { Cast } from './cast.ts';
import type {
  SampleCommunity,
  SampleFunctionalGrid,
  SampleGrid,
  SampleGridAppointment,
  SampleResident,
} from './district.ts';
import { shortName } from './plan.ts';

/** Figures of the account: party members who serve in micro-grids; micro-grids for new residents and their members; old party members. */
const PARTY_MEMBERS = 3081;
const NEW_RESIDENT_GRIDS = 318;
const NEW_RESIDENT_MEMBERS = 391;
const ELDER_MEMBERS = 242;

/** How many micro-grids the old party members form is not stated; two in each is ours. */
const ELDER_GRIDS = 121;

const RESIDENTS = 60;
const SINCE = '2018-05-01';

/** One party member and one resident for each micro-grid, and further party members where most people live. */
export function staffGrids(cast: Cast, grids: readonly SampleGrid[], random: Random): SampleGridAppointment[] {
  const crowded = random.shuffle(grids).slice(0, PARTY_MEMBERS - grids.length);
  const second = new Set(crowded.map(({ code }) => code));
  return grids.flatMap(({ code: grid }) => {
    const party = (): SampleGridAppointment => ({
      grid,
      post: 'party-micro-grid-member',
      person: cast.newcomer(),
      from: SINCE,
    });
    const resident: SampleGridAppointment = {
      grid,
      post: 'resident-micro-grid-member',
      person: cast.newcomer(),
      from: SINCE,
    };
    return [party(), ...(second.has(grid) ? [party()] : []), resident];
  });
}

/** A purpose for which micro-grids are laid over others. */
interface Purpose {
  readonly purpose: SampleFunctionalGrid['purpose'];
  /** Between the community's code and the number: a letter that no basic grid has. */
  readonly infix: string;
  readonly label: string;
  readonly grids: number;
  readonly members: number;
}

const PURPOSES: readonly Purpose[] = [
  {
    purpose: 'new-residents',
    infix: 'N00',
    label: '新居民党员微格',
    grids: NEW_RESIDENT_GRIDS,
    members: NEW_RESIDENT_MEMBERS,
  },
  { purpose: 'five-elders', infix: 'E00', label: '“五老”党员微格', grids: ELDER_GRIDS, members: ELDER_MEMBERS },
];

/** The functional micro-grids, where the figures of the account are shared out over the communities by their households. */
export function layFunctionalGrids(
  cast: Cast,
  communities: readonly SampleCommunity[],
  grids: readonly SampleGrid[],
  random: Random,
): SampleFunctionalGrid[] {
  return PURPOSES.flatMap((purpose) => layPurpose(purpose, cast, communities, grids, random.fork(purpose.purpose)));
}

function layPurpose(
  { purpose, infix, label, ...figures }: Purpose,
  cast: Cast,
  communities: readonly SampleCommunity[],
  grids: readonly SampleGrid[],
  random: Random,
): SampleFunctionalGrid[] {
  const homes = communities.map(({ code }) =>
    grids.filter((grid) => grid.community === code && grid.trade === undefined),
  );
  const counts = apportion(
    figures.grids,
    homes.map((own) => own.length * random.between(0.2, 1)),
  );
  const members = apportion(
    figures.members,
    Array.from({ length: figures.grids }, () => random.next()),
    1,
  );
  let laid = 0;
  return communities.flatMap(({ code: community, name }, index) =>
    Array.from({ length: counts[index] ?? 0 }, (_, number): SampleFunctionalGrid => {
      const people = Array.from({ length: members[laid++] ?? 1 }, () => cast.newcomer());
      return {
        code: `${community}${infix}${String(number + 1).padStart(2, '0')}`,
        name: `${shortName(name)}第${number + 1}${label}`,
        community,
        kind: 'functional',
        purpose,
        over: neighbours(homes[index] ?? [], random),
        members: people,
      };
    }),
  );
}

/** Two to four micro-grids of one basic grid, which lie side by side. */
function neighbours(homes: readonly SampleGrid[], random: Random): string[] {
  const { basicGrid } = random.pick(homes);
  const block = homes.filter((grid) => grid.basicGrid === basicGrid).map(({ code }) => code);
  const count = Math.min(block.length, random.whole(2, 4));
  const start = random.whole(0, block.length - count);
  return block.slice(start, start + count);
}

/** The members of functional micro-grids serve as party micro-grid members there. */
export const staffFunctional = (grids: readonly SampleFunctionalGrid[]): SampleGridAppointment[] =>
  grids.flatMap(({ code: grid, members }) =>
    members.map((person) => ({ grid, post: 'party-micro-grid-member', person, from: SINCE }) as const),
  );

/** Residents who report matters, each at home in a micro-grid: one where each living room stands, the others anywhere. */
export function addResidents(cast: Cast, grids: readonly SampleGrid[], random: Random): SampleResident[] {
  const homes = grids.filter(({ trade }) => trade === undefined);
  const near = livingRoomSeats.map((seat) => random.pick(homes.filter(({ community }) => community === seat)));
  const anywhere = Array.from({ length: RESIDENTS - near.length }, () => random.pick(homes));
  return [...near, ...anywhere].map(({ code: grid }) => ({ person: cast.newcomer(), grid }));
}
