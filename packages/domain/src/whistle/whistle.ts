import * as z from 'zod/mini';
import { contentRef } from '../kernel/contents.ts';
import { unreachable } from '../kernel/decider.ts';
import type { Message, Recorded } from '../kernel/envelope.ts';
import { caseId, streamKey, unitId } from '../kernel/ids.ts';
import { civilDate, instant } from '../kernel/time.ts';

/** The street called departments on a case, and until when each is to arrive. */
export const whistleBlown = z.strictObject({
  case: caseId,
  grid: z.string(),
  unit: unitId,
  departments: z.array(unitId),
  reason: contentRef,
  day: civilDate,
  due: instant,
});
/** A called department arrived; `late` after the time it had. */
export const departmentArrived = z.strictObject({ department: unitId, day: civilDate, late: z.boolean() });
/** The time is up, and these departments have not arrived. Comes by itself. */
export const absenceNoted = z.strictObject({ departments: z.array(unitId), day: civilDate });
/** The call is over, and why. */
export const whistleEnded = z.strictObject({ reason: contentRef });

/** The data of every event of a whistle, by the event's type. */
export const whistleEventSchemas = {
  WhistleBlown: whistleBlown,
  DepartmentArrived: departmentArrived,
  AbsenceNoted: absenceNoted,
  WhistleEnded: whistleEnded,
} as const;

type Schemas = typeof whistleEventSchemas;
/** What can happen to a whistle. */
export type WhistleEvent = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

/** A whistle: whom it called, who came, and whether absence is on record. */
export interface WhistleState {
  readonly stage: 'blown' | 'ended';
  readonly id: string;
  readonly unit: string;
  readonly grid: string;
  /** The day it was blown, which arrivals and absences count under. */
  readonly day: string;
  readonly due: number;
  readonly departments: readonly string[];
  readonly arrived: readonly string[];
  readonly noted: boolean;
}

/** The stream of a whistle, by its id. */
export const whistleStream = (id: string): `whistle/${string}` => `whistle/${id}`;

/** Folds what happened into a whistle. */
export function evolveWhistle(state: WhistleState | undefined, event: Recorded<WhistleEvent>): WhistleState {
  if (event.type === 'WhistleBlown') {
    const { unit, grid, day, due, departments } = event.data;
    return {
      stage: 'blown',
      id: streamKey(event.stream),
      unit,
      grid,
      day,
      due,
      departments,
      arrived: [],
      noted: false,
    };
  }
  if (state === undefined) throw new Error(`${event.stream} begins with ${event.type}`);
  switch (event.type) {
    case 'DepartmentArrived':
      return { ...state, arrived: [...state.arrived, event.data.department] };
    case 'AbsenceNoted':
      return { ...state, noted: true };
    case 'WhistleEnded':
      return { ...state, stage: 'ended' };
    default:
      return unreachable(event);
  }
}
