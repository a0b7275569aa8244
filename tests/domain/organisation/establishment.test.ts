import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  establishmentContext,
  establishments,
  formerWorkers,
  headcountFor,
  organisationContext,
  parseModel,
  workers,
  workersOfUnits,
  type EstablishmentEvent,
} from '@keting/domain';
import { given, sampleModel } from '@keting/domain/testing';
import * as fc from 'fast-check';
import { openDesk } from '../../support/open-desk.ts';
import { found, person, smallDistrict, unit } from './small-district.ts';
import { runs } from '../../support/runs.ts';

const label = { 'zh-Hans': '岗位', 'zh-Hant': '崗位', en: 'post' };
const source = 'ours';
const rung = (id: string, from: number, to: number) => ({ id, label, from, to, source });

/** Four posts, eighteen grades (四岗十八级); nine workers for 3,000 households. */
const rules = {
  kinds: ['residents-committee'],
  headcount: { households: 3000, workers: 9, source },
  ladder: [
    rung('clerk-post', 1, 6),
    rung('officer-post', 4, 10),
    rung('deputy-post', 8, 14),
    rung('head-post', 12, 18),
  ],
};
const model = sampleModel({ establishment: rules });
const at = { unit: unit('council') };
const households = (count: number) => ({ type: 'StateHouseholds' as const, data: { ...at, households: count } });
const put = (type: 'PlaceWorker' | 'PromoteWorker', who: string, post: string, grade: number) => ({
  type,
  data: { ...at, person: person(who), post, grade },
});

test('[ORG-11] the head-count of a community follows from its households, by 3,000', () => {
  const asked = (count: number) => headcountFor(rules, count);
  assert.deepEqual([0, 1, 333, 334, 3000, 3001, 6000].map(asked), [0, 1, 1, 2, 9, 10, 18]);
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.nat(1000), (count, more) => {
      assert.ok(asked(count) * 3000 >= count * 9 && (asked(count) - 1) * 3000 < count * 9);
      assert.ok(asked(count + more) >= asked(count));
    }),
    { numRuns: runs() },
  );
});

test('[ORG-11] no more workers are placed than the households allow', async () => {
  const desk = openDesk([organisationContext, establishmentContext], { base: model });
  await desk.all(...smallDistrict);
  const full = { code: 'establishment-full', ids: ['council'] };
  assert.deepEqual(await desk.refusal(put('PlaceWorker', 'w0', 'clerk-post', 1)), full);
  await desk.all(households(600), put('PlaceWorker', 'w0', 'clerk-post', 1), put('PlaceWorker', 'w1', 'head-post', 18));
  assert.deepEqual(await desk.refusal(put('PlaceWorker', 'w2', 'clerk-post', 1)), full);
  const row = async () => (await desk.view(establishments, { where: { unit: 'council' } })).rows[0];
  assert.deepEqual(await row(), {
    unit: 'council',
    territory: '990101001001',
    households: 600,
    headcount: 2,
    filled: 2,
  });
  const release = { type: 'ReleaseWorker', data: { ...at, person: 'w0' } };
  await desk.all(release, put('PlaceWorker', 'w2', 'clerk-post', 1), put('PromoteWorker', 'w2', 'clerk-post', 2));
  assert.equal((await row())?.filled, 2);
  assert.deepEqual(await desk.refusal(release), { code: 'worker-unknown', ids: ['w0'] });
  const { rows } = await desk.view(workers, { where: { unit: 'council' } });
  assert.deepEqual(rows.map((one) => [one.person, one.post, one.grade]).sort(), [
    ['w1', 'head-post', 18],
    ['w2', 'clerk-post', 2],
  ]);
});

test('[ORG-11] one person works in one community at a time', async () => {
  const desk = openDesk([organisationContext, establishmentContext], { base: model });
  await desk.all(...smallDistrict, found('second-council', 'residents-committee', 'office'));
  const there = { unit: unit('second-council') };
  const placeThere = (who: string) => ({
    type: 'PlaceWorker',
    data: { ...there, person: who, post: 'clerk-post', grade: 1 },
  });
  await desk.all(households(600), { type: 'StateHouseholds', data: { ...there, households: 600 } });
  await desk.all(put('PlaceWorker', 'w0', 'clerk-post', 1), placeThere('w1'));
  assert.equal((await desk.refusal(placeThere('w0')))?.code, 'claim-taken');
  await desk.all({ type: 'ReleaseWorker', data: { ...at, person: 'w0' } }, placeThere('w0'));
});

