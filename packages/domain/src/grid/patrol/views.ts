import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import type { Recorded } from '../../kernel/envelope.ts';
import { streamKey } from '../../kernel/ids.ts';
import { counter, table } from '../../kernel/views.ts';
import type { PatrolEvent } from './patrol.ts';

type Of<T extends PatrolEvent['type']> = Extract<Recorded<PatrolEvent>, { type: T }>;
type Noted = Of<'DoneOnTheSpot' | 'VisitNoted' | 'PatrolCaseAdded'>;
type Walked = Of<'PatrolStarted' | 'PatrolFinished' | 'PatrolLapsed'> | Noted;

const walked = [
  'PatrolStarted',
  'DoneOnTheSpot',
  'VisitNoted',
  'PatrolCaseAdded',
  'PatrolFinished',
  'PatrolLapsed',
] as const satisfies readonly PatrolEvent['type'][];

const sums = { done: z.number(), visits: z.number(), cases: z.number() };
type Sums = { readonly [S in keyof typeof sums]: number };
const none: Sums = { done: 0, visits: 0, cases: 0 };

/** A patrol: on which day, in which grid, what came of it. */
export const patrolRow = z.object({
  id: z.string(),
  grid: z.string(),
  day: z.string(),
  person: z.optional(z.string()),
  stage: z.enum(['walking', 'finished', 'lapsed']),
  /** What was done on the spot, visits written down, and what became a case. */
  ...sums,
  startedAt: z.number(),
  endedAt: z.optional(z.number()),
});
export type PatrolRow = z.infer<typeof patrolRow>;

/** What a thing noted on a patrol adds to. */
function added(event: Noted): Sums {
  switch (event.type) {
    case 'DoneOnTheSpot':
      return { ...none, done: 1 };
    case 'VisitNoted':
      return { ...none, visits: 1 };
    case 'PatrolCaseAdded':
      return { ...none, cases: 1 };
  }
}

function patrolAfter(row: PatrolRow | undefined, event: Walked): PatrolRow | undefined {
  if (event.type === 'PatrolStarted') {
    const { grid, day, person } = event.data;
    return { id: streamKey(event.stream), grid, day, person, stage: 'walking', ...none, startedAt: event.at };
  }
  if (row === undefined) return undefined;
  if (event.type === 'PatrolFinished') return { ...row, stage: 'finished', endedAt: event.at };
  if (event.type === 'PatrolLapsed') return { ...row, stage: 'lapsed', endedAt: event.at };
  const { done, visits, cases } = added(event);
  return { ...row, done: row.done + done, visits: row.visits + visits, cases: row.cases + cases };
}

/** Patrols by grid and day, and one's own. */
export const patrols = table<PatrolRow, Walked>({
  name: 'patrols',
  row: patrolRow,
  on: walked,
  keys: ({ stream }) => [streamKey(stream)],
  project: patrolAfter,
  indexes: [['grid', 'day'], ['person', 'day'], ['id']],
  about: { territory: 'grid', owner: 'person' },
  hides: { person: 'see:patrollers' },
});

/** One thing done on the spot, or one case, of a patrol. */
export const patrolItemRow = z.object({
  id: z.string(),
  patrol: z.string(),
  /** Place in its patrol, from 1, visits counted too. */
  item: z.number(),
  grid: z.string(),
  day: z.string(),
  /** What was done on the spot, as the model names it; left out of a case. */
  kind: z.optional(z.string()),
  note: z.optional(contentRef),
  case: z.optional(z.string()),
});
export type PatrolItemRow = z.infer<typeof patrolItemRow>;

const itemKey = ({ stream, data: { item } }: Noted): string => `${streamKey(stream)}/${item}`;

/** What patrols did on the spot, and what became a case. */
export const patrolItems = table<PatrolItemRow, Of<'DoneOnTheSpot' | 'PatrolCaseAdded'>>({
  name: 'patrol-items',
  row: patrolItemRow,
  on: ['DoneOnTheSpot', 'PatrolCaseAdded'],
  keys: (event) => [itemKey(event)],
  project(_row, event, id) {
    const { grid, day, item } = event.data;
    const row = { id, patrol: streamKey(event.stream), item, grid, day };
    if (event.type === 'PatrolCaseAdded') return { ...row, case: event.data.case };
    return { ...row, kind: event.data.kind, note: event.data.note };
  },
  indexes: [['patrol', 'item'], ['grid', 'day'], ['case']],
  about: { territory: 'grid' },
  contents: { note: 'see:patrol-items' },
});

