import { accept, unreachable, type Decision, type Setting } from '../../kernel/decider.ts';
import { unitOf, type Facts } from '../../kernel/facts.ts';
import { refuseBy, type RefusalCatalogue } from '../../kernel/refusal.ts';
import { civilDateOf } from '../../kernel/time.ts';
import type { CourseCommand, CourseEvent, CourseState } from './course.ts';
import { monthsAfter } from './months.ts';

/** What a course may be refused for, and the capability that says so. */
export const courseRefusals = {
  'course-unknown': 'ORG-14',
  'course-unit-unknown': 'ORG-14',
  'course-exists': 'ORG-14',
  'course-not-planned': 'ORG-14',
  'course-cancelled': 'ORG-14',
  'course-held': 'ORG-14',
  'course-ahead': 'ORG-14',
  'attendance-noted': 'ORG-14',
} as const satisfies RefusalCatalogue;

const refuse = refuseBy(courseRefusals);
type Decided = Decision<CourseEvent>;
type Data<T extends CourseCommand['type']> = Extract<CourseCommand, { type: T }>['data'];

function plan(state: CourseState | undefined, data: Data<'PlanCourse'>, facts: Facts, { model }: Setting): Decided {
  const { run, course, on } = data;
  if (state !== undefined) return refuse('course-exists', { ids: [run] });
  if (model.training?.courses.some(({ id }) => id === course) !== true) {
    return refuse('course-unknown', { ids: [run], params: { course } });
  }
  const unit = facts(unitOf(data.unit));
  if (unit === undefined) return refuse('course-unit-unknown', { ids: [data.unit] });
  return accept({ type: 'CoursePlanned', data: { course, unit: unit.id, on, territories: [...unit.territories] } });
}

/** Noted on the day of the course or after it, each person once. */
function note(state: CourseState, { persons }: Data<'NoteAttendance'>, { model, at }: Setting): Decided {
  const today = civilDateOf(at, model.workingTime);
  const { id, course, on, territories } = state;
  if (on > today) return refuse('course-ahead', { ids: [id], params: { on, today } });
  const twice = persons.filter((one, i) => state.attended.includes(one) || persons.indexOf(one) !== i);
  if (twice.length > 0) return refuse('attendance-noted', { ids: twice });
  const months = model.training?.courses.find((one) => one.id === course)?.refreshMonths;
  const due = months === undefined ? {} : { due: monthsAfter(on, months) };
  return accept({ type: 'AttendanceNoted', data: { course, persons, on, ...due, territories: [...territories] } });
}

/** Decides what may happen to one holding of a course. */
export function decideCourse(
  state: CourseState | undefined,
  command: CourseCommand,
  facts: Facts,
  setting: Setting,
): Decided {
  if (command.type === 'PlanCourse') return plan(state, command.data, facts, setting);
  if (state === undefined) return refuse('course-not-planned', { ids: [command.data.run] });
  if (state.stage === 'cancelled') return refuse('course-cancelled', { ids: [state.id] });
  switch (command.type) {
    case 'NoteAttendance':
      return note(state, command.data, setting);
    case 'CancelCourse':
      return state.stage === 'held'
        ? refuse('course-held', { ids: [state.id] })
        : accept({ type: 'CourseCancelled', data: { course: state.course } });
    default:
      return unreachable(command);
  }
}
