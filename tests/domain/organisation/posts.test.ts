import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  appointments,
  childrenOf,
  holdersOf,
  membersOf,
  organisationContext,
  pathOf,
  postsHeldBy,
  recordOf,
  unitOf,
  units,
  unitsOver,
  type OrganisationCommand,
} from '@keting/domain';
import { given, sampleModel } from '@keting/domain/testing';
import { openDesk, type OpenDesk } from '../../support/open-desk.ts';
import { appoint, appointed, found, founded, person, smallDistrict, unit } from './small-district.ts';

const branch = given(organisationContext, founded('community-branch', 'joint'));
const district = async (): Promise<OpenDesk> => {
  const desk = openDesk([organisationContext]);
  await desk.all(...smallDistrict);
  return desk;
};

test('[ORG-02] holders are right before, on and after the days that an appointment begins and ends', async () => {
  const desk = await district();
  await desk.all(appoint('community', 'secretary', 'p1', { from: '2026-03-02', until: '2026-06-01' }));
  const on = (day: string) => desk.fact(holdersOf(unit('community'), 'secretary', day));
  assert.deepEqual(await on('2026-03-01'), []);
  assert.deepEqual(await on('2026-03-02'), ['p1']);
  assert.deepEqual(await on('2026-05-31'), ['p1']);
  assert.deepEqual(await on('2026-06-01'), []);
});

test('[ORG-02] an appointment ends on a day; ended on its first day, it never was', async () => {
  const desk = await district();
  const end = (on: string) => ({
    type: 'EndAppointment',
    data: { unit: 'community', post: 'secretary', person: 'p1', on },
  });
  await desk.all(appoint('community', 'secretary', 'p1'), end('2026-02-01'));
  const rows = async () => (await desk.view(appointments, { where: { unit: 'community' } })).rows;
  assert.deepEqual(
    (await rows()).map(({ from, until }) => [from, until]),
    [['2020-01-01', '2026-02-01']],
  );
  assert.deepEqual(await desk.refusal(end('2026-02-01')), { code: 'not-held', ids: ['p1'] });
  await desk.all(appoint('community', 'secretary', 'p1', { from: '2026-03-02' }), end('2026-03-02'));
  assert.equal((await rows()).length, 1);
});

test('[ORG-02] a second holder of a single seat is refused with the first, on any day of the term', () => {
  const held = given(
    organisationContext,
    founded('community-branch', 'joint'),
    appointed('secretary', 'p1', '2026-05-01'),
  );
  held.when(appoint('u', 'secretary', 'p2')).refuses('seat-taken', {
    ids: ['p1'],
    params: { post: 'secretary', seats: 1, on: '2026-05-01' },
  });
  held.when(appoint('u', 'secretary', 'p2', { from: '2026-06-01' })).refuses('seat-taken', {
    params: { on: '2026-06-01' },
  });
  held.when(appoint('u', 'secretary', 'p2', { until: '2026-05-01' })).then({ type: 'HolderAppointed' });
  held.when(appoint('u', 'secretary', 'p1', { from: '2026-06-01' })).refuses('already-holds', {
    ids: ['p1'],
    params: { post: 'secretary' },
  });
});

test('[ORG-02] a seat is free on the day that a term ends, also for who held it', () => {
  const held = given(
    organisationContext,
    founded('community-branch', 'joint'),
    appointed('secretary', 'p1', '2020-01-01', '2026-06-01'),
  );
  for (const who of ['p1', 'p2']) {
    held.when(appoint('u', 'secretary', who, { from: '2026-06-01' })).then({ type: 'HolderAppointed' });
  }
});

test('[ORG-02] of several holders in the way of an open term the one with the first day is told', () => {
  given(
    organisationContext,
    founded('community-branch', 'joint'),
    appointed('secretary', 'p1', '2028-01-01', '2028-06-01'),
    appointed('secretary', 'p2', '2027-01-01', '2027-06-01'),
  )
    .when(appoint('u', 'secretary', 'p3', { from: '2026-01-01' }))
    .refuses('seat-taken', { ids: ['p2'], params: { on: '2027-01-01' } });
});

