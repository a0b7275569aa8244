import * as z from 'zod/mini';
import type { Recorded } from '../kernel/envelope.ts';
import { streamKey } from '../kernel/ids.ts';
import { table } from '../kernel/views.ts';
import { gridKind } from '../governance-model/grid-kinds.ts';
import { polygons, stallRange, type GridEvent } from './grid.ts';
import { cellsOf, groundOf } from './ground.ts';

type Drawn = Extract<Recorded<GridEvent>, { type: 'PartitionDrawn' }>;
type Founded = Extract<Recorded<GridEvent>, { type: 'FunctionalGridFounded' }>;
type Ended = Extract<Recorded<GridEvent>, { type: 'FunctionalGridEnded' }>;
type Laid = Drawn | Founded;

/** A grid in a list or on a map. */
export const gridRow = z.object({
  code: z.string(),
  kind: gridKind,
  name: z.string(),
  /** Division code of its community. */
  community: z.string(),
  households: z.optional(z.number()),
  polygons: z.optional(polygons),
  /** Of a market, all its stalls; of a trade micro-grid, its own. */
  stalls: z.optional(z.array(stallRange)),
  /** Of a functional grid: what it is for, and the grids that it lies over. */
  purpose: z.optional(z.string()),
  over: z.optional(z.array(z.string())),
});
export type GridRow = z.infer<typeof gridRow>;

/** An event of a whole community makes many rows, each asked for by its key: they are made once for each event. */
function onceForEach<Row>(make: (event: Laid) => ReadonlyMap<string, Row>): (event: Laid) => ReadonlyMap<string, Row> {
  const made = new WeakMap<Laid['data'], ReadonlyMap<string, Row>>();
  return (event) => {
    const known = made.get(event.data) ?? make(event);
    made.set(event.data, known);
    return known;
  };
}

const gridRows = onceForEach((event): ReadonlyMap<string, GridRow> => {
  const key = streamKey(event.stream);
  if (event.type === 'FunctionalGridFounded') return new Map([[key, { code: key, kind: 'functional', ...event.data }]]);
  return new Map(event.data.grids.map((grid) => [grid.code, { ...grid, community: key }]));
});

const laying = ['PartitionDrawn', 'FunctionalGridFounded', 'FunctionalGridEnded'];

/** Grids of a community, and of a kind. */
export const grids = table<GridRow, Laid | Ended>({
  name: 'grids',
  version: 2,
  row: gridRow,
  on: laying,
  keys(event) {
    if (event.type === 'FunctionalGridEnded') return [streamKey(event.stream)];
    const was = event.type === 'PartitionDrawn' ? event.data.was.map(({ code }) => code) : [];
    return [...new Set([...was, ...gridRows(event).keys()])];
  },
  project: (_row, event, key) => (event.type === 'FunctionalGridEnded' ? undefined : gridRows(event).get(key)),
  indexes: [['community', 'code'], ['kind', 'code'], ['code']],
  about: { territory: 'code' },
});

/** A cell of the lattice that a grid's ground may reach into. */
export const gridCellRow = z.object({
  cell: z.string(),
  code: z.string(),
  community: z.string(),
  kind: gridKind,
});
export type GridCellRow = z.infer<typeof gridCellRow>;

const cellKey = (cell: string, code: string): string => `${cell}/${code}`;

const cellRow = (cell: string, code: string, community: string, kind: GridCellRow['kind']) =>
  [cellKey(cell, code), { cell, code, community, kind }] as const;

const cellRows = onceForEach((event): ReadonlyMap<string, GridCellRow> => {
  const key = streamKey(event.stream);
  if (event.type === 'FunctionalGridFounded') {
    const { polygons: ground, community } = event.data;
    return new Map(cellsOf(ground ?? []).map((cell) => cellRow(cell, key, community, 'functional')));
  }
  return new Map(
    groundOf(event.data.grids).flatMap((grid) =>
      cellsOf(grid.polygons ?? []).map((cell) => cellRow(cell, grid.code, key, grid.kind)),
    ),
  );
});

/** From a place to the grids that may hold it: one look-up, however many grids there are. */
export const gridCells = table<GridCellRow, Laid | Ended>({
  name: 'grid-cells',
  version: 2,
  row: gridCellRow,
  on: laying,
  keys(event) {
    if (event.type === 'FunctionalGridEnded') {
      return event.data.cells.map((cell) => cellKey(cell, streamKey(event.stream)));
    }
    const was = event.type === 'PartitionDrawn' ? event.data.was : [];
    const old = was.flatMap(({ code, cells }) => cells.map((cell) => cellKey(cell, code)));
    return [...new Set([...old, ...cellRows(event).keys()])];
  },
  project: (_row, event, key) => (event.type === 'FunctionalGridEnded' ? undefined : cellRows(event).get(key)),
  indexes: [['cell'], ['code']],
  about: { territory: 'code' },
});

/** A functional grid that lies over another as a whole. */
export const gridOverlayRow = z.object({ over: z.string(), code: z.string() });
export type GridOverlayRow = z.infer<typeof gridOverlayRow>;

/** From a grid to the functional ones over it. */
export const gridOverlays = table<GridOverlayRow, Founded | Ended>({
  name: 'grid-overlays',
  version: 2,
  row: gridOverlayRow,
  on: ['FunctionalGridFounded', 'FunctionalGridEnded'],
  keys: ({ data, stream }) => data.over.map((over) => `${over}/${streamKey(stream)}`),
  project: (_row, { type, stream }, key) =>
    type === 'FunctionalGridEnded' ? undefined : { over: key.slice(0, key.indexOf('/')), code: streamKey(stream) },
  indexes: [['over'], ['code']],
  about: { territory: 'code' },
});

/** Who staffs a grid now. */
export const gridStaffRow = z.object({
  grid: z.string(),
  post: z.string(),
  person: z.string(),
  from: z.string(),
});
export type GridStaffRow = z.infer<typeof gridStaffRow>;

type Staffing = 'GridMemberAssigned' | 'GridMemberRemoved' | 'GridGivenUp' | 'FunctionalGridEnded';
type Staffed = Extract<Recorded<GridEvent>, { type: Staffing }>;

/** Members of grids, by grid and by person. */
export const gridStaff = table<GridStaffRow, Staffed>({
  name: 'grid-staff',
  version: 2,
  row: gridStaffRow,
  on: ['GridMemberAssigned', 'GridMemberRemoved', 'GridGivenUp', 'FunctionalGridEnded'],
  keys(event) {
    const members = 'staff' in event.data ? event.data.staff : [event.data];
    return members.map(({ post, person }) => `${streamKey(event.stream)}/${post}/${person}`);
  },
  project: (_row, event) =>
    event.type === 'GridMemberAssigned' ? { grid: streamKey(event.stream), ...event.data } : undefined,
  indexes: [['grid'], ['person']],
  about: { territory: 'grid', owner: 'person' },
});

export const gridViews = [grids, gridCells, gridOverlays, gridStaff] as const;
