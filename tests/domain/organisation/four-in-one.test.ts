import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  appointments,
  compoundSides,
  declarationContext,
  declaredMembers,
  endedDeclarations,
  fourInOne,
  holdersOf,
  memberShare,
  memberShares,
  organisationContext,
  parseModel,
  person as actor,
  personId,
  unitOf,
  units,
} from '@keting/domain';
import { given, sampleModel } from '@keting/domain/testing';
import * as fc from 'fast-check';
import { openDesk } from '../../support/open-desk.ts';
import { appoint, found, person, smallDistrict, unit } from './small-district.ts';
import { runs } from '../../support/runs.ts';

const label = { 'zh-Hans': '方', 'zh-Hant': '方', en: 'side' };
const source = 'ours';
const kind = (id: string) => ({
  id,
  label,
  tier: 'member',
  parents: ['residents-committee'],
  party: false,
  source,
});
const side = (id: string, ...kinds: readonly string[]) => ({ id, label, kinds, source });
const changes = {
  kinds: [kind('owners-committee'), kind('property-company')],
  posts: [
    { id: 'chair', label, kinds: ['owners-committee', 'property-company'], seats: { max: 1 }, head: true, source },
    { id: 'owner', label, kinds: ['owners-committee', 'property-company'], seats: { any: true }, source },
  ],
  crossPosting: {
    sides: [
      side('party', 'party-group', 'community-branch'),
      side('residents', 'residents-committee'),
      side('owners', 'owners-committee'),
      side('property', 'property-company'),
    ],
  },
};
const model = sampleModel(changes);
const compound = '99010100100101';
const territories = [compound];

const opened = async () => {
  const desk = openDesk([organisationContext, declarationContext], { base: model, processes: [endedDeclarations] });
  await desk.all(
    ...smallDistrict,
    found('group', 'party-group', 'community', { territories }),
    found('owners', 'owners-committee', 'council', { territories }),
    found('property', 'property-company', 'council', { territories }),
    found('other-owners', 'owners-committee', 'council', { territories: ['99010100100102'] }),
    appoint('group', 'secretary', 'p1'),
    appoint('owners', 'chair', 'p1'),
    appoint('owners', 'owner', 'p2'),
    appoint('property', 'chair', 'p3', { until: '2026-03-02' }),
    appoint('property', 'owner', 'p2'),
    appoint('other-owners', 'chair', 'p1'),
    appoint('council', 'director', 'p2'),
  );
  return desk;
};

test('[ORG-05] the four in one of a compound is one query: who is on each side, and who serves on several', async () => {
  const desk = await opened();
  const all = (await desk.view(units, { limit: 100 })).rows;
  const held = (await desk.view(appointments, { limit: 100 })).rows;
  const found = fourInOne(model, all, held, { compound, on: '2026-03-02' });
  assert.deepEqual(
    found.sides.map(({ side: of, units: ids, holders }) => [
      of,
      ids,
      holders.map((one) => `${one.person} ${one.post}`),
    ]),
    [
      ['party', ['group'], ['p1 secretary']],
      ['residents', ['council'], ['p2 director']],
      ['owners', ['owners'], ['p1 chair', 'p2 owner']],
      ['property', ['property'], ['p2 owner']],
    ],
  );
  const asked = await desk.ask(compoundSides, { compound });
  const told = found.sides.flatMap(({ side: of, units: ids, holders }) =>
    ids.flatMap((id) => {
      const row = { side: of, unit: id, territory: all.find((one) => one.id === id)?.territory };
      const held = holders.filter((one) => one.unit === id);
      return [row, ...held.map(({ person: who, post }) => ({ ...row, post, person: who }))];
    }),
  );
  assert.deepEqual(asked, { ok: true, rows: told }, 'the desk answers it as one question');
  const district = await desk.ask(compoundSides, { compound: '990101' });
  assert.equal(district.ok || district.refusal.code, 'question-invalid');
  assert.deepEqual(found.crossPosted, [
    { person: 'p1', sides: ['party', 'owners'] },
    { person: 'p2', sides: ['residents', 'owners', 'property'] },
  ]);
  assert.deepEqual(fourInOne(sampleModel(), all, held, { compound, on: '2026-03-02' }).sides, []);
});