test('[ORG-02] a post with a seat for each unit of a kind counts those at any depth, where the model lets them be', () => {
  const spokesman = {
    id: 'spokesman',
    label: { 'zh-Hans': '代表', 'zh-Hant': '代表', en: 'Spokesman' },
    kinds: ['street-committee', 'community-branch'],
    seats: { oneForEach: 'party-group' },
    source: 'ours',
  };
  const below = (kind: string, ...ids: readonly string[]) =>
    ids.map((id) => ({ id: unit(id), kind, territories: ['990101001001'] }));
  const asks = (...held: readonly string[]) =>
    given(
      organisationContext,
      founded('street-committee', 'district'),
      ...held.map((who) => appointed('spokesman', who, '2020-01-01')),
    )
      .under(sampleModel({ posts: [spokesman] }))
      .with(childrenOf(unit('u')), [...below('street-office', 'office'), ...below('joint-committee', 'joint')])
      .with(childrenOf(unit('joint')), [...below('village-branch', 'village'), ...below('community-branch', 'branch')])
      .with(childrenOf(unit('branch')), [...below('firm', 'works'), ...below('party-group', 'first', 'second')])
      .with(childrenOf(unit('first')), below('party-group', 'third'))
      .with(childrenOf(unit('second')), [])
      .with(childrenOf(unit('third')), [])
      .when(appoint('u', 'spokesman', 'p9'));
  asks('p1', 'p2').then({ type: 'HolderAppointed' });
  asks('p1', 'p2', 'p3').refuses('seat-taken', {
    ids: ['p1', 'p2', 'p3'],
    params: { post: 'spokesman', seats: 3 },
  });
});

test('[ORG-02] a post is one that the model has in units of that kind, for a term that has days', () => {
  branch.when(appoint('u', 'king', 'p1')).refuses('post-unknown', { params: { post: 'king' } });
  branch.when(appoint('u', 'clerk', 'p1')).refuses('post-not-in-kind', {
    ids: ['u'],
    params: { post: 'clerk', kind: 'community-branch' },
  });
  branch.when(appoint('u', 'member', 'p1', { until: '2020-01-01' })).refuses('term-empty', {
    ids: ['p1'],
    params: { from: '2020-01-01', until: '2020-01-01' },
  });
  branch.when(appoint('u', 'member', 'p1', { from: '2019-12-31' })).refuses('term-before-unit', {
    ids: ['u'],
    params: { from: '2019-12-31', founded: '2020-01-01' },
  });
});

test('[ORG-02] an appointment is filed under the first territory of its unit', () => {
  given(organisationContext, founded('joint-committee', 'street', { territories: ['990101001001', '990101001201'] }))
    .when(appoint('joint', 'member', 'p1'))
    .then({ type: 'HolderAppointed', data: { post: 'member', person: 'p1', territory: '990101001001' } });
});

test('[ORG-02] of several appointments the one of that person in that post ends, on a day that it covers', () => {
  const held = given(
    organisationContext,
    founded('community-branch', 'joint'),
    appointed('member', 'p2', '2021-01-01'),
    appointed('secretary', 'p1', '2022-01-01'),
    appointed('member', 'p1', '2023-01-01'),
  );
  const end = (on: string) =>
    held.when({ type: 'EndAppointment', data: { unit: 'u', post: 'member', person: 'p1', on } });
  end('2026-03-02').then({
    type: 'AppointmentEnded',
    data: { post: 'member', person: 'p1', from: '2023-01-01', on: '2026-03-02' },
  });
  end('2022-12-31').refuses('not-held', { ids: ['p1'], params: { post: 'member', on: '2022-12-31' } });
});

const elect = (unitName: string, from: string, ...holders: readonly (readonly [string, string])[]) => ({
  type: 'ReelectBody' as const,
  data: {
    unit: unitName,
    term: { from, until: '2031-04-01' },
    holders: holders.map(([post, who]) => ({ post, person: who })),
  },
});

