import { apportion } from '../../sample/apportion.ts';
import { centroid, UNITS_PER_DEGREE, type Point } from '../../sample/plane.ts';
import type { Random } from '../../sample/random.ts';
import { readingOrder } from '../../sample/reading-order.ts';
import { outlineOf, ringOf, type Subdivision } from '../../sample/subdivision.ts';
import type { SampleBasicGrid, SampleGrid, SamplePolygons } from './district.ts';
import type { MarketPlan } from './markets.ts';
import { shortName } from './plan.ts';
import type { CommunityFaces, GridFaces, Territory } from './territory.ts';

/** The grids of the district, numbered. */
export interface Grids {
  readonly basicGrids: readonly SampleBasicGrid[];
  readonly grids: readonly SampleGrid[];
  /** The markets with the codes of their grids, in the order of those. */
  readonly markets: readonly PlacedMarket[];
}

/** A market on the ground. */
export interface PlacedMarket {
  readonly id: string;
  readonly plan: MarketPlan;
  readonly grid: string;
}

/** Rings of whole numbers as closed polygons in degrees. */
export function polygonsOf(rings: readonly (readonly Point[])[]): SamplePolygons {
  return rings.map((ring) => [
    [...ring, ...ring.slice(0, 1)].map(([x, y]) => [x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE] as const),
  ]);
}

/** Numbers and names all grids of a territory. */
export function numberGrids(territory: Territory, random: Random): Grids {
  const basicGrids: SampleBasicGrid[] = [];
  const grids: SampleGrid[] = [];
  const markets: PlacedMarket[] = [];
  const byCode = [...territory.communities].sort((one, other) => (one.plan.code < other.plan.code ? -1 : 1));
  for (const community of byCode) {
    const numbered = new CommunityNumbering(territory, community, markets.length, random.fork(community.plan.code));
    basicGrids.push(...numbered.basicGrids);
    grids.push(...numbered.grids);
    markets.push(...numbered.markets);
  }
  return { basicGrids, grids, markets };
}

/** The grids of one community, numbered from west to east and north to south, first the basic ones and then in each the micro-grids. */
class CommunityNumbering {
  readonly basicGrids: SampleBasicGrid[] = [];
  readonly grids: SampleGrid[] = [];
  readonly markets: PlacedMarket[] = [];
  private readonly plane: Subdivision;
  private readonly community: CommunityFaces;
  private readonly islands: readonly number[];
  private readonly marketsBefore: number;
  private readonly random: Random;

  constructor(territory: Territory, community: CommunityFaces, marketsBefore: number, random: Random) {
    this.plane = territory.plane;
    this.community = community;
    this.islands = community.holdsIslands ? territory.islands : [];
    this.marketsBefore = marketsBefore;
    this.random = random;
    const middles = community.grids.map(({ faces }) => this.middleOf(faces));
    readingOrder(middles).forEach((position, index) => {
      const basic = community.grids[position];
      const code = `${community.plan.code}${String(index + 1).padStart(3, '0')}`;
      if (basic?.market !== undefined) this.addMarket(code, basic.faces, basic.market);
      else if (basic !== undefined) this.addBasic(code, basic);
    });
  }

  private addMarket(code: string, faces: readonly number[], plan: MarketPlan): void {
    const { code: community } = this.community.plan;
    const id = `market-${String(this.marketsBefore + this.markets.length + 1).padStart(2, '0')}`;
    const polygons = polygonsOf(outlineOf(this.plane, faces));
    this.markets.push({ id, plan, grid: code });
    this.basicGrids.push({ code, name: plan.name, community, kind: 'dedicated', households: 0, market: id, polygons });
    let last = 0;
    plan.trades.forEach(({ name: trade, stalls: count }, index) => {
      const stalls = { from: last + 1, to: last + count };
      last = stalls.to;
      const name = `${plan.name}${trade}微格`;
      this.grids.push({ ...this.base(code, index), name, households: 0, trade, stalls, polygons });
    });
  }

  private addBasic(code: string, { faces }: GridFaces): void {
    const { code: community, name } = this.community.plan;
    const households = this.random.whole(250, 350);
    const shares = apportion(
      households,
      faces.map(() => this.random.between(0.7, 1.3)),
    );
    const number = this.basicGrids.filter(({ kind }) => kind === 'basic').length + 1;
    const areas = this.areasOf(faces);
    const polygons = polygonsOf(outlineOf(this.plane, areas.flat()));
    this.basicGrids.push({
      code,
      name: `${shortName(name)}第${number}网格`,
      community,
      kind: 'basic',
      households,
      polygons,
    });
    readingOrder(faces.map((face) => this.middleOf([face]))).forEach((position, index) => {
      const ground = polygonsOf((areas[position] ?? []).map((face) => ringOf(this.plane, face)));
      const households = shares[position] ?? 0;
      this.grids.push({ ...this.base(code, index), name: this.nextName(), households, polygons: ground });
    });
  }

  private base(basicGrid: string, index: number): Pick<SampleGrid, 'code' | 'community' | 'basicGrid' | 'kind'> {
    const code = `${basicGrid}${String(index + 1).padStart(2, '0')}`;
    return { code, community: this.community.plan.code, basicGrid, kind: 'micro' };
  }

  /** Micro-grids of homes are counted over the whole community: 迎宾社区第7微格. */
  private nextName(): string {
    const number = this.grids.filter(({ trade }) => trade === undefined).length + 1;
    return `${shortName(this.community.plan.name)}第${number}微格`;
  }

  /** The faces of each micro-grid: one, and the islands with the one farthest east. */
  private areasOf(faces: readonly number[]): number[][] {
    const all = this.community.grids.flatMap((grid) => grid.faces);
    const east = all.reduce((best, face) => (this.middleOf([face])[0] > this.middleOf([best])[0] ? face : best));
    return faces.map((face) => (face === east ? [face, ...this.islands] : [face]));
  }

  private middleOf(faces: readonly number[]): Point {
    const middles = faces.map((face) => centroid(ringOf(this.plane, face)));
    const sum = middles.reduce<Point>((total, middle) => [total[0] + middle[0], total[1] + middle[1]], [0, 0]);
    return [sum[0] / middles.length, sum[1] / middles.length];
  }
}