test('[ORG-11] who worked in a community that is dissolved is released, and can be placed elsewhere', async () => {
  const contexts = [organisationContext, establishmentContext];
  const desk = openDesk(contexts, { base: model, processes: [workersOfUnits] });
  await desk.all(...smallDistrict, found('second-council', 'residents-committee', 'office'), households(600));
  await desk.all(put('PlaceWorker', 'w0', 'clerk-post', 1), put('PlaceWorker', 'w1', 'clerk-post', 1));
  await desk.all({ type: 'DissolveUnit', data: { ...at, on: '2026-03-02' } });
  await desk.settled();
  assert.deepEqual((await desk.view(workers, { where: { unit: 'council' } })).rows, []);
  const there = { unit: unit('second-council') };
  await desk.all(
    { type: 'StateHouseholds', data: { ...there, households: 600 } },
    { type: 'PlaceWorker', data: { ...there, person: 'w0', post: 'clerk-post', grade: 1 } },
  );
});

test('[ORG-11] a worker can be released from a community that is no more', async () => {
  const desk = openDesk([organisationContext, establishmentContext], { base: model });
  await desk.all(...smallDistrict, households(600), put('PlaceWorker', 'w0', 'clerk-post', 1));
  await desk.all({ type: 'DissolveUnit', data: { ...at, on: '2026-03-02' } });
  await desk.all({ type: 'ReleaseWorker', data: { ...at, person: 'w0' } });
  assert.deepEqual((await desk.view(workers, { where: { unit: 'council' } })).rows, []);
});

const placed = (post: string, grade: number): EstablishmentEvent => ({
  type: 'WorkerPlaced',
  data: { person: person('w'), post, grade, on: '2026-01-01', territories: ['990101001001'] },
});
const standing = (post: string, grade: number) =>
  given(establishmentContext, placed(post, grade))
    .under(model)
    .withAll('unitOf', () => ({
      ...at,
      id: unit('council'),
      kind: 'residents-committee',
      territories: ['990101001001'],
    }));

test('[ORG-11] a promotion climbs one step; one that skips a grade, a post, or goes down is refused', () => {
  const from = standing('clerk-post', 4);
  const to = (post: string, grade: number) => from.when(put('PromoteWorker', 'w', post, grade));
  to('clerk-post', 5).then({ type: 'WorkerPromoted', data: { grade: 5, was: { post: 'clerk-post', grade: 4 } } });
  to('officer-post', 5).then({ type: 'WorkerPromoted' });
  to('officer-post', 4).then({ type: 'WorkerPromoted' });
  to('clerk-post', 6).refuses('promotion-skips', { ids: ['w'], params: { grade: 6, wasGrade: 4 } });
  to('clerk-post', 4).refuses('promotion-skips');
  to('clerk-post', 3).refuses('promotion-skips');
  to('officer-post', 6).refuses('promotion-skips');
  to('deputy-post', 8).refuses('promotion-skips');
  to('clerk-post', 7).refuses('grade-not-of-post', { params: { post: 'clerk-post', grade: 7 } });
  from.when(put('PromoteWorker', 'x', 'clerk-post', 1)).refuses('worker-unknown', { ids: ['x'] });
  from.when(put('PlaceWorker', 'w', 'clerk-post', 1)).refuses('worker-known', { ids: ['w'] });
  from.when(put('PlaceWorker', 'x', 'clerk-post', 1)).refuses('establishment-full', {
    ids: ['council'],
    params: { headcount: 0 },
  });
});

test('[ORG-11] who is released and placed anew begins at most one step above the last rank', () => {
  const released: EstablishmentEvent = {
    type: 'WorkerReleased',
    data: { person: person('w'), on: '2026-02-01', territories: ['990101001001'] },
  };
  const stated: EstablishmentEvent = {
    type: 'HouseholdsStated',
    data: { households: 600, headcount: 2, territories: ['990101001001'] },
  };
  const back = (post: string, grade: number) =>
    given(establishmentContext, stated, placed('clerk-post', 1), placed('clerk-post', 4), released)
      .under(model)
      .withAll('unitOf', () => ({ ...at, id: unit('council'), kind: 'residents-committee', territories: [] }))
      .withAll('ranksLeftBy', () => [])
      .when(put('PlaceWorker', 'w', post, grade));
  back('clerk-post', 1).then({ type: 'WorkerPlaced' });
  back('clerk-post', 4).then({ type: 'WorkerPlaced' });
  back('officer-post', 5).then({ type: 'WorkerPlaced' });
  back('clerk-post', 6).refuses('promotion-skips', { ids: ['w'], params: { grade: 6, wasGrade: 4 } });
  back('head-post', 18).refuses('promotion-skips', { params: { post: 'head-post', wasPost: 'clerk-post' } });
});