test('[ORG-02] re-election replaces a whole body at once', async () => {
  const desk = await district();
  await desk.all(
    appoint('community', 'secretary', 'p1'),
    appoint('community', 'member', 'p2'),
    elect('community', '2026-04-01', ['secretary', 'p2'], ['member', 'p3']),
  );
  const on = (day: string) => desk.fact(membersOf(unit('community'), day));
  assert.deepEqual(await on('2026-03-31'), [
    { person: 'p1', post: 'secretary' },
    { person: 'p2', post: 'member' },
  ]);
  assert.deepEqual(await on('2026-04-01'), [
    { person: 'p2', post: 'secretary' },
    { person: 'p3', post: 'member' },
  ]);
  assert.deepEqual(await on('2031-04-01'), []);
  const { rows } = await desk.view(appointments, { where: { unit: 'community' }, order: [{ by: 'from' }] });
  assert.deepEqual(rows.map((row) => [row.person, row.post, row.until]).sort(), [
    ['p1', 'secretary', '2026-04-01'],
    ['p2', 'member', '2026-04-01'],
    ['p2', 'secretary', '2031-04-01'],
    ['p3', 'member', '2031-04-01'],
  ]);
});

test('[ORG-02] an elected body is judged as it will be, and is elected whole or not at all', () => {
  branch
    .when(elect('u', '2026-04-01', ['secretary', 'p1'], ['secretary', 'p2']))
    .refuses('seat-taken', { ids: ['p1'] });
  branch.when(elect('u', '2026-04-01', ['member', 'p1'], ['member', 'p1'])).refuses('already-holds', { ids: ['p1'] });
  given(organisationContext, founded('community-branch', 'joint'), appointed('member', 'p9', '2026-05-01'))
    .when(elect('u', '2026-04-01', ['secretary', 'p1']))
    .refuses('later-appointments', { ids: ['p9'], params: { from: '2026-04-01' } });
});

test('[ORG-02] a re-election ends who serves on the first day of the term, and not whose term was over by then', () => {
  given(
    organisationContext,
    founded('community-branch', 'joint'),
    appointed('member', 'p1', '2020-01-01', '2026-04-01'),
    appointed('member', 'p2', '2021-01-01', '2026-04-02'),
    appointed('member', 'p3', '2022-01-01'),
    appointed('member', 'p4', '2026-04-01'),
  )
    .when(elect('u', '2026-04-01', ['secretary', 'p5']))
    .then({
      type: 'BodyReelected',
      data: {
        ended: [
          { post: 'member', person: person('p2'), from: '2021-01-01' },
          { post: 'member', person: person('p3'), from: '2022-01-01' },
          { post: 'member', person: person('p4'), from: '2026-04-01' },
        ],
        territory: '990101001',
      },
    });
});

test('[ORG-02] a joint committee is headed as the account has it: by post, one deputy for each village secretary', async () => {
  const desk = await district();
  const sits = (post: string, who: string, partTimeFrom: string) => appoint('joint', post, who, { partTimeFrom });
  const needs = async (command: OrganisationCommand) => (await desk.refusal(command))?.code;
  assert.equal(await needs(sits('first-secretary', 'from-street', 'street')), 'post-needs-post');
  await desk.all(
    appoint('street', 'member', 'from-street'),
    appoint('community', 'secretary', 'from-community'),
    appoint('east-village', 'secretary', 'from-east'),
    appoint('west-village', 'secretary', 'from-west'),
    sits('first-secretary', 'from-street', 'street'),
    appoint('joint', 'full-time-deputy', 'from-community'),
  );
  assert.equal(await needs(sits('deputy', 'from-community', 'community')), 'post-needs-post');
  await desk.all(sits('deputy', 'from-east', 'east-village'), sits('deputy', 'from-west', 'west-village'));
  await desk.all(
    found('second-joint', 'joint-committee', 'street'),
    found('far-village', 'village-branch', 'second-joint'),
    appoint('far-village', 'secretary', 'from-far'),
  );
  assert.equal(await needs(sits('deputy', 'from-far', 'far-village')), 'seat-taken');
  await desk.all(found('third-village', 'village-branch', 'joint'));
  assert.equal(await needs(sits('deputy', 'from-far', 'far-village')), 'post-needs-post', 'of another committee');
});

