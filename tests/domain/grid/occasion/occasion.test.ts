import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  gridContext,
  gridOf,
  occasionContext,
  occasionCounts,
  occasionId,
  occasions,
  startOfDay,
  type GovernanceModel,
  type OccasionEvent,
} from '@keting/domain';
import { given, sampleModel, sealed } from '@keting/domain/testing';
import { openDesk } from '../../../support/open-desk.ts';
import { community, draw, westHomes } from '../small-community.ts';

const label = (en: string) => ({ 'zh-Hans': en, 'zh-Hant': en, en });
const rule = (id: string, form: 'visit' | 'presence' | 'report', withinHours: number) => ({
  id,
  label: label(id),
  form,
  withinHours,
  source: 'ours',
});

const base = sampleModel();
const model: GovernanceModel = {
  ...base,
  grids: { ...base.grids, occasions: [rule('bereavement', 'visit', 48), rule('fire', 'presence', 1)] },
};

const { code: grid } = westHomes;
const occasion = occasionId.parse('o1');
const nine = startOfDay('2026-03-02', model.workingTime) + 9 * 3_600_000;
const due = nine + 48 * 3_600_000;
const what = { grid, kind: 'bereavement', form: 'visit' as const, day: '2026-03-02' };
const called: OccasionEvent = { type: 'OccasionCalled', data: { ...what, due } };
const call = { type: 'CallOccasion' as const, data: { occasion, grid, kind: 'bereavement' } };
const known = given(occasionContext).under(model).with(gridOf(grid), { code: grid, kind: 'micro', community });

test('[GRID-06] an occasion that the model knows asks for its form within its time', () => {
  known.when(call).then(called);
  known
    .when({ type: 'CallOccasion', data: { ...call.data, note: 'third floor' } })
    .then({ type: 'OccasionCalled', data: { note: sealed('third floor') } });
  known.when({ type: 'CallOccasion', data: { ...call.data, kind: 'birthday' } }).refuses('occasion-unknown', {
    params: { kind: 'birthday' },
  });
  given(occasionContext)
    .under(model)
    .with(gridOf(grid), undefined)
    .when(call)
    .refuses('grid-unknown', { ids: [grid] });
  given(occasionContext, called)
    .under(model)
    .when(call)
    .refuses('occasion-exists', { ids: [occasion] });
  given(occasionContext).when(call).refuses('occasions-lacking');
});

test('[GRID-06] it is met once, in time or late, and missed when its time is up', () => {
  const meet = { type: 'MeetOccasion' as const, data: { occasion } };
  const miss = { type: 'MissOccasion' as const, data: { occasion } };
  const waiting = given(occasionContext, called).under(model);
  waiting
    .at(due - 1)
    .when(meet)
    .then({ type: 'OccasionMet', data: { ...what, late: false } });
  waiting
    .at(due)
    .when(meet)
    .then({ type: 'OccasionMissed', data: what }, { type: 'OccasionMet', data: { ...what, late: true } });
  waiting
    .at(due - 1)
    .when(miss)
    .refuses('occasion-not-due', { ids: [occasion], params: { due } });
  waiting.at(due).when(miss).then({ type: 'OccasionMissed', data: what });
  const missed = given(occasionContext, called, { type: 'OccasionMissed', data: what }).under(model).at(due);
  missed.when(miss).refuses('occasion-not-due');
  missed.when(meet).then({ type: 'OccasionMet', data: { late: true } });
  const met = given(occasionContext, called, { type: 'OccasionMet', data: { ...what, late: false } }).under(model);
  met.when(meet).refuses('occasion-met', { ids: [occasion] });
  met.at(due).when(miss).refuses('occasion-not-due');
  given(occasionContext)
    .under(model)
    .when(meet)
    .refuses('occasion-not-due', { ids: [occasion] });
});

test('[GRID-06] what is due shows, and what was missed shows by itself', async () => {
  const desk = openDesk([gridContext, occasionContext], { base: model });
  await desk.all(draw(), call, {
    type: 'CallOccasion',
    data: { occasion: 'o2', grid, kind: 'fire', note: 'smoke in the stairway' },
  });
  const listed = async () => {
    const { rows } = await desk.view(occasions, { where: { grid }, order: [{ by: 'due' }] });
    return rows.map(({ id, form, stage, late }) => `${id} ${form} ${stage}${late ? ' late' : ''}`);
  };
  assert.deepEqual(await listed(), ['o2 presence due', 'o1 visit due']);
  desk.today('2026-03-03');
  await desk.settled();
  assert.deepEqual(await listed(), ['o2 presence missed', 'o1 visit due']);
  await desk.all({ type: 'MeetOccasion', data: { occasion: 'o1' } });
  await desk.all({ type: 'MeetOccasion', data: { occasion: 'o2', note: 'all are out' } });
  assert.deepEqual(await listed(), ['o2 presence met late', 'o1 visit met']);
  const sums = await desk.sum(occasionCounts, { by: ['kind'], of: ['called', 'met', 'missed'] });
  assert.deepEqual(sums, [
    { kind: 'bereavement', called: 1, met: 1, missed: 0 },
    { kind: 'fire', called: 1, met: 1, missed: 1 },
  ]);
});
