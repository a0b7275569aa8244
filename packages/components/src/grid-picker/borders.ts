import type { GridPickerGrid } from './grid.ts';
import { read, type MapModel } from './map-model.ts';

/** Lines between grids that mean more than a border of two grids, as x1, y1, x2, y2 in metres. */
export interface Borders {
  /** Edges with a grid on one side only: the outline of it all. */
  readonly outline: Float32Array;
  /** Edges between two communities. */
  readonly communities: Float32Array;
}

interface Edge {
  /** Corners in the order of the grid that was met first. */
  readonly start: number;
  readonly end: number;
  readonly community: string;
  state: 'outline' | 'inner' | 'community';
}

/** Positions of the model are whole centimetres to within its precision: two corners with one key are one corner. */
const keyOf = (x: number, y: number): number => Math.round(x * 20) * 2 ** 24 + Math.round(y * 20);

/**
 * Sorts the edges by how many grids and communities they part. A second grid on the same side of an edge, as where the
 * micro-grids of a market share its ground, does not make it a border between the two. Where neighbours cut a shared border into different edges,
 * the border counts as outline: it is only ever drawn.
 */
export function bordersOf(model: MapModel, grids: readonly GridPickerGrid[]): Borders {
  const corners = new Map<number, number>();
  const edges = new Map<number, Edge>();
  const cornerOf = (point: number): number => {
    const key = keyOf(read(model.points, point * 2), read(model.points, point * 2 + 1));
    const known = corners.get(key);
    if (known !== undefined) return known;
    corners.set(key, point);
    return point;
  };
  eachEdge(model, (grid, from, to) => {
    const [a, b] = [cornerOf(from), cornerOf(to)];
    const community = grids[grid]?.community ?? '';
    const key = Math.min(a, b) * 2 ** 26 + Math.max(a, b);
    const edge = edges.get(key);
    if (!edge) edges.set(key, { start: a, end: b, community, state: 'outline' });
    else if (edge.start !== a) edge.state = edge.community === community ? 'inner' : 'community';
  });
  const lines = (state: Edge['state']): Float32Array => {
    const chosen = [...edges.values()].filter((edge) => edge.state === state);
    return Float32Array.from(chosen.flatMap(({ start, end }) => [...corner(model, start), ...corner(model, end)]));
  };
  return { outline: lines('outline'), communities: lines('community') };
}

const corner = ({ points }: MapModel, point: number): [number, number] => [
  read(points, point * 2),
  read(points, point * 2 + 1),
];

function eachEdge(
  { count, gridStart, ringStart }: MapModel,
  visit: (grid: number, from: number, to: number) => void,
): void {
  for (let grid = 0; grid < count; grid++) {
    for (let ring = read(gridStart, grid); ring < read(gridStart, grid + 1); ring++) {
      const [start, end] = [read(ringStart, ring), read(ringStart, ring + 1)];
      for (let point = start; point < end; point++) visit(grid, point, point + 1 === end ? start : point + 1);
    }
  }
}
