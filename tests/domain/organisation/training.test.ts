import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  appointments,
  courseContext,
  courses,
  organisationContext,
  parseModel,
  rotationsDue,
  trainings,
  units,
  unitOf,
  untrainedFor,
  type CourseEvent,
} from '@keting/domain';
import { given, sampleModel } from '@keting/domain/testing';
import { openDesk } from '../../support/open-desk.ts';
import { appoint, person, smallDistrict, unit } from './small-district.ts';

const label = { 'zh-Hans': '培训', 'zh-Hant': '培訓', en: 'course' };
const source = 'ours';
const model = sampleModel({
  training: {
    courses: [
      {
        id: 'mediation',
        label,
        posts: [{ post: 'secretary', kinds: ['community-branch'] }],
        refreshMonths: 12,
        source,
      },
      { id: 'welcome', label, posts: [{ post: 'member' }], source },
    ],
    rotation: [{ id: 'secretaries', posts: [{ post: 'secretary' }], months: 60, source }],
  },
});
const plan = (run: string, course: string, on: string) => ({
  type: 'PlanCourse' as const,
  data: { run, course, unit: unit('street'), on },
});
const note = (run: string, ...who: readonly string[]) => ({
  type: 'NoteAttendance' as const,
  data: { run, persons: who.map(person) },
});
const cancel = (run: string) => ({ type: 'CancelCourse' as const, data: { run } });

const opened = async () => {
  const desk = openDesk([organisationContext, courseContext], { base: model });
  await desk.all(
    ...smallDistrict,
    appoint('community', 'secretary', 'p1', { from: '2021-04-30' }),
    appoint('community', 'member', 'p2'),
    appoint('east-village', 'secretary', 'p3', { from: '2025-01-01' }),
    appoint('community', 'member', 'p4', { until: '2026-03-01' }),
  );
  return desk;
};
type Desk = Awaited<ReturnType<typeof opened>>;

const here = async (desk: Desk, on: string) => {
  const held = (await desk.view(appointments, { limit: 100 })).rows;
  const kinds = new Map((await desk.view(units, { limit: 100 })).rows.map(({ id, kind }) => [id, kind]));
  return { held, kinds, on };
};
const gaps = async (desk: Desk, on: string) => {
  const { rows } = await desk.view(trainings, { limit: 100 });
  return untrainedFor(model, await here(desk, on), rows).map(({ person: who, post, course, due }) => [
    who,
    post,
    course,
    due,
  ]);
};

test('[ORG-14] who is not trained for a post is listed, course by course, until they attend and after it runs out', async () => {
  const desk = await opened();
  const secretary = ['p1', 'secretary', 'mediation', undefined];
  const member = ['p2', 'member', 'welcome', undefined];
  assert.deepEqual(await gaps(desk, '2026-03-02'), [secretary, member], 'not the village, nor who has left');
  await desk.all(plan('r1', 'mediation', '2026-03-02'), plan('r2', 'welcome', '2026-03-01'));
  await desk.all(note('r1', 'p1', 'p9'), note('r2', 'p2'));
  assert.deepEqual(await gaps(desk, '2026-03-01'), [secretary]);
  assert.deepEqual(await gaps(desk, '2026-03-02'), []);
  assert.deepEqual(await gaps(desk, '2027-03-01'), []);
  assert.deepEqual(await gaps(desk, '2027-03-02'), [['p1', 'secretary', 'mediation', '2027-03-02']]);
  assert.deepEqual(untrainedFor(sampleModel(), await here(desk, '2026-03-02'), []), []);
});

test('[ORG-14] courses, attendance and due refreshers show per person', async () => {
  const desk = await opened();
  await desk.all(
    plan('r1', 'mediation', '2026-02-28'),
    note('r1', 'p1'),
    note('r1', 'p2'),
    plan('r2', 'welcome', '2026-05-01'),
  );
  const { rows } = await desk.view(courses, { where: { unit: 'street' } });
  assert.deepEqual(rows.map(({ id, stage, attended }) => [id, stage, attended]).sort(), [
    ['r1', 'held', 2],
    ['r2', 'planned', 0],
  ]);
  const due = await desk.view(trainings, { where: { course: 'mediation', due: { to: '2027-03-01' } } });
  assert.deepEqual(due.rows.map((row) => [row.person, row.on, row.due]).sort(), [
    ['p1', '2026-02-28', '2027-02-28'],
    ['p2', '2026-02-28', '2027-02-28'],
  ]);
});

const territories = ['990101001'];
const planned = (course: string, on = '2026-03-02'): CourseEvent => ({
  type: 'CoursePlanned',
  data: { course, unit: unit('street'), on, territories },
});
const attended = (...who: readonly string[]): CourseEvent => ({
  type: 'AttendanceNoted',
  data: { course: 'welcome', persons: who.map(person), on: '2026-03-02', territories },
});
const street = { id: unit('street'), kind: 'street-committee', territories };
const run = (...past: readonly CourseEvent[]) => given(courseContext, ...past).under(model);