test('[ORG-05] for a side without a body in the compound the nearest over it answers, and nobody next door', async () => {
  const desk = await opened();
  const next = '99010100100103';
  const all = (await desk.view(units, { limit: 100 })).rows;
  const of = (rows: typeof all, at: string) =>
    fourInOne(model, rows, [], { compound: at, on: '2026-03-02' }).sides.map((one) => one.units);
  assert.deepEqual(of(all, next), [['community'], ['council'], [], []]);
  const asked = await desk.ask(compoundSides, { compound: next });
  assert.deepEqual(asked.ok && asked.rows.filter((row) => row.post === undefined).map((row) => row.unit), [
    'community',
    'council',
  ]);
  const wider = all.map((row) => (row.id === 'property' ? { ...row, territories: ['990101001', '990101'] } : row));
  assert.deepEqual(of(wider, next), [['community'], ['council'], [], ['property']]);
  assert.deepEqual(of(wider, '990101002001'), [[], [], [], ['property']]);
});

const declare = (who: string, at: string, post: string, member: boolean) => ({
  type: 'DeclareMembership' as const,
  data: { person: person(who), unit: unit(at), post, member },
});

test('[ORG-05] nobody declares for another, nor for a post that they do not hold or that is not asked', () => {
  const own = given(declarationContext)
    .under(model)
    .by(actor(personId.parse('p1')))
    .with(unitOf(unit('owners')), { id: unit('owners'), kind: 'owners-committee', territories })
    .with(unitOf(unit('office')), { id: unit('office'), kind: 'street-office', territories })
    .with(unitOf(unit('nowhere')), undefined)
    .with(holdersOf(unit('owners'), 'owner', '2026-03-02'), []);
  own.when(declare('p2', 'owners', 'owner', true)).refuses('declaration-for-another', { ids: ['p2'] });
  own.when(declare('p1', 'office', 'clerk', true)).refuses('declaration-not-asked', { ids: ['office'] });
  own.when(declare('p1', 'nowhere', 'owner', true)).refuses('declaration-not-asked', { ids: ['nowhere'] });
  own.when(declare('p1', 'owners', 'owner', true)).refuses('declaration-not-held', {
    ids: ['owners'],
    params: { post: 'owner' },
  });
  own
    .under(sampleModel())
    .when(declare('p1', 'owners', 'owner', true))
    .refuses('declaration-not-asked', { ids: ['owners'] });
});

test('[ORG-05] a declaration counts for a head only where the model says that the post heads its unit', () => {
  const declares = (post: string) =>
    given(declarationContext)
      .under(model)
      .by(actor(personId.parse('p1')))
      .with(unitOf(unit('owners')), { id: unit('owners'), kind: 'owners-committee', territories })
      .withAll('holdersOf', () => [person('p1')])
      .when(declare('p1', 'owners', post, true));
  for (const [post, head] of [
    ['chair', true],
    ['owner', false],
    ['post-of-a-former-model', false],
  ] as const) {
    declares(post).then({ type: 'MembershipDeclared', data: { post, head, kind: 'owners-committee' } });
  }
});

const shares = async (desk: Awaited<ReturnType<typeof opened>>, head: boolean) => {
  const where = { place: '990101', kind: 'owners-committee', head };
  const [sums = {}] = await desk.sum(declaredMembers, { where, by: ['kind'], of: ['declared', 'members'] });
  return { declared: sums['declared'], members: sums['members'], share: memberShare(sums) };
};

