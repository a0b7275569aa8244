import * as z from 'zod/mini';
import type { Recorded } from '../kernel/envelope.ts';
import { counter, type Delta } from '../kernel/views.ts';
import { caseEventSchemas, type CaseEvent } from './case.ts';
import type { Settlement } from './settlement.ts';

/**
 * Cases that are settled, under where and what they were reported as, the tier that settled them, and whether a handler or a
 * meeting did. One that is reopened is settled no more. `unit` is empty where no unit handled it.
 */
export const caseSettledRow = z.object({
  grid: z.string(),
  class: z.string(),
  day: z.string(),
  level: z.string(),
  by: z.enum(['handler', 'meeting']),
  unit: z.string(),
  settled: z.number(),
});
export type CaseSettledRow = z.infer<typeof caseSettledRow>;

type Kept = Recorded<CaseEvent>;

const settledDelta = ({ grid, class: of, day }: Kept['data']['cohort'], at: Settlement, settled: number): Delta => ({
  row: { grid, class: of, day, level: at.level, by: at.by, unit: at.unit ?? '' },
  add: { settled },
});

function settledDeltas({ data }: Kept): readonly Delta[] {
  if ('settlement' in data && data.settlement !== undefined) return [settledDelta(data.cohort, data.settlement, 1)];
  return 'undone' in data && data.undone !== undefined ? [settledDelta(data.cohort, data.undone, -1)] : [];
}

/** Where cases were settled, kept event by event: `settledShare` makes shares of the sums by `level`. */
export const caseSettled = counter<CaseSettledRow, CaseEvent>({
  name: 'case-settled',
  row: caseSettledRow,
  on: ['CaseVerified', 'CaseSettled', 'CaseReopened'],
  deltas: settledDeltas,
  indexes: [['grid'], ['day'], ['unit', 'day']],
  about: { territory: 'grid', unit: 'unit' },
});

/**
 * Counts of cases by the unit that handles them, their class, and the day of their report. `given`: cases that it has, or
 * handled to the end; one that goes to another counts there. `closed`: of those, the ones that are closed. Ratings and
 * answers count for the unit whose work they are of. `reachable`, `contacted` and `overdue`: of the cases that it has, or
 * handled to the end, those whose reporter can be reached, those whose reporter was contacted in time, by whomever, and those of which a stage ran over in its turn. `overruns`:
 * stages that ran over while it was the unit's turn.
 */
export const caseUnitCountRow = z.object({
  unit: z.string(),
  class: z.string(),
  day: z.string(),
  given: z.number(),
  reachable: z.number(),
  contacted: z.number(),
  overdue: z.number(),
  closed: z.number(),
  rated: z.number(),
  satisfied: z.number(),
  asked: z.number(),
  resolved: z.number(),
  overruns: z.number(),
});
export type CaseUnitCountRow = z.infer<typeof caseUnitCountRow>;
type Counts = Partial<Record<Exclude<keyof CaseUnitCountRow, 'unit' | 'class' | 'day'>, number>>;

const nothing = {
  given: 0,
  reachable: 0,
  contacted: 0,
  overdue: 0,
  closed: 0,
  rated: 0,
  satisfied: 0,
  asked: 0,
  resolved: 0,
  overruns: 0,
};

function deltaFor(unit: string | undefined, { cohort }: Kept['data'], counts: Counts): readonly Delta[] {
  if (unit === undefined || Object.values(counts).every((by) => by === 0)) return [];
  return [{ row: { unit, class: cohort.class, day: cohort.day }, add: { ...nothing, ...counts } }];
}

/** Events after which no unit has the case that one had before. */
const lettingGo: ReadonlySet<string> = new Set([
  'CaseReturned',
  'CaseReopened',
  'CaseEscalated',
  'CaseDeclined',
  'CaseVoided',
  'CaseWithdrawn',
  'CaseMerged',
]);

/** Whether a unit has the case after an event that it had before. */
const keeps = ({ type, data }: Kept): boolean =>
  type === 'CaseRefiled' ? data.to !== 'accepted' : !lettingGo.has(type) && !('handler' in data);

/** The case passes from the unit that had it to the one that has it now, or to none. */
function passed(event: Kept): readonly Delta[] {
  const { data } = event;
  const held = 'held' in data ? data.held : undefined;
  const before = held?.handler;
  const contacted = Number(held?.contacted === true);
  const overdue = Number(held?.overdue === true);
  const reachable = 'unreachable' in data && data.unreachable === true ? 0 : 1;
  const again = 'overdueBefore' in data ? Number(data.overdueBefore) : 0;
  const reopened = event.type === 'CaseReopened' && event.data.undone?.unit !== undefined ? -1 : 0;
  return [
    ...(keeps(event)
      ? []
      : deltaFor(before, data, {
          given: -1,
          reachable: -Number(held?.unreachable !== true),
          contacted: 0 - contacted,
          overdue: 0 - overdue,
          closed: reopened,
        })),
    ...('handler' in data ? deltaFor(data.handler, data, { given: 1, reachable, contacted, overdue: again }) : []),
  ];
}

type Rated = Extract<Kept, { type: 'CaseRated' }>;

/** An answer to "is it resolved?" is of the work that it was said of, until another answer takes its place. */
function answerDeltas({ data }: Rated): readonly Delta[] {
  const { resolved, wasResolved, wasResolvedUnit = data.wasUnit } = data;
  if (resolved === undefined) return [];
  return [
    ...(wasResolved === undefined
      ? []
      : deltaFor(wasResolvedUnit, data, { asked: -1, resolved: -Number(wasResolved) })),
    ...deltaFor(data.unit, data, { asked: 1, resolved: Number(resolved) }),
  ];
}

/** A rating that is given again is taken from the unit that had the one before. */
function ratedDeltas(event: Rated): readonly Delta[] {
  const { data } = event;
  const { positive, was } = data;
  return [
    ...(was === undefined ? [] : deltaFor(data.wasUnit, data, { rated: -1, satisfied: -Number(was) })),
    ...deltaFor(data.unit, data, { rated: 1, satisfied: Number(positive) }),
    ...answerDeltas(event),
  ];
}

function unitDeltas(event: Kept): readonly Delta[] {
  switch (event.type) {
    case 'CaseRated':
      return ratedDeltas(event);
    case 'CaseSupervised':
      return deltaFor(event.data.unit, event.data, {
        overruns: 1,
        overdue: Number(event.data.firstOfUnit === true),
      });
    case 'ReporterContacted':
      return deltaFor(event.data.unit, event.data, { contacted: Number(event.data.counts === true) });
    case 'CaseVerified':
      return deltaFor(event.data.settlement?.unit, event.data, { closed: 1 });
    default:
      return passed(event);
  }
}

/** Counts by unit, class and day, for units that answer for no ground of their own, as departments: `caseUnitRates` reads them. */
export const caseUnitCounts = counter<CaseUnitCountRow, CaseEvent>({
  name: 'case-unit-counts',
  version: 2,
  row: caseUnitCountRow,
  on: Object.keys(caseEventSchemas),
  deltas: unitDeltas,
  indexes: [['unit', 'day'], ['day']],
  about: { unit: 'unit' },
});
