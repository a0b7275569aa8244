import type { GridPickerGrid, LngLat } from './grid.ts';

/**
 * The grids as flat numbers, ready to draw: metres east and south of the middle of the district, so that a screen's axes
 * hold. Over a district the Earth counts as flat; the drawing says that it is a sketch.
 */
export interface MapModel {
  readonly count: number;
  /** x, y of every corner, ring after ring, the closing corner left out. */
  readonly points: Float32Array;
  /** Where the corners of a ring begin, counted in corners; one more entry than rings. */
  readonly ringStart: Int32Array;
  /** Where the rings of a grid begin; one more entry than grids. */
  readonly gridStart: Int32Array;
  /** West, north, east, south edge of every grid. */
  readonly boxes: Float32Array;
  /** x, y of the middle of every grid's largest polygon. */
  readonly centres: Float32Array;
  readonly bounds: Bounds;
  /** Side in metres of a square as large as the average grid. */
  readonly typicalSide: number;
  readonly projection: Projection;
}

/** Edges of a region in metres, south being down. */
export interface Bounds {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/** Between degrees and metres around one place. */
export interface Projection {
  toMetres(position: LngLat): [x: number, y: number];
  toDegrees(x: number, y: number): [longitude: number, latitude: number];
}

const METRES_PER_DEGREE = 111_320;

/** Equal distances east and north around a middle; within a district wrong by less than a line is wide. */
export function projectionAround([longitude, latitude]: LngLat): Projection {
  const perLongitude = METRES_PER_DEGREE * Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
  return {
    toMetres: (position) => [(position[0] - longitude) * perLongitude, (latitude - position[1]) * METRES_PER_DEGREE],
    toDegrees: (x, y) => [longitude + x / perLongitude, latitude - y / METRES_PER_DEGREE],
  };
}

/** Reads an element whose index is in range by construction. */
export const read = (array: Float32Array | Int32Array | Uint8Array, index: number): number => array[index] ?? 0;

function middleOf(grids: readonly GridPickerGrid[]): LngLat {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { polygons } of grids) {
    for (const [outer = []] of polygons) {
      for (const [x, y] of outer) {
        if (x < west) west = x;
        if (x > east) east = x;
        if (y < south) south = y;
        if (y > north) north = y;
      }
    }
  }
  return west > east ? [0, 0] : [(west + east) / 2, (south + north) / 2];
}

/** Makes the model of all grids, in their order. */
export function mapModel(grids: readonly GridPickerGrid[]): MapModel {
  const rings = grids.map(({ polygons }) => polygons.flat());
  const projection = projectionAround(middleOf(grids));
  const gridStart = startsOf(rings.map((own) => own.length));
  const ringStart = startsOf(rings.flat().map((ring) => Math.max(0, ring.length - 1)));
  const points = new Float32Array(read(ringStart, ringStart.length - 1) * 2);
  let at = 0;
  for (const ring of rings.flat()) {
    for (let corner = 0; corner < ring.length - 1; corner++) {
      const position = ring[corner];
      if (!position) continue;
      const [x, y] = projection.toMetres(position);
      points[at++] = x;
      points[at++] = y;
    }
  }
  const shape = { count: grids.length, points, ringStart, gridStart };
  return { ...shape, ...measures(shape), projection };
}

function startsOf(counts: readonly number[]): Int32Array {
  const starts = new Int32Array(counts.length + 1);
  counts.forEach((count, i) => {
    starts[i + 1] = read(starts, i) + count;
  });
  return starts;
}

type Shape = Pick<MapModel, 'count' | 'points' | 'ringStart' | 'gridStart'>;

function measures(shape: Shape): Pick<MapModel, 'boxes' | 'centres' | 'bounds' | 'typicalSide'> {
  const boxes = new Float32Array(shape.count * 4);
  const centres = new Float32Array(shape.count * 2);
  let [west, north, east, south, area] = [Infinity, Infinity, -Infinity, -Infinity, 0];
  for (let grid = 0; grid < shape.count; grid++) {
    const box = boxOf(shape, grid);
    boxes.set([box.west, box.north, box.east, box.south], grid * 4);
    const [x, y, size] = centreOf(shape, grid);
    centres.set([x, y], grid * 2);
    area += size;
    west = Math.min(west, box.west);
    north = Math.min(north, box.north);
    east = Math.max(east, box.east);
    south = Math.max(south, box.south);
  }
  const bounds = west > east ? { west: -1, north: -1, east: 1, south: 1 } : { west, north, east, south };
  return { boxes, centres, bounds, typicalSide: Math.sqrt(area / Math.max(1, shape.count)) };
}

function boxOf({ points, ringStart, gridStart }: Shape, grid: number): Bounds {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  const end = read(ringStart, read(gridStart, grid + 1));
  for (let corner = read(ringStart, read(gridStart, grid)); corner < end; corner++) {
    const x = read(points, corner * 2);
    const y = read(points, corner * 2 + 1);
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < north) north = y;
    if (y > south) south = y;
  }
  return { west, north, east, south };
}

/** Middle and area of the largest ring of a grid. */
function centreOf(shape: Shape, grid: number): [x: number, y: number, area: number] {
  let best: [number, number, number] = [0, 0, 0];
  for (let ring = read(shape.gridStart, grid); ring < read(shape.gridStart, grid + 1); ring++) {
    const candidate = centreOfRing(shape, ring);
    if (candidate[2] > best[2]) best = candidate;
  }
  return best;
}

function centreOfRing({ points, ringStart }: Shape, ring: number): [number, number, number] {
  const [start, end] = [read(ringStart, ring), read(ringStart, ring + 1)];
  const [x0, y0] = [read(points, start * 2), read(points, start * 2 + 1)];
  let [twice, sumX, sumY] = [0, 0, 0];
  for (let corner = start; corner < end; corner++) {
    const next = corner + 1 === end ? start : corner + 1;
    const [x1, y1] = [read(points, corner * 2) - x0, read(points, corner * 2 + 1) - y0];
    const [x2, y2] = [read(points, next * 2) - x0, read(points, next * 2 + 1) - y0];
    const part = x1 * y2 - x2 * y1;
    twice += part;
    sumX += (x1 + x2) * part;
    sumY += (y1 + y2) * part;
  }
  if (twice === 0) return [x0, y0, 0];
  return [x0 + sumX / (3 * twice), y0 + sumY / (3 * twice), Math.abs(twice) / 2];
}
