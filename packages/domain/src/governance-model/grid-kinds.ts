import * as z from 'zod/mini';

/**
 * Kinds of grid. A `basic` grid is part of a community, a `micro` grid part of a basic one; a `dedicated` grid is a
 * place of its own, as a market, and a `functional` grid lies over others.
 */
export const gridKinds = ['basic', 'dedicated', 'micro', 'functional'] as const;
/** One of the kinds of grid, by its name; any other name is refused. */
export const gridKind = z.enum(gridKinds);
export type GridKind = z.infer<typeof gridKind>;