test('[ORG-14] a course of the model is planned once, by a unit that stands', () => {
  run()
    .with(unitOf(unit('street')), street)
    .when(plan('r1', 'welcome', '2026-03-02'))
    .then({ type: 'CoursePlanned', data: { course: 'welcome', unit: 'street', on: '2026-03-02', territories } });
  run(planned('welcome'))
    .when(plan('r1', 'welcome', '2026-03-02'))
    .refuses('course-exists', { ids: ['r1'] });
  const unknown = { ids: ['r1'], params: { course: 'singing' } };
  run()
    .when(plan('r1', 'singing', '2026-03-02'))
    .refuses('course-unknown', unknown);
  given(courseContext)
    .when(plan('r1', 'singing', '2026-03-02'))
    .refuses('course-unknown', unknown);
  run()
    .with(unitOf(unit('street')), undefined)
    .when(plan('r1', 'welcome', '2026-03-02'))
    .refuses('course-unit-unknown', { ids: ['street'] });
  run()
    .when(cancel('r9'))
    .refuses('course-not-planned', { ids: ['r9'] });
});

test('[ORG-14] attendance is noted on the day of the course or after it, each person once', () => {
  run(planned('welcome', '2026-03-03'))
    .when(note('r1', 'p1'))
    .refuses('course-ahead', { ids: ['r1'], params: { on: '2026-03-03', today: '2026-03-02' } });
  run(planned('welcome'))
    .when(note('r1', 'p1'))
    .then({ type: 'AttendanceNoted', data: { course: 'welcome', persons: ['p1'], on: '2026-03-02', territories } });
  run(planned('welcome'))
    .when(note('r1', 'p1', 'p2', 'p1'))
    .refuses('attendance-noted', { ids: ['p1'] });
  run(planned('welcome'), attended('p1'))
    .when(note('r1', 'p2', 'p1'))
    .refuses('attendance-noted', { ids: ['p1'] });
});

test('[ORG-14] a course that the model drops after it was planned holds for good for those who attended', () => {
  const forGood = (of: ReturnType<typeof run>) => {
    const [noted] = of.when(note('r1', 'p1')).then({ type: 'AttendanceNoted', data: { course: 'singing' } }).events;
    assert.equal(noted?.type === 'AttendanceNoted' && noted.data.due, undefined);
  };
  forGood(run(planned('singing')));
  forGood(run(planned('singing')).under(sampleModel()));
});

test('[ORG-14] a course is cancelled before it is held; then nobody attends it', () => {
  run(planned('welcome'))
    .when(cancel('r1'))
    .then({ type: 'CourseCancelled', data: { course: 'welcome' } });
  run(planned('welcome'), attended('p1'))
    .when(cancel('r1'))
    .refuses('course-held', { ids: ['r1'] });
  run(planned('welcome'), { type: 'CourseCancelled', data: { course: 'welcome' } })
    .when(note('r1', 'p1'))
    .refuses('course-cancelled', { ids: ['r1'] });
});

test('[ORG-14] who has held a post for the months that it may be held is due to rotate on the day that corresponds', async () => {
  const desk = await opened();
  const due = async (on: string) =>
    rotationsDue(model, await here(desk, on)).map((one) => [one.person, one.unit, one.due]);
  assert.deepEqual(await due('2026-04-29'), []);
  assert.deepEqual(await due('2026-04-30'), [['p1', 'community', '2026-04-30']]);
  assert.equal((await due('2030-01-01')).length, 2);
  assert.deepEqual(rotationsDue(sampleModel(), await here(desk, '2030-01-01')), []);
});

test('[ORG-14] who is re-elected goes on holding the post: terms that follow upon one another count as one', () => {
  const term = (from: string, until: string | undefined, of: object = {}) => ({
    ...{ id: from, unit: 'community', territory: '990101001001', post: 'secretary', person: 'p1', from, until },
    ...of,
  });
  const due = (...held: readonly ReturnType<typeof term>[]) =>
    rotationsDue(model, { held, kinds: new Map(), on: '2026-01-01' }).map((one) => one.due);
  const now = term('2024-01-01', undefined);
  assert.deepEqual(due(term('2021-01-01', '2024-01-01'), now), ['2026-01-01']);
  assert.deepEqual(due(now, term('2022-06-01', '2024-01-01'), term('2020-06-01', '2022-06-01')), ['2025-06-01']);
  assert.deepEqual(due(term('2020-01-01', '2023-12-31'), now), [], 'a day without the post begins anew');
  assert.deepEqual(due(term('2020-01-01', '2024-01-01', { unit: 'east-village' }), now), []);
  assert.deepEqual(due(term('2020-01-01', '2024-01-01', { post: 'member' }), now), []);
  assert.deepEqual(due(term('2020-01-01', '2024-01-01', { person: 'p2' }), now), []);
});

test('[ORG-14] a refresher is due on the day that corresponds, and on the last of a shorter month', async () => {
  const monthly = sampleModel({
    training: {
      courses: [{ id: 'drill', label, posts: [{ post: 'member' }], refreshMonths: 1, source }],
      rotation: [],
    },
  });
  const desk = openDesk([organisationContext, courseContext], { base: monthly });
  await desk.all(...smallDistrict, plan('r1', 'drill', '2026-01-31'), note('r1', 'p1'));
  assert.equal((await desk.view(trainings)).rows[0]?.due, '2026-02-28');
});

test('[ORG-14] courses are for posts that the model has, in kinds that have them', () => {
  const course = (...posts: readonly object[]) => {
    const training = { courses: [{ id: 'c', label, posts, source }], rotation: [] };
    const parsed = parseModel({ ...model, training });
    return parsed.ok ? [] : parsed.faults.map(({ code, at }) => [code, at]);
  };
  assert.deepEqual(course({ post: 'king' }, { post: 'clerk', kinds: ['firm'] }), [
    ['unknown-reference', 'king'],
    ['not-in-kind', 'clerk'],
  ]);
});
