import * as z from 'zod/mini';
import type { CommandSpec } from '../../kernel/decider.ts';
import { unreachable } from '../../kernel/decider.ts';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { unitOf } from '../../kernel/facts.ts';
import { modelKey, personId, streamKey, territoryCode, unitId, type StreamId } from '../../kernel/ids.ts';
import { civilDate } from '../../kernel/time.ts';

const territories = { territories: z.array(territoryCode) };

/** A course of the model is held by a unit on a day. */
export const coursePlanned = z.strictObject({ course: modelKey, unit: unitId, on: civilDate, ...territories });
/** Who was there, and until when it holds for them; undefined where it holds for good. */
export const attendanceNoted = z.strictObject({
  course: modelKey,
  persons: z.array(personId),
  on: civilDate,
  due: z.optional(civilDate),
  ...territories,
});
export const courseCancelled = z.strictObject({ course: modelKey });

export const courseEventSchemas = {
  CoursePlanned: coursePlanned,
  AttendanceNoted: attendanceNoted,
  CourseCancelled: courseCancelled,
} as const;
type Events = typeof courseEventSchemas;
/** What can happen to one holding of a course. */
export type CourseEvent = { [T in keyof Events]: Message<T, z.infer<Events[T]>> }[keyof Events];

/** One holding of a course. */
export type CourseState = z.infer<typeof coursePlanned> & {
  readonly id: string;
  readonly stage: 'planned' | 'held' | 'cancelled';
  readonly attended: readonly string[];
};

export const courseStream = (id: string): StreamId => `course/${id}`;

/** Folds what happened into a holding of a course. */
export function evolveCourse(state: CourseState | undefined, event: Recorded<CourseEvent>): CourseState {
  if (event.type === 'CoursePlanned') {
    return { ...event.data, id: streamKey(event.stream), stage: 'planned', attended: [] };
  }
  if (state === undefined) throw new Error(`${event.stream} begins with ${event.type}`);
  switch (event.type) {
    case 'AttendanceNoted':
      return { ...state, stage: 'held', attended: [...state.attended, ...event.data.persons] };
    case 'CourseCancelled':
      return { ...state, stage: 'cancelled' };
    default:
      return unreachable(event);
  }
}

const id = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/));
const schemas = {
  PlanCourse: z.strictObject({ run: id, course: modelKey, unit: unitId, on: civilDate }),
  /** Persons who were there; more may be noted later. */
  NoteAttendance: z.strictObject({ run: id, persons: z.array(personId).check(z.minLength(1), z.maxLength(500)) }),
  CancelCourse: z.strictObject({ run: id }),
} as const;
type Schemas = typeof schemas;
/** What may be asked of one holding of a course. */
export type CourseCommand = { [T in keyof Schemas]: Message<T, z.infer<Schemas[T]>> }[keyof Schemas];

const spec = (schema: z.ZodMiniType): CommandSpec<CourseCommand['data']> => ({
  schema: () => schema,
  stream: ({ run }) => courseStream(run),
});

/** Planning is about the unit that holds it; the rest is about the course as it stands. */
const planCourse: CommandSpec<z.infer<typeof schemas.PlanCourse>> = {
  schema: () => schemas.PlanCourse,
  stream: ({ run }) => courseStream(run),
  begins: true,
  about: ({ unit }, _state, facts) => ({ unit, territory: facts(unitOf(unit))?.territories }),
};

export const courseCommandSpecs = {
  PlanCourse: planCourse,
  NoteAttendance: spec(schemas.NoteAttendance),
  CancelCourse: spec(schemas.CancelCourse),
} as const;
