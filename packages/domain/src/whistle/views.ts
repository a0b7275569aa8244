import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import type { Recorded } from '../kernel/envelope.ts';
import { streamKey } from '../kernel/ids.ts';
import { counter, table, type Delta } from '../kernel/views.ts';
import type { WhistleEvent } from './whistle.ts';

/** A whistle in a list. */
export const whistleRow = z.object({
  id: z.string(),
  case: z.string(),
  grid: z.string(),
  unit: z.string(),
  stage: z.enum(['blown', 'ended']),
  departments: z.array(z.string()),
  /** Who came in time, who came late, and who had not come when the time was up. */
  arrived: z.array(z.string()),
  late: z.array(z.string()),
  absent: z.array(z.string()),
  at: z.number(),
  due: z.number(),
  reason: contentRef,
});
export type WhistleRow = z.infer<typeof whistleRow>;

type Later = Exclude<Recorded<WhistleEvent>, { type: 'WhistleBlown' }>;

function after(row: WhistleRow, event: Later): WhistleRow {
  switch (event.type) {
    case 'DepartmentArrived': {
      const { department, late } = event.data;
      const list = late ? 'late' : 'arrived';
      return { ...row, [list]: [...row[list], department] };
    }
    case 'AbsenceNoted':
      return { ...row, absent: event.data.departments };
    case 'WhistleEnded':
      return { ...row, stage: 'ended' };
  }
}

/** Whistles, by place, by who called, by case, by when departments are due. */
export const whistles = table<WhistleRow, WhistleEvent>({
  name: 'whistles',
  row: whistleRow,
  on: ['WhistleBlown', 'DepartmentArrived', 'AbsenceNoted', 'WhistleEnded'],
  keys: ({ stream }) => [streamKey(stream)],
  project(row, event, id) {
    if (event.type !== 'WhistleBlown') return row && after(row, event);
    const { case: of, grid, unit, departments, due, reason } = event.data;
    const none = { arrived: [], late: [], absent: [] };
    return { id, case: of, grid, unit, stage: 'blown', departments, ...none, at: event.at, due, reason };
  },
  indexes: [
    ['grid', 'due'],
    ['unit', 'due'],
    ['case', 'at'],
  ],
  about: { territory: 'grid', unit: 'unit' },
  contents: { reason: 'see:whistles' },
});

/** What each department did when it was called, under the day of the call. A department that came late was absent before. */
export const arrivalCountRow = z.object({
  department: z.string(),
  day: z.string(),
  called: z.number(),
  inTime: z.number(),
  late: z.number(),
  absent: z.number(),
});
export type ArrivalCountRow = z.infer<typeof arrivalCountRow>;

const none = { called: 0, inTime: 0, late: 0, absent: 0 };
const one = (department: string, day: string, add: Partial<typeof none>): Delta => ({
  row: { department, day },
  add: { ...none, ...add },
});

function arrivalDeltas(event: Recorded<WhistleEvent>): readonly Delta[] {
  switch (event.type) {
    case 'WhistleBlown':
      return event.data.departments.map((department) => one(department, event.data.day, { called: 1 }));
    case 'DepartmentArrived':
      return [one(event.data.department, event.data.day, event.data.late ? { late: 1 } : { inTime: 1 })];
    case 'AbsenceNoted':
      return event.data.departments.map((department) => one(department, event.data.day, { absent: 1 }));
    case 'WhistleEnded':
      return [];
  }
}

/** Arrivals and absences by department and day, which an assessment reads. */
export const arrivalCounts = counter<ArrivalCountRow, WhistleEvent>({
  name: 'arrival-counts',
  row: arrivalCountRow,
  on: ['WhistleBlown', 'DepartmentArrived', 'AbsenceNoted'],
  deltas: arrivalDeltas,
  indexes: [['department', 'day'], ['day']],
  about: { unit: 'department' },
});

/** Read models of whistles. */
export const whistleViews = [whistles, arrivalCounts] as const;