test('[ORG-02] who lacks the post that another needs is told which posts in which kind of unit would do', () => {
  const joint = given(organisationContext, founded('joint-committee', 'street'));
  const needed = { post: 'full-time-deputy', kind: 'community-branch', posts: ['secretary'] };
  const asks = appoint('joint', 'full-time-deputy', 'p1', { from: '2026-03-02' });
  joint
    .with(postsHeldBy(person('p1')), [])
    .when(asks)
    .refuses('post-needs-post', { ids: ['p1'], params: { ...needed, on: '2026-03-02' } });
  joint
    .with(postsHeldBy(person('p1')), [
      {
        unit: unit('community'),
        kind: 'community-branch',
        post: 'secretary',
        from: '2020-01-01',
        until: '2026-06-01',
      },
    ])
    .with(pathOf(unit('joint')), [])
    .with(pathOf(unit('community')), [{ id: unit('joint'), kind: 'joint-committee', territories: [] }])
    .when(asks)
    .refuses('base-post-ends', { ids: ['p1'], params: { ...needed, ends: '2026-06-01' } });
});

/** A person who is secretary of the community for terms, and asks to be deputy of its joint committee. */
async function secretaryFor(...terms: readonly { readonly from: string; readonly until?: string }[]) {
  const desk = await district();
  for (const term of terms) await desk.all(appoint('community', 'secretary', 'p1', term));
  return async (from: string, until?: string) => {
    const verdict = await desk.can(
      appoint('joint', 'full-time-deputy', 'p1', until === undefined ? { from } : { from, until }),
    );
    return verdict.allowed
      ? undefined
      : [verdict.refusal.code, verdict.refusal.params['on'] ?? verdict.refusal.params['ends']];
  };
}

test('[ORG-02] the post that another needs is held on every day of its term, or the day it ends is told', async () => {
  const asks = await secretaryFor({ from: '2020-01-02', until: '2026-06-01' });
  assert.deepEqual(await asks('2020-01-01', '2020-02-01'), ['post-needs-post', '2020-01-01']);
  assert.deepEqual(await asks('2026-06-01', '2026-07-01'), ['post-needs-post', '2026-06-01']);
  assert.deepEqual(await asks('2026-03-02', '2026-06-02'), ['base-post-ends', '2026-06-01']);
  assert.deepEqual(await asks('2026-03-02'), ['base-post-ends', '2026-06-01'], 'an open term needs an open one');
  assert.equal(await asks('2026-03-02', '2026-06-01'), undefined);
});

test('[ORG-02] terms that follow one another are one footing, terms with a day between them are two', async () => {
  const joined = await secretaryFor({ from: '2026-06-01' }, { from: '2020-01-01', until: '2026-06-01' });
  assert.equal(await joined('2026-03-02'), undefined);
  const parted = await secretaryFor({ from: '2026-06-02' }, { from: '2020-01-01', until: '2026-06-01' });
  assert.deepEqual(await parted('2026-03-02'), ['base-post-ends', '2026-06-01']);
});

test('[ORG-02] a unit is not dissolved on a day before one of its holders began, so that the record of who served stays', () => {
  const dissolve = (on: string) => ({ type: 'DissolveUnit' as const, data: { unit: unit('u'), on } });
  const held = given(
    organisationContext,
    founded('community-branch', 'joint'),
    appointed('secretary', 'p1', '2024-05-01'),
  ).withAll('childrenOf', () => []);
  held
    .when(dissolve('2024-04-30'))
    .refuses('date-before-last-change', { params: { on: '2024-04-30', last: '2024-05-01' } });
  held.when(dissolve('2024-05-02')).then({ type: 'UnitDissolved' });
  const toCome = given(
    organisationContext,
    founded('community-branch', 'joint'),
    appointed('secretary', 'p1', '2026-05-01'),
  ).withAll('childrenOf', () => []);
  toCome.when(dissolve('2026-03-01')).then({ type: 'UnitDissolved' });
});