test('[ORG-11] who goes to another community begins there at most one step above the rank that they left', async () => {
  const desk = openDesk([organisationContext, establishmentContext], { base: model });
  const next = { unit: unit('next-council') };
  const there = (who: string, post: string, grade: number) => ({
    type: 'PlaceWorker' as const,
    data: { ...next, person: person(who), post, grade },
  });
  const leave = (where: { readonly unit: string }, who: string) => ({
    type: 'ReleaseWorker',
    data: { ...where, person: who },
  });
  await desk.all(
    ...smallDistrict,
    found('next-council', 'residents-committee', 'office', { territories: ['990101001201'] }),
    households(600),
    { type: 'StateHouseholds', data: { ...next, households: 600 } },
    put('PlaceWorker', 'w', 'clerk-post', 3),
    put('PromoteWorker', 'w', 'clerk-post', 4),
    leave(at, 'w'),
  );
  assert.deepEqual(await desk.refusal(there('w', 'head-post', 18)), {
    code: 'promotion-skips',
    ids: ['w'],
  });
  await desk.all(there('w', 'clerk-post', 5), leave(next, 'w'));
  assert.equal((await desk.refusal(put('PlaceWorker', 'w', 'clerk-post', 7)))?.code, 'grade-not-of-post');
  await desk.all(put('PlaceWorker', 'w', 'officer-post', 6), there('new', 'head-post', 18));
  const { rows } = await desk.view(formerWorkers, { where: { person: 'w' } });
  assert.deepEqual(rows.map((one) => [one.unit, one.grade]).sort(), [
    ['council', 4],
    ['next-council', 5],
  ]);
});

test('[ORG-11] the next post begins at its own lowest grade', () => {
  standing('clerk-post', 3)
    .when(put('PromoteWorker', 'w', 'officer-post', 3))
    .refuses('grade-not-of-post', { params: { post: 'officer-post', grade: 3 } });
  standing('clerk-post', 3)
    .when(put('PromoteWorker', 'w', 'officer-post', 4))
    .then({ type: 'WorkerPromoted', data: { post: 'officer-post', grade: 4 } });
});

test('[ORG-11] whatever is accepted is one step of the four posts and eighteen grades', () => {
  const posts = rules.ladder.map(({ id }) => id);
  const step = fc.record({ post: fc.constantFrom(...posts), grade: fc.integer({ min: 1, max: 18 }) });
  fc.assert(
    fc.property(step, step, (was, to) => {
      const { refusal } = standing(was.post, was.grade).when(put('PromoteWorker', 'w', to.post, to.grade));
      const [posted, graded] = [posts.indexOf(to.post) - posts.indexOf(was.post), to.grade - was.grade];
      if (refusal === undefined) assert.ok(posted + graded >= 1 && posted <= 1 && graded >= 0 && graded <= 1);
    }),
    { numRuns: runs() },
  );
});

test('[ORG-11] only communities have an establishment, and only where the place has the rules', () => {
  given(establishmentContext).when(households(1)).refuses('establishment-lacking');
  given(establishmentContext)
    .under(model)
    .withAll('unitOf', () => undefined)
    .when(households(1))
    .refuses('establishment-unit-unfit', { ids: ['council'] });
});

test('[ORG-11] a ladder with a gap is a fault of the model', () => {
  const faults = (...ladder: readonly object[]) => {
    const parsed = parseModel({ ...model, establishment: { ...rules, ladder } });
    return parsed.ok ? [] : parsed.faults.map(({ code, at: id }) => [code, id]);
  };
  assert.deepEqual(faults(...rules.ladder), []);
  assert.deepEqual(faults(rung('a', 1, 6), rung('b', 8, 9)), [['empty-range', 'b']]);
  assert.deepEqual(faults(rung('a', 2, 6), rung('b', 4, 6)), [
    ['empty-range', 'a'],
    ['empty-range', 'b'],
  ]);
});
