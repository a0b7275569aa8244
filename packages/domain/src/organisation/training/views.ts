import * as z from 'zod/mini';
import type { GovernanceModel } from '../../governance-model/model.ts';
import { streamKey } from '../../kernel/ids.ts';
import type { CivilDate } from '../../kernel/time.ts';
import { table } from '../../kernel/views.ts';
import { covers } from '../period.ts';
import type { AppointmentRow } from '../views.ts';
import { courseEventSchemas, type CourseEvent } from './course.ts';
import { monthsAfter } from './months.ts';

/** One holding of a course. */
export const courseRow = z.object({
  id: z.string(),
  course: z.string(),
  unit: z.string(),
  territory: z.string(),
  on: z.string(),
  stage: z.enum(['planned', 'held', 'cancelled']),
  attended: z.number(),
});
export type CourseRow = z.infer<typeof courseRow>;

/** Courses that are planned, were held or were called off. */
export const courses = table<CourseRow, CourseEvent>({
  name: 'courses',
  row: courseRow,
  on: Object.keys(courseEventSchemas),
  keys: ({ stream }) => [streamKey(stream)],
  project(row, event, id) {
    if (event.type === 'CoursePlanned') {
      const { course, unit, on, territories } = event.data;
      return { id, course, unit, territory: territories[0] ?? '', on, stage: 'planned', attended: 0 };
    }
    if (row === undefined) return undefined;
    return event.type === 'CourseCancelled'
      ? { ...row, stage: 'cancelled' }
      : { ...row, stage: 'held', attended: row.attended + event.data.persons.length };
  },
  indexes: [['unit', 'on'], ['course', 'on'], ['territory', 'on'], ['id']],
  about: { territory: 'territory', unit: 'unit' },
});

/** That a person attended a course, and until before which day it holds. */
export const trainingRow = z.object({
  id: z.string(),
  person: z.string(),
  course: z.string(),
  territory: z.string(),
  on: z.string(),
  due: z.optional(z.string()),
});
export type TrainingRow = z.infer<typeof trainingRow>;

type Noted = Extract<CourseEvent, { type: 'AttendanceNoted' }>;

/** Who attended which course: by person, and by the day on which it is due again. */
export const trainings = table<TrainingRow, Noted>({
  name: 'trainings',
  row: trainingRow,
  on: ['AttendanceNoted'],
  keys: ({ stream, data }) => data.persons.map((person) => `${streamKey(stream)}/${person}`),
  project: (_row, { stream, data: { course, on, due, territories } }, id) => ({
    id,
    person: id.slice(streamKey(stream).length + 1),
    course,
    territory: territories[0] ?? '',
    on,
    due,
  }),
  indexes: [['person', 'course'], ['course', 'due'], ['territory']],
  about: { territory: 'territory', owner: 'person' },
});

/** Who is not trained for a post that they hold: never, or not any more. */
export interface TrainingGap {
  readonly person: string;
  readonly unit: string;
  readonly post: string;
  readonly course: string;
  /** The day on which the last training ran out; undefined where there never was one. */
  readonly due?: CivilDate | undefined;
}

interface HeldHere {
  readonly held: readonly AppointmentRow[];
  /** Kinds of the units, by their ids. */
  readonly kinds: ReadonlyMap<string, string>;
  readonly on: CivilDate;
}

type Asked = NonNullable<GovernanceModel['training']>['rotation'][number]['posts'];

/** Appointments of a day to posts that a rule names. */
const askedOf = (posts: Asked, { held, kinds, on }: HeldHere): readonly AppointmentRow[] =>
  held.filter(
    (one) =>
      covers(one, on) &&
      posts.some(
        (rule) =>
          rule.post === one.post && (rule.kinds === undefined || rule.kinds.includes(kinds.get(one.unit) ?? '')),
      ),
  );

/** Whether a training holds on a day. */
const holds = ({ on: from, due }: TrainingRow, on: CivilDate): boolean => from <= on && (due === undefined || on < due);

const latest = (days: readonly CivilDate[]): CivilDate | undefined => [...days].sort()[days.length - 1];

/**
 * Who holds a post on a day without being trained for it, course by course. `held` and `trained` are rows of the views
 * `appointments` and `trainings`. Empty where the model asks for no course.
 */
export function untrainedFor(
  { training }: GovernanceModel,
  here: HeldHere,
  trained: readonly TrainingRow[],
): readonly TrainingGap[] {
  const byPerson = new Map<string, TrainingRow[]>();
  for (const row of trained) byPerson.set(row.person, [...(byPerson.get(row.person) ?? []), row]);
  return (training?.courses ?? []).flatMap((course) =>
    askedOf(course.posts, here).flatMap(({ person, unit, post }) => {
      const own = (byPerson.get(person) ?? []).filter((row) => row.course === course.id && row.on <= here.on);
      if (own.some((row) => holds(row, here.on))) return [];
      const due = latest(own.flatMap((row) => row.due ?? []));
      return [{ person, unit, post, course: course.id, ...(due === undefined ? {} : { due }) }];
    }),
  );
}

/** Who has held a post for as long as it may be held before it is passed on, and since which day they are due to rotate. */
export interface RotationDue {
  readonly rule: string;
  readonly person: string;
  readonly unit: string;
  readonly post: string;
  readonly due: CivilDate;
}

const sameHold = (one: AppointmentRow, other: AppointmentRow): boolean =>
  one.unit === other.unit && one.post === other.post && one.person === other.person;

/** Since when somebody holds a post without a break: a term that follows upon another, or overlaps it, joins it. */
function heldSince(now: AppointmentRow, held: readonly AppointmentRow[]): CivilDate {
  const own = held.filter((one) => sameHold(one, now) && one.from < now.from);
  return own
    .sort((one, other) => (one.from < other.from ? 1 : -1))
    .reduce((since, { from, until }) => (until === undefined || until >= since ? from : since), now.from);
}

/** Who is due to rotate on a day, from rows of the view `appointments`, former terms among them. Empty where the model rotates nobody. */
export const rotationsDue = ({ training }: GovernanceModel, here: HeldHere): readonly RotationDue[] =>
  (training?.rotation ?? []).flatMap(({ id, posts, months }) =>
    askedOf(posts, here).flatMap((now) => {
      const { person, unit, post } = now;
      const due = monthsAfter(heldSince(now, here.held), months);
      return due <= here.on ? [{ rule: id, person, unit, post, due }] : [];
    }),
  );
