import type { CoordinateSystem, Position } from '../../kernel/place.ts';
import { refuseBy, type Refusal, type RefusalCatalogue } from '../../kernel/refusal.ts';
import { toWgs84 } from './coordinate-system.ts';
import type { GridIndex } from './grid-index.ts';
import { isOnEarth } from './lattice.ts';

/** A place as its source gave it. `system` is WGS-84 when not stated. */
export interface CoordinatePlace {
  readonly position: Readonly<Position>;
  readonly system?: CoordinateSystem;
}

/** Refusals of a look-up: the coordinate cannot be on Earth; it can, and no grid is there. */
export const placeRefusals = {
  'coordinate-invalid': 'GRID-04',
  'place-outside': 'GRID-04',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(placeRefusals);

/** The grid of a place, or why there is none. */
export type Located = { readonly ok: true; readonly grid: string } | { readonly ok: false; readonly refusal: Refusal };

/**
 * Finds the grid that a place lies in, by the boundary rule of `GridIndex`. Refuses `coordinate-invalid` and
 * `place-outside`; both carry `longitude`, `latitude` and `system` as given.
 */
export function locate(index: GridIndex, { position, system = 'WGS-84' }: CoordinatePlace): Located {
  const [longitude, latitude] = position;
  const params = { longitude, latitude, system };
  if (!isOnEarth(position)) return { ok: false, refusal: refuse('coordinate-invalid', { params }) };
  const grid = index.at(toWgs84(position, system));
  return grid === undefined ? { ok: false, refusal: refuse('place-outside', { params }) } : { ok: true, grid };
}
