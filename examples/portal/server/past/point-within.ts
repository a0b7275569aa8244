type Position = readonly [number, number];
export type Polygons = readonly (readonly (readonly Position[])[])[];

/** Where the border of a ring crosses a line of latitude, from west to east. */
function crossings(ring: readonly Position[], north: number): readonly number[] {
  return ring
    .flatMap(([x, y], i): readonly number[] => {
      const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
      return y < north === nextY < north ? [] : [x + ((north - y) / (nextY - y)) * (nextX - x)];
    })
    .sort((one, other) => one - other);
}

/** A position well within an area: in the middle of its first stretch half-way from south to north. */
export function pointWithin([polygon = []]: Polygons): Position {
  const [ring = []] = polygon;
  const norths = ring.map(([, north]) => north);
  const middle = (Math.min(...norths) + Math.max(...norths)) / 2;
  const [west = 0, east = 0] = crossings(ring, middle);
  return [(west + east) / 2, middle];
}
