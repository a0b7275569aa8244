import { apportion } from '../../sample/apportion.ts';
import type { Division } from '../../sample/divisions.ts';
import type { Random } from '../../sample/random.ts';
import { markets, type MarketPlan } from './markets.ts';

/** Figures of the account: micro-grids in the district. */
const MICRO_GRIDS = 2919;

/** What a community is to hold before anything is cut. */
export interface CommunityPlan {
  readonly code: string;
  readonly name: string;
  /** The first nine digits of the code. */
  readonly street: string;
  /** A residents' committee of a town, where homes stand close; else a village. */
  readonly isUrban: boolean;
  /** Its share of its street's area, in any unit. */
  readonly areaWeight: number;
  /** Micro-grids cut by homes. */
  readonly homeGrids: number;
  readonly markets: readonly MarketPlan[];
}

/** The nine digits of the three streets that make up the core of the town. */
const CORE = ['331004001', '331004002', '331004003'];

/** Fewest micro-grids of homes in a community. */
const LEAST_GRIDS = 4;

/** The name in short, as grids carry it: without the words for the committee. */
export const shortName = (name: string): string =>
  name.replace(
    /(社区|村|居)?(居委会|村委会)$/,
    (_, kind?: string, committee?: string) => kind ?? (committee === '村委会' ? '村' : '居'),
  );

/** Whether a division's people elect a residents' committee; the others elect a villagers' committee. */
const isResidents = (name: string): boolean => !name.endsWith('村委会');

/** Plans all communities: how large each is, its micro-grids and its markets. The micro-grids come to {@link MICRO_GRIDS}. */
export function planCommunities(divisions: readonly Division[], random: Random): CommunityPlan[] {
  const villages = divisions.filter(({ level }) => level === 'village');
  const marketsByCommunity = markets(villages, random.fork('markets'));
  const tradeGrids = [...marketsByCommunity.values()].flat().reduce((sum, market) => sum + market.trades.length, 0);
  const weights = villages.map((village) => homesWeight(village, random));
  const homeGrids = apportion(MICRO_GRIDS - tradeGrids, weights, LEAST_GRIDS);
  return villages.map((village, index) => ({
    code: village.code,
    name: village.name,
    street: village.code.slice(0, 9),
    isUrban: isResidents(village.name),
    areaWeight: areaWeight(village, random),
    homeGrids: homeGrids[index] ?? LEAST_GRIDS,
    markets: marketsByCommunity.get(village.code) ?? [],
  }));
}

function homesWeight({ code, name }: Division, random: Random): number {
  const isCore = CORE.includes(code.slice(0, 9));
  const usual = isResidents(name) ? (isCore ? 2.4 : 1.6) : isCore ? 1.1 : 0.9;
  return usual * random.between(0.75, 1.25);
}

function areaWeight({ code, name }: Division, random: Random): number {
  const isCore = CORE.includes(code.slice(0, 9));
  return (isResidents(name) ? (isCore ? 0.8 : 0.9) : isCore ? 1.1 : 1.3) * random.between(0.7, 1.3);
}
