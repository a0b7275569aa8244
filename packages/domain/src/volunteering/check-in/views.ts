import * as z from 'zod/mini';
import { unreachable } from '../../kernel/decider.ts';
import type { Recorded } from '../../kernel/envelope.ts';
import { streamKey } from '../../kernel/ids.ts';
import { counter, table, type Delta } from '../../kernel/views.ts';
import { checkInEventSchemas, kindOf, type CheckInEvent, type Reported } from './check-in.ts';

const on = Object.keys(checkInEventSchemas);
type Happened = Recorded<CheckInEvent>;

const who = z.enum(['person', 'unit']);

/** Who it is: a person, or a unit; `unit` is the unit that listed the person, or the unit itself. */
const whose = ({ stream }: Happened, unit: string | undefined) => {
  const of = kindOf(stream);
  return of === 'person' ? { who: of, person: streamKey(stream), unit } : { who: of, unit: streamKey(stream) };
};

/** One who has reported to a community. */
export const checkInRow = z.object({
  id: z.string(),
  who,
  /** Left out of a unit's. */
  person: z.optional(z.string()),
  /** The unit that the person serves in, or the unit that has reported. */
  unit: z.optional(z.string()),
  community: z.string(),
  territory: z.string(),
  since: z.string(),
});
export type CheckInRow = z.infer<typeof checkInRow>;

function checkInAfter(row: CheckInRow | undefined, event: Happened, id: string): CheckInRow | undefined {
  switch (event.type) {
    case 'CheckedIn': {
      const { community, territory, since, unit } = event.data;
      return { id, ...whose(event, unit), community, territory, since };
    }
    case 'CheckInEnded':
      return undefined;
    case 'CheckInListed':
      return row && { ...row, unit: event.data.unit };
    case 'CheckInDelisted':
      return row?.who === 'person' ? { ...row, unit: undefined } : row;
    default:
      return unreachable(event);
  }
}

/** Who has reported, by community, by territory and by unit: persons and units. */
export const checkIns = table<CheckInRow, CheckInEvent>({
  name: 'check-ins',
  row: checkInRow,
  on,
  keys: ({ stream }) => [stream],
  project: checkInAfter,
  indexes: [['community', 'who', 'since'], ['territory', 'who'], ['unit'], ['person']],
  about: { territory: 'territory', unit: 'unit', owner: 'person' },
});

/** One who is due to report and is with no community. */
export const missingCheckInRow = z.object({
  id: z.string(),
  who,
  person: z.optional(z.string()),
  unit: z.string(),
});
export type MissingCheckInRow = z.infer<typeof missingCheckInRow>;

/** The unit on whose list they still miss after an event. */
function missesFor(event: Happened): string | undefined {
  switch (event.type) {
    case 'CheckInListed':
      return event.data.reported === undefined ? event.data.unit : undefined;
    case 'CheckInEnded':
      return event.data.unit;
    case 'CheckInDelisted':
    case 'CheckedIn':
      return undefined;
    default:
      return unreachable(event);
  }
}

/**
 * Who has not reported. A row says whose unit it is and nothing by which anyone else could be let in: it is the unit's own
 * business, and no model shows it further.
 */
export const missingCheckIns = table<MissingCheckInRow, CheckInEvent>({
  name: 'missing-check-ins',
  row: missingCheckInRow,
  on,
  keys: ({ stream }) => [stream],
  project(_row, event, id) {
    const unit = missesFor(event);
    return unit === undefined ? undefined : { id, ...whose(event, unit), unit };
  },
  indexes: [['unit', 'who'], ['person']],
  about: { unit: 'unit' },
});

/** How many have reported to a community as it stands now. */
export const checkInCountRow = z.object({
  community: z.string(),
  territory: z.string(),
  who,
  reported: z.number(),
});
export type CheckInCountRow = z.infer<typeof checkInCountRow>;

const one = (event: Happened, { community, territory }: Reported, reported: number): Delta => ({
  row: { community, territory, who: kindOf(event.stream) },
  add: { reported },
});

/** How many persons and units have reported to each community. */
export const checkInCounts = counter<CheckInCountRow, CheckInEvent>({
  name: 'check-in-counts',
  row: checkInCountRow,
  on: ['CheckedIn', 'CheckInEnded'],
  deltas(event) {
    if (event.type === 'CheckInEnded') return [one(event, event.data.left, -1)];
    if (event.type !== 'CheckedIn') return [];
    const { left } = event.data;
    return [...(left === undefined ? [] : [one(event, left, -1)]), one(event, event.data, 1)];
  },
  indexes: [['territory', 'who'], ['community']],
  about: { territory: 'territory' },
});

/** How many of a unit's own are due to report, and how many of them have. */
export const checkInCoverageRow = z.object({
  unit: z.string(),
  who,
  due: z.number(),
  reported: z.number(),
});
export type CheckInCoverageRow = z.infer<typeof checkInCoverageRow>;

/** By how much an event changes who of a unit's own is due and has reported. */
function covered(event: Happened): Readonly<{ due: number; reported: number }> {
  switch (event.type) {
    case 'CheckInListed':
      return { due: 1, reported: event.data.reported === undefined ? 0 : 1 };
    case 'CheckInDelisted':
      return { due: -1, reported: event.data.reported === undefined ? 0 : -1 };
    case 'CheckedIn':
      return { due: 0, reported: event.data.left === undefined ? 1 : 0 };
    case 'CheckInEnded':
      return { due: 0, reported: -1 };
    default:
      return unreachable(event);
  }
}

/** How far each unit has come with its own: covered in full where as many have reported as are due. */
export const checkInCoverage = counter<CheckInCoverageRow, CheckInEvent>({
  name: 'check-in-coverage',
  row: checkInCoverageRow,
  on,
  deltas(event) {
    const { unit } = event.data;
    const { due, reported } = covered(event);
    if (unit === undefined || (due === 0 && reported === 0)) return [];
    return [{ row: { unit, who: kindOf(event.stream) }, add: { due, reported } }];
  },
  indexes: [['unit']],
  about: { unit: 'unit' },
});

/** Read models of check-ins: who has reported, who has not, and how many. */
export const checkInViews = [checkIns, missingCheckIns, checkInCounts, checkInCoverage] as const;
