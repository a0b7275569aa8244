import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appointments, organisationContext, parseModel, startOfDay, units } from '@keting/domain';
import { given, sampleModel } from '@keting/domain/testing';
import { openDesk } from '../../support/open-desk.ts';
import { appoint, found, founded, smallDistrict } from './small-district.ts';

const label = { 'zh-Hans': '临时党支部', 'zh-Hant': '臨時黨支部', en: 'Temporary branch' };
const temporary = {
  id: 'temporary-branch',
  label,
  tier: 'member',
  parents: ['community-branch'],
  party: true,
  temporary: true,
  source: 'ours',
};
const model = sampleModel({
  kinds: [temporary],
  posts: [{ id: 'volunteer', label, kinds: ['temporary-branch'], seats: { any: true }, source: 'ours' }],
});

const forATime = (id: string, until: string, parent = 'community') => {
  const { type, data } = found(id, 'temporary-branch', parent, { on: '2026-03-02' });
  return { type, data: { ...data, until } };
};

test('[ORG-07] 198 temporary branches with 3,600 members dissolve on their date; other posts of the members stand', async () => {
  const desk = openDesk([organisationContext], { base: model });
  await desk.all(...smallDistrict, appoint('community', 'member', 'p0'));
  for (let i = 0; i < 198; i += 1) {
    const members = Array.from({ length: i < 36 ? 19 : 18 }, (_, seat) => ({
      post: 'volunteer',
      person: `p${i * 20 + seat}`,
    }));
    await desk.all(forATime(`t${i}`, '2026-04-01'), {
      type: 'ReelectBody',
      data: { unit: `t${i}`, term: { from: '2026-03-02', until: '2027-01-01' }, holders: members },
    });
  }
  const standing = async () => {
    const { rows } = await desk.view(units, { where: { kind: 'temporary-branch' }, limit: 1000 });
    return rows.filter(({ stands }) => stands).length;
  };
  const serving = async (day: string) => {
    let count = 0;
    for (let i = 0; i < 198; i += 1) {
      const { rows } = await desk.view(appointments, { where: { unit: `t${i}` }, limit: 100 });
      count += rows.filter(({ until }) => until !== undefined && until > day).length;
    }
    return count;
  };
  desk.today('2026-03-31');
  await desk.settled();
  assert.deepEqual([await standing(), await serving('2026-03-31')], [198, 3600]);
  desk.today('2026-04-01');
  await desk.settled();
  assert.deepEqual([await standing(), await serving('2026-04-01')], [0, 0]);
  const { rows } = await desk.view(appointments, { where: { person: 'p0' } });
  assert.deepEqual(rows.map(({ unit, until }) => [unit, until]).sort(), [
    ['community', undefined],
    ['t0', '2026-04-01'],
  ]);
});

test('[ORG-07] it ends on its last day though it was moved after that day, and a body without one never does', async () => {
  const desk = openDesk([organisationContext], { base: model });
  await desk.all(...smallDistrict, found('next', 'community-branch', 'joint'), forATime('t', '2026-04-01'));
  desk.today('2026-04-03');
  await desk.all({ type: 'MoveUnit', data: { unit: 't', parent: 'next' } });
  await desk.settled();
  const { rows } = await desk.view(units, { limit: 100 });
  assert.deepEqual(
    rows.flatMap(({ id, stands, until }) => (stands ? [] : [[id, until]])),
    [['t', '2026-04-03']],
  );
});

test('[ORG-07] a body for a time says a last day that is to come; no other has one', () => {
  const empty = given(organisationContext)
    .under(model)
    .withAll('recordOf', () => ({
      kind: 'community-branch',
      stage: 'standing',
      from: '2020-01-01',
    }));
  empty.when(found('t', 'temporary-branch', 'community')).refuses('end-date-required', {
    params: { kind: 'temporary-branch' },
  });
  empty.when(forATime('t', '2026-03-02')).refuses('end-date-passed', { params: { today: '2026-03-02' } });
  empty.when(forATime('t', '2026-03-03')).then({
    type: 'UnitFounded',
    data: { until: '2026-03-03', endsAt: startOfDay('2026-03-03', model.workingTime) },
  });
  const { type, data } = found('g', 'party-group', 'community');
  empty.when({ type, data: { ...data, until: '2026-05-01' } }).refuses('end-date-not-allowed', {
    params: { kind: 'party-group' },
  });
});

test('[ORG-07] nothing is due of a body that is dissolved before its day', () => {
  const state = given(organisationContext, founded('party-group')).state('unit/g');
  assert.equal(state && organisationContext.due?.(state), undefined);
});

test('[ORG-07] a model may let nothing stand under a body for a time', () => {
  const below = { ...temporary, id: 'cell', parents: ['temporary-branch'], temporary: false };
  const parsed = parseModel({ ...model, kinds: [...model.kinds, below] });
  assert.deepEqual(parsed.ok ? [] : parsed.faults.map(({ code, at }) => [code, at]), [
    ['never-applies', 'temporary-branch'],
  ]);
});
