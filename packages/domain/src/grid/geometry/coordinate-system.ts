import gcoord from 'gcoord';
import type { CoordinateSystem, Position } from '../../kernel/place.ts';

const names = { 'GCJ-02': gcoord.GCJ02, 'BD-09': gcoord.BD09 } as const;

/** Each round brings the inverse nearer by a factor of about a thousand; four end below what a double can tell. */
const ROUNDS = 4;

/**
 * A position in WGS-84 degrees. GCJ-02 is what maps published in China show, BD-09 what Baidu's do; neither has a published
 * inverse, so it is approached by converting forward and correcting: the result maps back onto the source to within a
 * millimetre. Outside China's bounding box GCJ-02 is WGS-84. Keep what the source gave and convert for a look-up only.
 *
 * gcoord's own inverse is not used: at the edge of that box it goes back and forth for ever.
 */
export function toWgs84(position: Readonly<Position>, system: CoordinateSystem): Position {
  if (system === 'WGS-84') return [position[0], position[1]];
  let [longitude, latitude] = position;
  for (let round = 0; round < ROUNDS; round++) {
    const back = fromWgs84([longitude, latitude], system);
    longitude += position[0] - back[0];
    latitude += position[1] - back[1];
  }
  return [longitude, latitude];
}

/** A WGS-84 position as another system shows it: for handing a place to a map made in that system. */
export function fromWgs84(position: Readonly<Position>, system: CoordinateSystem): Position {
  if (system === 'WGS-84') return [position[0], position[1]];
  return gcoord.transform([position[0], position[1]], gcoord.WGS84, names[system]);
}
