import type { Context } from '../../kernel/decider.ts';
import {
  courseCommandSpecs,
  courseEventSchemas,
  evolveCourse,
  type CourseCommand,
  type CourseEvent,
  type CourseState,
} from './course.ts';
import { decideCourse } from './decide.ts';
import { courses, trainings } from './views.ts';

/** Training: courses that are held, and who attended them. */
export const courseContext: Context<CourseState, CourseCommand, CourseEvent> = {
  name: 'course',
  streams: ['course'],
  commands: courseCommandSpecs,
  events: {
    CoursePlanned: { v: 1, schema: courseEventSchemas.CoursePlanned },
    AttendanceNoted: { v: 1, schema: courseEventSchemas.AttendanceNoted },
    CourseCancelled: { v: 1, schema: courseEventSchemas.CourseCancelled },
  },
  decide: decideCourse,
  evolve: evolveCourse,
  views: [courses, trainings],
  facts: {},
  sees: 'see:courses',
  about: ({ unit, territories }) => ({ unit, territory: territories }),
};