test('[ORG-05] 63 % of members and 85 % of heads are members of the Party, as they say themselves, and only as aggregates', async () => {
  const desk = await opened();
  for (let i = 0; i < 100; i += 1) {
    const [id, code] = [`o${i}`, `99010100200${String(i).padStart(3, '0')}`];
    await desk.all(
      found(id, 'owners-committee', 'council', { territories: [code] }),
      appoint(id, 'chair', `c${i}`),
      appoint(id, 'owner', `m${i}`),
    );
    await desk.as(actor(person(`c${i}`))).send(declare(`c${i}`, id, 'chair', i < 85));
    await desk.as(actor(person(`m${i}`))).send(declare(`m${i}`, id, 'owner', i < 63));
  }
  assert.deepEqual(await shares(desk, true), { declared: 100, members: 85, share: 0.85 });
  assert.deepEqual(await shares(desk, false), { declared: 100, members: 63, share: 0.63 });
  const { rows } = await desk.view(declaredMembers, { limit: 100 });
  assert.deepEqual(
    rows.map((row) => Object.keys(row).sort()),
    [
      ['declared', 'head', 'kind', 'members', 'place'],
      ['declared', 'head', 'kind', 'members', 'place'],
    ],
  );
});

test('[ORG-05] the shares are one question, which tells nothing of a body where it would point at somebody', async () => {
  const desk = await opened();
  const others = [...Array(10).keys()].map((i) => `m${i}`);
  await desk.all(...others.map((who) => appoint('owners', 'owner', who)));
  for (const [i, who] of others.entries()) {
    await desk.as(actor(person(who))).send(declare(who, 'owners', 'owner', i < 6));
  }
  const head = desk.as(actor(person('p1')));
  await head.send(declare('p1', 'owners', 'chair', true));
  const told = await desk.ask(memberShares, {});
  const of = { place: '990101', kind: 'owners-committee' };
  const chairs = { ...of, head: true };
  assert.deepEqual(told.ok && [...told.rows].sort((one) => (one.head ? 1 : -1)), [{ ...of, head: false }, chairs]);
  await desk.all(appoint('owners', 'owner', 'm10'));
  await desk.as(actor(person('m10'))).send(declare('m10', 'owners', 'owner', false));
  const now = await desk.ask(memberShares, {});
  assert.deepEqual(now.ok && now.rows.find((row) => !row.head), { ...of, head: false, declared: 11, share: 6 / 11 });
});

test('[ORG-05] who changes their mind is counted once, and the end of the office takes the declaration with it', async () => {
  const desk = await opened();
  const own = desk.as(actor(person('p2')));
  await own.send(declare('p2', 'owners', 'owner', false));
  await own.send(declare('p2', 'owners', 'owner', true));
  const again = await own.send(declare('p2', 'owners', 'owner', true));
  assert.deepEqual(!again.ok && [again.refusal.code, again.refusal.ids], ['declaration-same', ['owners']]);
  assert.deepEqual(await shares(desk, false), { declared: 1, members: 1, share: undefined });
  await desk.all({ type: 'EndAppointment', data: { unit: 'owners', post: 'owner', person: 'p2', on: '2026-03-02' } });
  await desk.settled();
  assert.deepEqual(await shares(desk, false), { declared: 0, members: 0, share: undefined });
  const gone = { type: 'WithdrawDeclaration', data: { person: 'p2', unit: 'owners', post: 'owner' } };
  assert.deepEqual(await desk.refusal(gone), { code: 'declaration-missing', ids: ['owners'] });
});

test('[ORG-05] no share is shown where members, or those who are none, are under five', () => {
  assert.equal(memberShare({ declared: 9, members: 5 }), undefined);
  assert.equal(memberShare({ declared: 9, members: 4 }), undefined);
  assert.equal(memberShare({ declared: 10, members: 5 }), 0.5);
  assert.equal(memberShare({}), undefined);
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), (members, others) => {
      const shown = memberShare({ declared: members + others, members });
      assert.equal(shown !== undefined, members >= 5 && others >= 5);
    }),
    { numRuns: runs() },
  );
});

test('[ORG-05] no model opens what a person declares to another', () => {
  const opens = { do: ['see:declarations'], by: [{ post: 'secretary' }], where: 'territory' as const };
  const parsed = parseModel({ ...model, permissions: [...model.permissions, opens] });
  assert.deepEqual(parsed.ok ? [] : parsed.faults.map(({ code, at }) => [code, at]), [
    ['reaches-too-far', 'see:declarations'],
  ]);
});