/** A page of the visit diary. It is found by its writer, grid and day, and by nobody who was visited. */
export const visitNoteRow = z.object({
  id: z.string(),
  patrol: z.string(),
  item: z.number(),
  grid: z.string(),
  day: z.string(),
  person: z.string(),
  note: contentRef,
});
export type VisitNoteRow = z.infer<typeof visitNoteRow>;

/** The visit diary. */
export const visitNotes = table<VisitNoteRow, Of<'VisitNoted'>>({
  name: 'visit-notes',
  row: visitNoteRow,
  on: ['VisitNoted'],
  keys: (event) => [itemKey(event)],
  project(_row, event, id) {
    const { grid, day, person, item, note } = event.data;
    return { id, patrol: streamKey(event.stream), item, grid, day, person, note };
  },
  indexes: [
    ['patrol', 'item'],
    ['grid', 'day'],
    ['person', 'day'],
  ],
  about: { territory: 'grid', owner: 'person' },
  contents: { note: 'see:visit-notes' },
});

/** A day on which a grid had fewer rounds than were due. */
export const missedRoundRow = z.object({
  grid: z.string(),
  day: z.string(),
  needed: z.number(),
  done: z.number(),
  missed: z.number(),
});
export type MissedRoundRow = z.infer<typeof missedRoundRow>;

/** Rounds that nobody walked, known at the end of their day. */
export const missedRounds = table<MissedRoundRow, Of<'RoundsClosed'>>({
  name: 'missed-rounds',
  row: missedRoundRow,
  on: ['RoundsClosed'],
  keys: ({ stream, data }) => (data.missed === 0 ? [] : [`${streamKey(stream)}/${data.day}`]),
  project: (_row, { stream, data: { day, needed, done, missed } }) => ({
    grid: streamKey(stream),
    day,
    needed,
    done,
    missed,
  }),
  indexes: [['grid', 'day'], ['day']],
  about: { territory: 'grid' },
});

/** What patrols of a grid came to on a day; `due` and `missed` rounds are known at its end. */
export const patrolCountRow = z.object({
  grid: z.string(),
  day: z.string(),
  patrols: z.number(),
  lapsed: z.number(),
  ...sums,
  due: z.number(),
  missed: z.number(),
});
export type PatrolCountRow = z.infer<typeof patrolCountRow>;
type Counted = Readonly<Record<Exclude<keyof PatrolCountRow, 'grid' | 'day'>, number>>;

const nothing: Counted = { patrols: 0, lapsed: 0, ...none, due: 0, missed: 0 };

function countedBy(event: Exclude<Walked, { type: 'PatrolStarted' }> | Of<'RoundsClosed'>): Counted {
  switch (event.type) {
    case 'PatrolFinished':
      return { ...nothing, patrols: 1 };
    case 'PatrolLapsed':
      return { ...nothing, lapsed: 1 };
    case 'RoundsClosed':
      return { ...nothing, due: event.data.needed, missed: event.data.missed };
    default:
      return { ...nothing, ...added(event) };
  }
}

/** Counts of patrols by grid and day, kept event by event and rolled up on reading. */
export const patrolCounts = counter<PatrolCountRow, Exclude<Walked, { type: 'PatrolStarted' }> | Of<'RoundsClosed'>>({
  name: 'patrol-counts',
  row: patrolCountRow,
  on: [...walked.filter((type) => type !== 'PatrolStarted'), 'RoundsClosed'],
  deltas(event) {
    const grid = event.type === 'RoundsClosed' ? streamKey(event.stream) : event.data.grid;
    return [{ row: { grid, day: event.data.day }, add: countedBy(event) }];
  },
  indexes: [['grid', 'day'], ['day']],
  about: { territory: 'grid' },
});

/** Read models of patrols: what was done, written down, reported and missed. */
export const patrolViews = [patrols, patrolItems, visitNotes, missedRounds, patrolCounts] as const;