test('[ORG-03] a party organisation and its council are paired from both sides in one commit', async () => {
  const desk = await district();
  const pair = (one: string, other: string) => ({ type: 'PairBodies', data: { unit: one, with: other } });
  await desk.all(pair('community', 'council'));
  const pairs = async () => {
    const { rows } = await desk.view(units, { limit: 100 });
    return rows.flatMap(({ id, pairedWith }) => (pairedWith === undefined ? [] : [[id, pairedWith]]));
  };
  assert.deepEqual((await pairs()).sort(), [
    ['community', 'council'],
    ['council', 'community'],
  ]);
  assert.deepEqual(await desk.refusal(pair('council', 'community')), {
    code: 'already-paired',
    ids: ['council', 'community', 'community', 'council'],
  });
  assert.deepEqual(await desk.refusal(pair('street', 'nobody')), { code: 'unit-unknown', ids: ['nobody'] });
  await desk.all({ type: 'DissolveUnit', data: { unit: 'council', on: '2026-03-02' } });
  assert.deepEqual(await pairs(), []);
});

test('[ORG-03] two paired bodies part from both sides in one commit, and may be paired anew', async () => {
  const desk = await district();
  const ask = (type: 'PairBodies' | 'PartBodies', one: string, other: string) => ({
    type,
    data: { unit: one, with: other },
  });
  await desk.all(ask('PairBodies', 'community', 'council'), ask('PartBodies', 'council', 'community'));
  const { rows } = await desk.view(units, { limit: 100 });
  assert.deepEqual(
    rows.filter(({ pairedWith }) => pairedWith !== undefined),
    [],
  );
  const apart = { code: 'not-paired', ids: ['community', 'council'] };
  assert.deepEqual(await desk.refusal(ask('PartBodies', 'community', 'council')), apart);
  await desk.all(ask('PairBodies', 'community', 'council'));
  assert.deepEqual(await desk.refusal(ask('PartBodies', 'community', 'joint')), {
    code: 'not-paired',
    ids: ['community', 'joint'],
  });
});

test('[ORG-03] a body pairs with one whose ground meets its own, and with none elsewhere', async () => {
  const desk = await district();
  const council = (id: string, at: string) => found(id, 'residents-committee', 'office', { territories: [at] });
  const pair = (other: string) => ({ type: 'PairBodies', data: { unit: 'community', with: other } });
  await desk.all(council('next-door', '990101001002'), council('of-a-part', '990101001001010'));
  assert.deepEqual(await desk.refusal(pair('next-door')), { code: 'pair-apart', ids: ['community', 'next-door'] });
  await desk.all(pair('of-a-part'));
});

test('[ORG-03] a body pairs with one that stands, of the kind that the model pairs with its own', () => {
  const record = (kind: string) => ({ kind, stage: 'standing' as const, from: '2020-01-01' });
  const pair = (other: string) => ({ type: 'PairBodies' as const, data: { unit: 'u', with: other } });
  branch
    .with(recordOf(unit('council')), { ...record('residents-committee'), stage: 'dissolved' })
    .when(pair('council'))
    .refuses('unit-dissolved', { ids: ['council'] });
  branch
    .with(recordOf(unit('firm')), record('firm'))
    .when(pair('firm'))
    .refuses('kinds-do-not-pair', { ids: ['u', 'firm'], params: { kind: 'community-branch', with: 'firm' } });
  given(organisationContext, founded('guild'))
    .with(recordOf(unit('lodge')), record('lodge'))
    .when(pair('lodge'))
    .refuses('kinds-do-not-pair', { params: { kind: 'guild', with: 'lodge' } });
});

