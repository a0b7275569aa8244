import * as z from 'zod/mini';
import { gridAt, type Facts, type GridFact } from '../kernel/facts.ts';
import { coordinateSystem, position } from '../kernel/place.ts';
import { question } from '../kernel/questions.ts';
import { gridKind } from '../governance-model/grid-kinds.ts';
import { functionalGridsAt, stallGridOf } from './facts.ts';

/** A grid that an answer names, with the division code of its community. */
export const gridAnswerRow = z.object({ code: z.string(), kind: gridKind, community: z.string() });
export type GridAnswerRow = z.infer<typeof gridAnswerRow>;

const rowsOf = (grids: readonly (GridFact | undefined)[]): readonly GridAnswerRow[] =>
  grids.flatMap((grid) => (grid === undefined ? [] : z.parse(gridAnswerRow, grid)));

const gridAnswer = { row: gridAnswerRow, sees: ['see:grids'], about: { territory: 'code' } } as const;

const place = z.strictObject({ position, system: coordinateSystem });

/**
 * The grids that a coordinate lies in: the territorial one first, of a market the market's own, then the functional ones by code.
 * Empty outside of all grids, and where the coordinate cannot be on Earth.
 */
export const gridsAt = question({
  ...gridAnswer,
  name: 'grids-at',
  data: place,
  rows({ position: [longitude, latitude], system }, facts: Facts) {
    const territorial = facts(gridAt(longitude, latitude, system));
    return rowsOf([territorial, ...facts(functionalGridsAt(longitude, latitude, system))]);
  },
});

const stall = z.strictObject({
  market: z.string().check(z.regex(/^[0-9A-Z]{15}$/)),
  stall: z.int().check(z.minimum(1), z.maximum(20_000)),
});

/** The trade micro-grid of a stall, by the code of its market's grid and the stall's number; empty where it has none. */
export const stallGrid = question({
  ...gridAnswer,
  name: 'stall-grid',
  data: stall,
  rows: (asked, facts: Facts) => rowsOf([facts(stallGridOf(asked.market, asked.stall))]),
});

export const gridQuestions = [gridsAt, stallGrid] as const;
