import { refuseBy, type Refusal, type RefusalCatalogue } from '../kernel/refusal.ts';
import { placeOf } from './check-drawing.ts';
import type { Partition } from './grid.ts';
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
