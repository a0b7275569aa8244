import { divide, divideAlong } from '../../sample/divide.ts';
import type { Course } from '../../sample/cut.ts';
import type { Point } from '../../sample/plane.ts';
import type { Random } from '../../sample/random.ts';
import { apportion } from '../../sample/apportion.ts';
import { simplifyRing } from '../../sample/simplify.ts';
import { subdivide, type Subdivision } from '../../sample/subdivision.ts';
import { luqiaoCentres, luqiaoLayout, type Layout } from '../data/layout.ts';
import { luqiaoOutline } from '../data/outline.ts';
import type { MarketPlan } from './markets.ts';
import type { CommunityPlan } from './plan.ts';

/** The faces that one basic grid, or one market, consists of. */
export interface GridFaces {
  /** One for each micro-grid; a market has a single one for all of its trades. */
  readonly faces: readonly number[];
  readonly market?: MarketPlan;
}

/** The ground of a community, cut. */
export interface CommunityFaces {
  readonly plan: CommunityPlan;
  readonly grids: readonly GridFaces[];
  readonly holdsIslands: boolean;
}

/** The district, cut. */
export interface Territory {
  readonly plane: Subdivision;
  readonly communities: readonly CommunityFaces[];
  /** The faces of the islands, which no cut touches. */
  readonly islands: readonly number[];
}

/** How far the outline used may lie from the published one: 70 m, less than its own error. */
const OUTLINE_TOLERANCE = 650;

/** Micro-grids in a basic grid: about so many, and never more than the most. */
const MICRO_PER_BASIC = { usual: 6.4, most: 8 };

/** Borders stray the less the smaller the areas are that they part: streets of a town are straighter than town boundaries. */
const COURSES = {
  street: { stray: 0.06, spacing: 1_700 },
  community: { stray: 0.1, spacing: 1_400 },
  basic: { stray: 0.07, spacing: 1_100 },
  micro: { stray: 0.06, spacing: 900 },
} as const satisfies Readonly<Record<string, Course>>;

/** Cuts the outline into streets, communities, basic grids and micro-grids. */
export function cutTerritory(plans: readonly CommunityPlan[], random: Random): Territory {
  const [mainland, ...islands] = luqiaoOutline.map((steps) => simplifyRing(positionsOf(steps), OUTLINE_TOLERANCE));
  if (mainland === undefined) throw new RangeError('the outline has no mainland');
  const plane = subdivide([mainland, ...islands]);
  const streets = cutStreets(plane, 0, luqiaoLayout, random.fork('streets'));
  const communities = streets.flatMap(([street, face]) => cutStreet(plane, street, face, plans, random));
  return { plane, communities, islands: islands.map((_, index) => index + 1) };
}

/** The positions of a carried ring, in millionths of a degree. */
function positionsOf(steps: readonly number[]): Point[] {
  const points: Point[] = [];
  let [x, y] = [0, 0];
  for (let index = 0; index + 1 < steps.length; index += 2) {
    x += (steps[index] ?? 0) * 10;
    y += (steps[index + 1] ?? 0) * 10;
    points.push([x, y]);
  }
  return points;
}

function cutStreets(plane: Subdivision, face: number, layout: Layout, random: Random): [string, number][] {
  if (typeof layout === 'string') return [[layout, face]];
  const left = divideAlong(plane, face, layout.line, COURSES.street, random);
  return [...cutStreets(plane, left, layout.left, random), ...cutStreets(plane, face, layout.right, random)];
}

/** Communities of a street, the most urban ones around its centre. */
function cutStreet(
  plane: Subdivision,
  street: string,
  face: number,
  plans: readonly CommunityPlan[],
  random: Random,
): CommunityFaces[] {
  const own = plans.filter((plan) => plan.street === street).sort(byRank);
  const weights = own.map((plan) => plan.areaWeight);
  const centre = luqiaoCentres.get(street);
  const division = { weights, course: COURSES.community, ...(centre && { centre }) };
  const faces = divide(plane, face, division, random.fork(street));
  return own.flatMap((plan, index) => {
    const ground = faces[index];
    return ground === undefined ? [] : [communityOn(plane, ground, plan, random.fork(plan.code))];
  });
}

function communityOn(plane: Subdivision, face: number, plan: CommunityPlan, random: Random): CommunityFaces {
  return { plan, grids: cutCommunity(plane, face, plan, random), holdsIslands: plan.code === ISLAND_COMMUNITY };
}

/** Villages on the headland of Huangjiao come last: farthest from the middle of their town, on the coast and next to the islands. */
const ISLAND_COMMUNITY = '331004106318';
const HEADLAND = ['331004106317', ISLAND_COMMUNITY];

const rankOf = ({ code, isUrban }: CommunityPlan): number => (isUrban ? 0 : 1 + HEADLAND.indexOf(code) + 1);

const byRank = (one: CommunityPlan, other: CommunityPlan): number =>
  rankOf(one) - rankOf(other) || (one.code < other.code ? -1 : 1);

/** A community's basic grids and markets. It is cut into neighbourhoods first, and a market takes its ground in one of them. */
function cutCommunity(plane: Subdivision, face: number, plan: CommunityPlan, random: Random): GridFaces[] {
  const { usual, most } = MICRO_PER_BASIC;
  const count = Math.max(1, Math.round(plan.homeGrids / usual), Math.ceil(plan.homeGrids / most));
  const homes = apportion(
    plan.homeGrids,
    Array.from({ length: count }, () => 1),
  );
  const blocks = homes.map((grids, index) => ({
    grids,
    markets: plan.markets.filter((_, market) => market % count === index),
  }));
  const weights = blocks.map(({ grids, markets }) => markets.reduce((sum, market) => sum + groundOf(market), grids));
  const faces = divide(plane, face, { weights, course: COURSES.basic }, random);
  return blocks.flatMap(({ grids, markets }, index) => {
    const block = faces[index];
    return block === undefined ? [] : cutBlock(plane, block, grids, markets, random);
  });
}

/** A market takes as much ground as a micro-grid of homes, a large one half as much again. */
const groundOf = (market: MarketPlan): number => (market.isLarge ? 1.5 : 1);

function cutBlock(
  plane: Subdivision,
  face: number,
  grids: number,
  markets: readonly MarketPlan[],
  random: Random,
): GridFaces[] {
  const weights = [...markets.map(groundOf), ...Array.from({ length: grids }, () => 1)];
  const faces = divide(plane, face, { weights, course: COURSES.micro }, random);
  const marketGrids = markets.map((market, index) => ({ market, faces: faces.slice(index, index + 1) }));
  return [...marketGrids, { faces: faces.slice(markets.length) }];
}
