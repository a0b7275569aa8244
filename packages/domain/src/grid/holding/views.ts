import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import type { Recorded } from '../../kernel/envelope.ts';
import { streamKey } from '../../kernel/ids.ts';
import { position } from '../../kernel/place.ts';
import { counter, table, type Delta } from '../../kernel/views.ts';
import { gridElement } from '../../governance-model/grid-work-rules.ts';
import { holdingEventSchemas, type HoldingEvent } from './holding.ts';

type Happened = Recorded<HoldingEvent>;
type OfObject = Exclude<Happened, { type: 'PeopleCounted' }>;

/** A registered object: what it is, under which category of a national standard, and where. */
export const gridObjectRow = z.object({
  id: z.string(),
  grid: z.string(),
  element: gridElement,
  kind: z.string(),
  standardRef: z.string(),
  name: contentRef,
  /** In WGS-84 degrees; left out where it was not told, and of an object that was moved since. */
  position: z.optional(position),
});
export type GridObjectRow = z.infer<typeof gridObjectRow>;

function objectAfter(row: GridObjectRow | undefined, event: OfObject): GridObjectRow | undefined {
  switch (event.type) {
    case 'ObjectRegistered':
      return { id: streamKey(event.stream), ...event.data };
    case 'ObjectMoved':
      return row && { ...row, grid: event.data.grid, position: undefined };
    case 'ObjectRetired':
      return undefined;
  }
}

/** Places, things and organisations that stand now, by grid and kind. */
export const gridObjects = table<GridObjectRow, OfObject>({
  name: 'grid-objects',
  row: gridObjectRow,
  on: ['ObjectRegistered', 'ObjectMoved', 'ObjectRetired'],
  keys: ({ stream }) => [streamKey(stream)],
  project: objectAfter,
  indexes: [['grid', 'kind'], ['kind'], ['standardRef'], ['id']],
  about: { territory: 'grid' },
  contents: { name: 'see:grid-objects' },
});

/** How many of a kind a grid holds now. */
export const gridHoldingRow = z.object({
  grid: z.string(),
  element: gridElement,
  kind: z.string(),
  count: z.number(),
});
export type GridHoldingRow = z.infer<typeof gridHoldingRow>;

const delta = (grid: string, { element, kind }: Pick<GridHoldingRow, 'element' | 'kind'>, count: number): Delta => ({
  row: { grid, element, kind },
  add: { count },
});

function deltasOf(event: Happened): readonly Delta[] {
  switch (event.type) {
    case 'ObjectRegistered':
      return [delta(event.data.grid, event.data, 1)];
    case 'ObjectMoved':
      return [delta(event.data.from, event.data, -1), delta(event.data.grid, event.data, 1)];
    case 'ObjectRetired':
      return [delta(event.data.grid, event.data, -1)];
    case 'PeopleCounted': {
      const { kind, count, was } = event.data;
      return [delta(streamKey(event.stream), { element: 'person', kind }, count - was)];
    }
  }
}

/** What grids hold, as counts; of people there is nothing else. */
export const gridHoldings = counter<GridHoldingRow, HoldingEvent>({
  name: 'grid-holdings',
  row: gridHoldingRow,
  on: Object.keys(holdingEventSchemas),
  deltas: deltasOf,
  indexes: [['grid', 'kind'], ['kind']],
  about: { territory: 'grid' },
});

/** Read models of what grids hold. */
export const holdingViews = [gridObjects, gridHoldings] as const;