test('[ORG-03] no body is paired with itself, though its kind pairs with its own', () => {
  const label = { 'zh-Hans': '联谊会', 'zh-Hant': '聯誼會', en: 'club' };
  const club = { id: 'club', label, tier: 'member', parents: ['joint-committee'], party: false, source: 'ours' };
  const record = { kind: 'club', stage: 'standing' as const, from: '2020-01-01' };
  const other = { id: unit('other'), kind: 'club', territories: ['990101'] };
  const clubs = given(organisationContext, founded('club', 'joint'))
    .with(unitOf(unit('other')), other)
    .under(sampleModel({ kinds: [{ ...club, pairsWith: 'club' }] }))
    .withAll('recordOf', () => record);
  const pair = (other: string) => clubs.when({ type: 'PairBodies', data: { unit: 'u', with: other } });
  pair('other').then({ type: 'BodiesPaired', data: { with: 'other' } });
  pair('u').refuses('kinds-do-not-pair', { ids: ['u', 'u'] });
});

test('[ORG-04] a part-time member is found from both units; removing one post leaves the other', async () => {
  const desk = await district();
  await desk.all(
    found('works', 'firm', 'joint'),
    appoint('works', 'director', 'p1'),
    appoint('joint', 'part-time-member', 'p1', { partTimeFrom: 'works' }),
  );
  const posts = async (where: Readonly<Record<string, string>>) =>
    (await desk.view(appointments, { where })).rows.map(({ unit: at, post, until }) => [at, post, until]);
  const seat = ['joint', 'part-time-member', undefined];
  assert.deepEqual(await posts({ unit: 'joint' }), [seat]);
  assert.deepEqual(await posts({ partTimeFrom: 'works' }), [seat]);
  assert.deepEqual((await posts({ person: 'p1' })).sort(), [seat, ['works', 'director', undefined]]);
  await desk.all({
    type: 'EndAppointment',
    data: { unit: 'joint', post: 'part-time-member', person: 'p1', on: '2026-03-02' },
  });
  assert.deepEqual(await desk.standingsOf(person('p1')), [
    { post: 'director', unit: 'works', kind: 'firm', territories: ['990101'] },
  ]);
});

test('[ORG-04] a part-time member belongs to a unit, which is another one and stands', async () => {
  const desk = await district();
  const sit = (partTimeFrom?: string) =>
    desk.refusal(appoint('joint', 'part-time-member', 'p1', partTimeFrom === undefined ? {} : { partTimeFrom }));
  assert.deepEqual(await sit(), { code: 'affiliation-required', ids: ['p1'] });
  assert.deepEqual(await sit('joint'), { code: 'affiliation-same', ids: ['joint'] });
  assert.deepEqual(await sit('nowhere'), { code: 'affiliation-unknown', ids: ['nowhere'] });
});

test('[ORG-02] a dissolved unit ends the posts in it and no others', async () => {
  const desk = await district();
  await desk.all(
    found('works', 'firm', 'joint'),
    appoint('works', 'director', 'p1'),
    appoint('joint', 'part-time-member', 'p1', { partTimeFrom: 'works' }),
    { type: 'DissolveUnit', data: { unit: 'works', on: '2026-03-02' } },
  );
  const { rows } = await desk.view(appointments, { where: { person: 'p1' } });
  assert.deepEqual(rows.map(({ unit: at, until }) => [at, until]).sort(), [
    ['joint', undefined],
    ['works', '2026-03-02'],
  ]);
});

test('[ORG-02] units over a place are found by the beginnings of its code, the smallest territory first', async () => {
  const desk = await district();
  await desk.all(found('office-of-one', 'street-office', 'street', { territories: ['990101001001'] }));
  const over = (kind: string, code: string) => desk.fact(unitsOver(kind, code));
  assert.deepEqual(
    (await over('street-office', '99010100100100107')).map(({ id }) => id),
    ['office-of-one', 'office'],
  );
  assert.deepEqual(
    (await over('joint-committee', '990101001202003')).map(({ id }) => id),
    ['joint'],
  );
  assert.deepEqual(await over('joint-committee', '990101002001'), []);
});
