import * as z from 'zod/mini';

/** Longitude and latitude in degrees, in GeoJSON order. */
export const position = z.tuple([z.number(), z.number()]);
export type Position = z.infer<typeof position>;

/** Reference systems of a coordinate. CGCS2000 counts as WGS-84, to within centimetres. */
export const coordinateSystems = ['WGS-84', 'GCJ-02', 'BD-09'] as const;
/** One of the known reference systems, by its name; any other name is refused. */
export const coordinateSystem = z.enum(coordinateSystems);
export type CoordinateSystem = z.infer<typeof coordinateSystem>;
