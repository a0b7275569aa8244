// Place to grid: look-ups per second against flatbush with point-in-polygon-hao, in the same run, over the same shapes and
// places, their answers compared first. Also the time to build the index and to check the partition.

import Flatbush from 'flatbush';
import pointInPolygon from 'point-in-polygon-hao';
import { gridIndex } from '../packages/domain/src/grid/geometry/grid-index.ts';
import type { GridShape } from '../packages/domain/src/grid/geometry/grid-shape.ts';
import { checkPartition } from '../packages/domain/src/grid/geometry/partition/check-partition.ts';

/** One figure; `against` names the peer and `ratio` is ours over theirs, above 1 when ours is better. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly against?: string;
  readonly ratio?: number;
}

type Position = [number, number];
type LookUp = (position: Position) => string | undefined;

const ROUNDS = 5;
const PLACES = 200_000;
const PEER = 'flatbush + point-in-polygon-hao';
const WEST = 121.2;
const SOUTH = 28.4;
const WIDTH = 0.5;
const HEIGHT = 0.3;

/** mulberry32: the same shapes and places in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A corner of the sheet, held to the lattice of 1e-7 degree so that all programs see the same numbers. */
const snapped = (longitude: number, latitude: number): Position => [
  Math.round(longitude * 1e7) / 1e7,
  Math.round(latitude * 1e7) / 1e7,
];

/** A rectangle cut into about `count` crooked pieces of `corners` corners (61 counts the one that closes the ring). */
function crookedShapes(count: number, corners: number): GridShape[] {
  const random = randomFrom(7);
  const columns = Math.round(Math.sqrt(count));
  const rows = Math.ceil(count / columns);
  const [w, h] = [WIDTH / columns, HEIGHT / rows];
  const bends = Math.max(0, Math.round(corners / 4) - 1);
  const off = (isRim: boolean): number => (isRim ? 0 : (random() - 0.5) * 0.5);
  const crossroads = Array.from({ length: rows + 1 }, (_row, j) =>
    Array.from({ length: columns + 1 }, (_column, i) =>
      snapped(WEST + (i + off(i === 0 || i === columns)) * w, SOUTH + (j + off(j === 0 || j === rows)) * h),
    ),
  );
  const side = (from: Position, to: Position, isRim: boolean): Position[] =>
    Array.from({ length: bends + 1 }, (_bend, k) => {
      const share = k / (bends + 1);
      const wobble = k === 0 || isRim ? 0 : 0.05;
      return snapped(
        from[0] + (to[0] - from[0]) * share + (random() - 0.5) * w * wobble,
        from[1] + (to[1] - from[1]) * share + (random() - 0.5) * h * wobble,
      );
    });
  const at = (i: number, j: number): Position => crossroads[j]?.[i] ?? [WEST, SOUTH];
  const level = Array.from({ length: rows + 1 }, (_row, j) =>
    Array.from({ length: columns }, (_side, i) => side(at(i, j), at(i + 1, j), j === 0 || j === rows)),
  );
  const upright = Array.from({ length: rows }, (_row, j) =>
    Array.from({ length: columns + 1 }, (_side, i) => side(at(i, j), at(i, j + 1), i === 0 || i === columns)),
  );
  const back = (points: readonly Position[] = []): Position[] => [...points.slice(1)].reverse();
  return Array.from({ length: rows * columns }, (_shape, n): GridShape => {
    const [i, j] = [n % columns, Math.floor(n / columns)];
    const ring = [
      ...(level[j]?.[i] ?? []),
      ...(upright[j]?.[i + 1] ?? []),
      at(i + 1, j + 1),
      ...back(level[j + 1]?.[i]),
      at(i, j + 1),
      ...back(upright[j]?.[i]),
      at(i, j),
    ];
    return { code: String(331004001000000 + n), polygons: [[ring]] };
  }).slice(0, count);
}

