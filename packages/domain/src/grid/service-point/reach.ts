import type { ServicePointRules } from '../../governance-model/grid-work-rules.ts';
import type { Position } from '../../kernel/place.ts';
import { basicGridOfCode } from '../geometry/grid-code.ts';
import type { MultiPolygon } from '../geometry/grid-shape.ts';
import type { GridRow } from '../views.ts';
import type { ServicePointRow } from './views.ts';

/** Mean radius of the Earth, in metres (IUGG). */
const earthRadius = 6_371_008.8;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The straight line between two WGS-84 positions on the sphere, in metres; short of the ellipsoid by half a percent at most. */
export function metresBetween(from: Readonly<Position>, to: Readonly<Position>): number {
  const [south, north] = [radians(from[1]), radians(to[1])];
  const across = Math.sin((north - south) / 2) ** 2;
  const along = Math.cos(south) * Math.cos(north) * Math.sin(radians(to[0] - from[0]) / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(across + along)));
}

interface Ground {
  readonly area: number;
  readonly centre: Position;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Area in square degrees and centroid of a ring, reckoned from its first corner so that no digit is lost. */
function groundOfRing(ring: readonly Readonly<Position>[]): Ground {
  const [east, north] = ring[0] ?? [0, 0];
  let [area, x, y] = [0, 0, 0];
  ring.forEach(([toX, toY], i) => {
    const [fromX, fromY] = ring[i - 1] ?? [east, north];
    const [ax, ay, bx, by] = [fromX - east, fromY - north, toX - east, toY - north];
    const cross = ax * by - bx * ay;
    area += cross / 2;
    x += ((ax + bx) * cross) / 6;
    y += ((ay + by) * cross) / 6;
  });
  if (area === 0) return { area: 0, centre: [mean(ring.map(([one]) => one)), mean(ring.map(([, one]) => one))] };
  return { area: Math.abs(area), centre: [east + x / area, north + y / area] };
}

/** The centroid of the largest part of a ground, its holes left out of account; undefined where there is no ground. */
export function centreOf(polygons: MultiPolygon): Position | undefined {
  const parts = polygons.flatMap(([outer]) => (outer === undefined || outer.length === 0 ? [] : [groundOfRing(outer)]));
  const [first, ...others] = parts;
  return first && others.reduce((largest, part) => (part.area > largest.area ? part : largest), first).centre;
}

/** A grid and the nearest service point of a kind. */
export interface GridReach {
  readonly code: string;
  /** The middle of the grid, from where the way is reckoned, in WGS-84 degrees. */
  readonly centre: Position;
  /** The nearest point, how long the way to it is in metres, and how many minutes one walks; left out where there is none. */
  readonly nearest?: { readonly point: string; readonly metres: number; readonly minutes: number };
}

type Drawn = Pick<GridRow, 'code' | 'polygons'>;
type Point = Pick<ServicePointRow, 'id' | 'kind' | 'position'>;

function nearestTo(centre: Position, points: readonly Point[], rules: ServicePointRules): GridReach['nearest'] {
  let nearest: { readonly point: string; readonly metres: number } | undefined;
  for (const { id, position } of points) {
    const metres = metresBetween(centre, position) * rules.detour;
    if (nearest === undefined || metres < nearest.metres) nearest = { point: id, metres };
  }
  return nearest && { ...nearest, minutes: nearest.metres / rules.metresPerMinute };
}

/**
 * How far each grid is from the nearest point of a kind, in the order given: from the middle of the grid, by the straight line
 * times the model's detour, at the model's pace. A trade micro-grid is where its market is. Grids with no ground of their own,
 * as functional ones over whole grids, are left out.
 */
export function reachOfGrids(
  rules: ServicePointRules,
  kind: string,
  { grids, points }: { readonly grids: readonly Drawn[]; readonly points: readonly Point[] },
): readonly GridReach[] {
  const drawn = new Map(grids.map(({ code, polygons }) => [code, polygons]));
  const ofKind = points.filter((point) => point.kind === kind);
  return grids.flatMap(({ code, polygons }) => {
    const centre = centreOf(polygons ?? drawn.get(basicGridOfCode(code)) ?? []);
    if (centre === undefined) return [];
    const nearest = nearestTo(centre, ofKind, rules);
    return [nearest === undefined ? { code, centre } : { code, centre, nearest }];
  });
}

/** Of those, the grids that lie farther than the model's circle, as 15 minutes (15 分钟便民生活圈), or have no such point at all. */
export const outOfReach = (rules: ServicePointRules, reaches: readonly GridReach[]): readonly GridReach[] =>
  reaches.filter(({ nearest }) => nearest === undefined || nearest.minutes > rules.minutes);
