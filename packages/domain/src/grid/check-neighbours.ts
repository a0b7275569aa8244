import { refuseBy, type Refusal, type RefusalCatalogue } from '../kernel/refusal.ts';
import { placeOf } from './check-drawing.ts';
import type { Partition } from './grid.ts';
import { communityOfGridCode } from './geometry/grid-code.ts';
import type { GridShape } from './geometry/grid-shape.ts';
import { groundOf, shapesOf } from './ground.ts';
import { overlapsOf } from './geometry/partition/overlaps.ts';

/** What a drawing may be refused for that is sound in itself. */
export const neighbourRefusals = { 'neighbour-overlap': 'GRID-01' } as const satisfies RefusalCatalogue;

const refuse = refuseBy(neighbourRefusals);

/** A community's ground and how it is cut. */
type Drawing = Pick<Partition, 'community' | 'outline' | 'grids'>;

const whole = ({ community, outline }: Drawing) => ({ code: community, polygons: outline });

const pieces = ({ grids }: Drawing) => shapesOf(groundOf(grids));

/** The neighbours whose ground a drawing reaches into: told from the outlines, which are few. */
function reached(drawing: Drawing, neighbours: readonly Drawing[]): readonly Drawing[] {
  const named = overlapsOf([whole(drawing)], neighbours.map(whole)).flatMap(({ grids }) => grids);
  return neighbours.filter(({ community }) => named.includes(community));
}

/**
 * Why a sound drawing cannot stand beside its neighbours: ground that both hold, if only by a centimetre. Refuses
 * `neighbour-overlap` with the codes of the grids on both sides and a place to look at. A border in common is fine, also one
 * with other corners on either side; so is ground between communities that nobody has drawn.
 */
export function neighbourFault(drawing: Drawing, neighbours: readonly Drawing[]): Refusal | undefined {
  const others = reached(drawing, neighbours);
  if (others.length === 0) return undefined;
  const [overlap] = overlapsOf(pieces(drawing), others.flatMap(pieces));
  return overlap && refuse('neighbour-overlap', { ids: overlap.grids, params: placeOf(overlap) });
}

/**
 * Why ground may not be laid over others': it reaches into communities in which none of the grids lies that were named. Refuses
 * `neighbour-overlap` with the code of the ground and those communities. Who names a grid has to be permitted there.
 */
export function strayFault(
  ground: GridShape,
  named: readonly string[],
  neighbours: readonly Drawing[],
): Refusal | undefined {
  const own = new Set([ground.code, ...named].map(communityOfGridCode));
  const strange = neighbours.filter(({ community }) => !own.has(community));
  const found = overlapsOf([ground], strange.map(whole)).flatMap(({ grids }) => grids);
  const communities = [...new Set(found)].filter((code) => code !== ground.code);
  return communities.length === 0 ? undefined : refuse('neighbour-overlap', { ids: [ground.code, ...communities] });
}
