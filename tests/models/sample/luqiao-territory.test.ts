import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPartition } from '@keting/domain';
import { buildSampleDistrict, type SamplePolygons } from '@keting/models/luqiao/sample';
import { luqiaoOutline } from '../../../packages/models/src/luqiao/data/outline.ts';
import { doubleArea, type Point } from '../../../packages/models/src/sample/plane.ts';

const district = buildSampleDistrict();

/** Rings in whole millionths of a degree, not closed. */
const wholeRings = (polygons: SamplePolygons): Point[][] =>
  polygons.flatMap((rings) =>
    rings.map((ring) => ring.slice(0, -1).map(([x, y]) => [Math.round(x * 1e6), Math.round(y * 1e6)] as const)),
  );

const areaOf = (polygons: SamplePolygons): number =>
  wholeRings(polygons).reduce((sum, ring) => sum + doubleArea(ring), 0);

/** Directed sides of an area, as text. */
const sidesOf = (polygons: SamplePolygons): string[] =>
  wholeRings(polygons).flatMap((ring) =>
    ring.map((point, index) => `${point.join()} ${(ring[(index + 1) % ring.length] ?? point).join()}`),
  );

/** Each ground once: the trade micro-grids of a market share one. */
const grounds = [...new Set(district.grids.map(({ polygons }) => polygons))];

const tiers = [
  ['streets', district.streets.map(({ polygons }) => polygons)],
  ['communities', district.communities.map(({ polygons }) => polygons)],
  ['basic grids', district.basicGrids.map(({ polygons }) => polygons)],
  ['micro-grids', grounds],
] as const;

test('[GRID-01] Luqiao has 12 streets and towns, 228 villages and communities, and exactly 2,919 micro-grids', () => {
  assert.equal(district.streets.length, 12);
  assert.equal(district.communities.length, 228);
  assert.equal(district.grids.length, 2919);
});

for (const [tier, areas] of tiers) {
  test(`[GRID-01] the ${tier} are a partition: every side is one of a neighbour the other way, or of the outline`, () => {
    const sides = areas.flatMap(sidesOf);
    const walked = new Set(sides);
    const border = new Set(sidesOf(district.outline));
    assert.equal(walked.size, sides.length, 'no side is walked twice the same way');
    for (const side of sides) {
      assert.notEqual(walked.has(side.split(' ').reverse().join(' ')), border.has(side), side);
    }
    assert.ok([...border].every((side) => walked.has(side)));
    assert.equal(
      areas.reduce((sum, area) => sum + areaOf(area), 0),
      areaOf(district.outline),
    );
  });
}

test('[GRID-01] the check of partitions finds nothing: no gap, no overlap, no ring that crosses itself', () => {
  const polygons = (area: SamplePolygons): [number, number][][][] =>
    area.map((rings) => rings.map((ring) => ring.map(([x, y]): [number, number] => [x, y])));
  const shapes = grounds.map((area, index) => ({ code: String(index), polygons: polygons(area) }));
  assert.deepEqual(checkPartition(polygons(district.outline), shapes), []);
});

test('[GRID-01] the outline is the published one to within a half of a percent of its area, in three parts', () => {
  const published = luqiaoOutline.map((steps) => {
    const ring: Point[] = [];
    steps.forEach((step, index) => {
      if (index % 2 === 0) return;
      const [x, y] = ring[ring.length - 1] ?? [0, 0];
      ring.push([x + (steps[index - 1] ?? 0) * 10, y + step * 10]);
    });
    return Math.abs(doubleArea(ring));
  });
  assert.equal(district.outline.length, 3);
  const whole = published.reduce((sum, area) => sum + area, 0);
  assert.ok(Math.abs(areaOf(district.outline) / whole - 1) < 0.005);
});

test('[GRID-01] positions are in whole millionths of a degree and rings are closed, anticlockwise', () => {
  for (const { polygons } of district.grids) {
    for (const ring of polygons.flat()) {
      assert.deepEqual(ring[0], ring[ring.length - 1]);
      assert.ok(ring.length >= 4);
      for (const [x, y] of ring) assert.deepEqual([x, y], [Math.round(x * 1e6) / 1e6, Math.round(y * 1e6) / 1e6]);
    }
    assert.ok(wholeRings(polygons).every((ring) => doubleArea(ring) > 0));
  }
});

