import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  anonymous,
  caseOf,
  gridOf,
  patrolContext,
  patrolId,
  personId,
  roundsOf,
  startOfDay,
  type PatrolEvent,
} from '@keting/domain';
import { given, sampleModel, sealed } from '@keting/domain/testing';
import { community, westHomes } from '../small-community.ts';
import { patrolModel } from './patrol-model.ts';

const model = patrolModel();
const { code: grid } = westHomes;
const patrol = patrolId.parse('p1');
const day = '2026-03-02';
const midnight = startOfDay('2026-03-03', model.workingTime);
const walk = { grid, day, person: personId.parse('someone') };
const started: PatrolEvent = { type: 'PatrolStarted', data: { ...walk, until: midnight } };
const micro = { code: grid, kind: 'micro', community };
const walking = given(patrolContext, started).under(model);
const known = given(patrolContext).under(model).with(gridOf(grid), micro);
const cohort = { grid, class: 'dispute', day };

test('[GRID-06] somebody sets out in a grid that there is, in their own name and until the end of the day', () => {
  const start = { type: 'StartPatrol' as const, data: { patrol, grid } };
  known.when(start).then(started);
  known
    .by(anonymous)
    .when(start)
    .refuses('patrol-by-nobody', { ids: [patrol] });
  walking
    .with(gridOf(grid), micro)
    .when(start)
    .refuses('patrol-exists', { ids: [patrol] });
  given(patrolContext)
    .under(model)
    .with(gridOf(grid), undefined)
    .when(start)
    .refuses('grid-unknown', { ids: [grid] });
  given(patrolContext).under(sampleModel()).when(start).refuses('patrols-lacking');
});

test('[GRID-06] what is done on the spot (随手做) is of a kind that the model has, its note kept apart from the event', () => {
  const act = (kind: string, note?: string) =>
    walking.when({ type: 'DoOnTheSpot', data: { patrol, kind, ...(note === undefined ? {} : { note }) } });
  act('litter').then({ type: 'DoneOnTheSpot', data: { ...walk, item: 1, kind: 'litter' } });
  act('litter', 'a bag by the gate').then({ type: 'DoneOnTheSpot', data: { note: sealed('a bag by the gate') } });
  act('arrest').refuses('on-the-spot-unknown', { params: { kind: 'arrest' } });
  act('litter', ' ').invalid({ path: 'note' });
});

test('[GRID-06] the visit diary (民情日记) keeps what was heard as an erasable text of its writer', () => {
  walking
    .when({ type: 'NoteVisit', data: { patrol, note: 'the lift stands still again' } })
    .then({ type: 'VisitNoted', data: { ...walk, item: 1, note: sealed('the lift stands still again') } });
  walking.when({ type: 'NoteVisit', data: { patrol, note: '' } }).invalid({ path: 'note', code: 'required' });
});

test('[GRID-06] what became a case is named by the patrol of that place and day, and by one patrol only', () => {
  const add = { type: 'AddPatrolCase' as const, data: { patrol, case: 'c1' } };
  const near = walking.with(gridOf(grid), micro);
  near
    .with(caseOf('c1'), { stage: 'collected', cohort, reporter: walk.person })
    .when(add)
    .then({ type: 'PatrolCaseAdded', data: { ...walk, item: 1, case: 'c1' } })
    .claims('patrol-case/c1');
  near
    .with(caseOf('c1'), undefined)
    .when(add)
    .refuses('patrol-case-unknown', { ids: ['c1'] });
  walking
    .with(gridOf(grid), undefined)
    .with(caseOf('c1'), { stage: 'collected', cohort, reporter: walk.person })
    .when(add)
    .refuses('patrol-case-elsewhere', { ids: ['c1'] });
  for (const other of [
    { ...cohort, grid: `${community}00102` },
    { ...cohort, day: '2026-03-01' },
  ]) {
    near
      .with(caseOf('c1'), { stage: 'collected', cohort: other, reporter: walk.person })
      .when(add)
      .refuses('patrol-case-elsewhere', { ids: ['c1'], params: { on: day } });
  }
  walking
    .with(gridOf(grid), { ...micro, kind: 'functional' })
    .with(caseOf('c1'), { stage: 'collected', cohort: { ...cohort, grid: `${community}00102` }, reporter: walk.person })
    .when(add)
    .then({ type: 'PatrolCaseAdded' });
});

test('[GRID-06] what a resident or a colleague reported is not what the patrol reported', () => {
  const add = { type: 'AddPatrolCase' as const, data: { patrol, case: 'c1' } };
  for (const reporter of ['p-resident', undefined]) {
    walking
      .with(gridOf(grid), micro)
      .with(caseOf('c1'), { stage: 'collected', cohort, reporter })
      .when(add)
      .refuses('patrol-case-of-another', { ids: ['c1'] });
  }
});

test('[GRID-06] a finished patrol counts as a round of its day, where rounds are due', () => {
  const finish = { type: 'FinishPatrol' as const, data: { patrol } };
  walking
    .with(roundsOf(grid), { day, needed: 1, done: 0 })
    .when(finish)
    .then({ type: 'PatrolFinished', data: walk })
    .also({ stream: `rounds/${grid}`, type: 'RoundDone', data: { day, patrol } });
  walking.with(roundsOf(grid), undefined).when(finish).then({ type: 'PatrolFinished' }).also();
  walking
    .with(roundsOf(grid), { day: '2026-03-03', needed: 1, done: 0 })
    .when(finish)
    .then({ type: 'PatrolFinished' })
    .also();
});

test('[GRID-06] a patrol ends with its day: nothing is added after it, and what nobody finished lapses by itself', () => {
  const lapse = { type: 'LapsePatrol' as const, data: { patrol } };
  const finish = { type: 'FinishPatrol' as const, data: { patrol } };
  walking.when(lapse).refuses('patrol-not-over', { ids: [patrol] });
  walking
    .at(midnight)
    .when(finish)
    .refuses('patrol-over', { params: { on: day } });
  walking.at(midnight).when(lapse).then({ type: 'PatrolLapsed', data: walk });
  for (const type of ['PatrolFinished', 'PatrolLapsed'] as const) {
    const over = given(patrolContext, started, { type, data: walk }).under(model);
    over.when(finish).refuses('patrol-over', { ids: [patrol] });
    over.at(midnight).when(lapse).refuses('patrol-over');
  }
  known.when(finish).refuses('patrol-over', { ids: [patrol] });
});

test('[GRID-06] what falls due on a patrol is its lapse, and nothing once it is over', () => {
  const state = walking.state(`patrol/${patrol}`);
  assert.ok(state);
  assert.deepEqual(patrolContext.due?.(state), { at: midnight, command: { type: 'LapsePatrol', data: { patrol } } });
  const over = given(patrolContext, started, { type: 'PatrolFinished', data: walk }).state(`patrol/${patrol}`);
  assert.ok(over);
  assert.equal(patrolContext.due(over), undefined);
});