function placesIn(): Position[] {
  const random = randomFrom(9);
  return Array.from({ length: PLACES }, (): Position => [WEST + random() * WIDTH, SOUTH + random() * HEIGHT]);
}

/** What a careful user would write today: boxes in an index, then the polygon test. */
function peerLookUp(shapes: readonly GridShape[]): LookUp {
  const rings = shapes.map(({ polygons }) => (polygons[0] ?? []).map((ring) => ring.map(([x, y]): Position => [x, y])));
  const boxes = new Flatbush(shapes.length);
  for (const [ring = []] of rings) {
    const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
    boxes.add(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
  }
  boxes.finish();
  return ([x, y]) => {
    for (const shape of boxes.search(x, y, x, y)) {
      if (pointInPolygon([x, y], rings[shape] ?? []) !== false) return shapes[shape]?.code;
    }
    return undefined;
  };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function lookUpsPerSecond(lookUp: LookUp, places: readonly Position[]): number {
  const once = (): void => places.forEach((place) => void lookUp(place));
  return PLACES / (median(Array.from({ length: ROUNDS }, () => milliseconds(once))) / 1000);
}

/** Places within a rounding of a border may differ: ours rounds to the lattice. More would be a fault of the bench. */
function assertSameAnswers(ours: LookUp, theirs: LookUp, places: readonly Position[]): void {
  const different = places.filter((place) => ours(place) !== theirs(place)).length;
  if (different > places.length / 10_000)
    throw new Error(`${different} of ${places.length} places are answered differently`);
}

function measure(count: number, corners: number, places: readonly Position[]): BenchRow[] {
  const shapes = crookedShapes(count, corners);
  const built = median(Array.from({ length: 3 }, () => milliseconds(() => void gridIndex(shapes))));
  const index = gridIndex(shapes);
  const theirs = peerLookUp(shapes);
  assertSameAnswers(index.at, theirs, places);
  const ours = lookUpsPerSecond(index.at, places);
  const ratio = ours / lookUpsPerSecond(theirs, places);
  const what = `${count.toLocaleString('en')} grids x ${corners} vertices`;
  return [
    { name: `place to grid, ${what}`, value: Math.round(ours), unit: 'look-ups/s', against: PEER, ratio },
    { name: `build the index, ${what}`, value: Math.round(built), unit: 'ms' },
  ];
}

/** Sheet of whole rows, so that the pieces fill their rectangle. */
function measurePartitionCheck(): BenchRow {
  const shapes = crookedShapes(54 * 54, 12);
  const [east, north] = [WEST + WIDTH, SOUTH + HEIGHT];
  const outline = [
    [
      [
        [WEST, SOUTH],
        [east, SOUTH],
        [east, north],
        [WEST, north],
        [WEST, SOUTH],
      ] as Position[],
    ],
  ];
  const time = median(
    Array.from({ length: ROUNDS }, () =>
      milliseconds(() => {
        const [problem] = checkPartition(outline, shapes);
        if (problem) throw new Error(`the sheet is no partition: ${JSON.stringify(problem)}`);
      }),
    ),
  );
  return {
    name: `check the partition, ${shapes.length.toLocaleString('en')} grids x 12 vertices`,
    value: Math.round(time),
    unit: 'ms',
  };
}

/** Runs the whole bench; some ten seconds. */
export default function bench(): Promise<BenchRow[]> {
  const places = placesIn();
  const sizes = [
    [2919, 12],
    [2919, 61],
    [30_000, 12],
    [30_000, 61],
  ] as const;
  return Promise.resolve([
    ...sizes.flatMap(([count, corners]) => measure(count, corners, places)),
    measurePartitionCheck(),
  ]);
}

if (import.meta.main) {
  for (const { name, value, unit, against, ratio } of await bench()) {
    const peer = against === undefined || ratio === undefined ? '' : `, ${ratio.toFixed(1)} times ${against}`;
    console.log(`${name}: ${value.toLocaleString('en')} ${unit}${peer}`);
  }
}