test('[GRID-01] the islands belong to one micro-grid of a village on the coast', () => {
  const several = district.grids.filter(({ polygons }) => polygons.length > 1);
  assert.deepEqual(
    several.map(({ community, polygons }) => [community, polygons.length]),
    [['331004106318', 3]],
  );
});

test('[GRID-01] a code is unique, begins with the code of what it lies in, and says its tier by its length', () => {
  const codes = [...district.basicGrids, ...district.grids, ...district.functionalGrids].map(({ code }) => code);
  assert.equal(new Set(codes).size, codes.length);
  const basics = new Map(district.basicGrids.map((basic) => [basic.code, basic]));
  for (const { code, community } of district.basicGrids) assert.match(code, new RegExp(`^${community}[0-9]{3}$`));
  for (const { code, basicGrid, community } of district.grids) {
    assert.match(code, new RegExp(`^${basicGrid}[0-9]{2}$`));
    assert.equal(basics.get(basicGrid)?.community, community);
  }
  for (const { code, community } of district.functionalGrids) {
    assert.match(code, new RegExp(`^${community}[NE]00(?!00)[0-9]{2}$`));
  }
});

test('[GRID-01] the grids of a community are numbered without a gap, from one', () => {
  for (const community of district.communities) {
    const own = district.basicGrids.filter((basic) => basic.community === community.code);
    assert.deepEqual(
      own.map(({ code }) => Number(code.slice(12))),
      own.map((_, index) => index + 1),
    );
    const homes = district.grids.filter((grid) => grid.community === community.code && grid.trade === undefined);
    assert.ok(homes.length >= 4, `${community.name} has ${homes.length}`);
    homes.forEach(({ name }, index) => assert.ok(name.endsWith(`第${index + 1}微格`), name));
  }
});

test('[GRID-01] a community of the town has more micro-grids than a village', () => {
  const mean = (kind: string): number => {
    const own = district.communities.filter((community) => community.kind === kind).map(({ code }) => code);
    return district.grids.filter(({ community }) => own.includes(community)).length / own.length;
  };
  assert.ok(mean('community') > 1.5 * mean('village'));
});

test('[GRID-01] a basic grid has four to eight micro-grids and about 300 households, shared out among them', () => {
  for (const basic of district.basicGrids.filter(({ kind }) => kind === 'basic')) {
    const own = district.grids.filter(({ basicGrid }) => basicGrid === basic.code);
    assert.ok(own.length >= 4 && own.length <= 8, `${basic.code}: ${own.length}`);
    assert.ok(basic.households >= 250 && basic.households <= 350);
    assert.equal(
      own.reduce((sum, { households }) => sum + households, 0),
      basic.households,
    );
  }
});

test('[GRID-01] a market is one polygon, and its trade micro-grids divide its stalls without a gap', () => {
  const markets = district.basicGrids.filter(({ kind }) => kind === 'dedicated');
  assert.equal(markets.length, 76);
  for (const market of markets) {
    const trades = district.grids.filter(({ basicGrid }) => basicGrid === market.code);
    assert.ok(trades.length >= 2 && trades.every(({ polygons }) => polygons === market.polygons));
    let next = 1;
    for (const { trade, stalls, households } of trades) {
      assert.ok(trade !== undefined && stalls !== undefined && stalls.to >= stalls.from && households === 0);
      assert.equal(stalls.from, next);
      next = stalls.to + 1;
    }
  }
});

test('[GRID-02] 318 functional micro-grids for new residents have 391 members, those of the five elders 242', () => {
  const of = (purpose: string): typeof district.functionalGrids =>
    district.functionalGrids.filter((grid) => grid.purpose === purpose);
  const members = (purpose: string): number => of(purpose).reduce((sum, grid) => sum + grid.members.length, 0);
  assert.equal(of('new-residents').length, 318);
  assert.equal(members('new-residents'), 391);
  assert.equal(members('five-elders'), 242);
});

test('[GRID-02] a functional micro-grid lies over territorial ones of its community and keeps nothing of where members come from', () => {
  const grids = new Map(district.grids.map((grid) => [grid.code, grid]));
  for (const functional of district.functionalGrids) {
    assert.ok(functional.over.length >= 2);
    assert.ok(functional.over.every((code) => grids.get(code)?.community === functional.community));
    assert.ok(functional.members.length >= 1);
  }
  for (const person of district.people) assert.deepEqual(Object.keys(person).sort(), ['id', 'invented', 'name']);
});
