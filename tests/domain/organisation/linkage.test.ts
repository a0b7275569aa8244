import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  charges,
  endedCharges,
  linkageContext,
  linkedProblemContext,
  linkedProblems,
  missingReports,
  organisationContext,
  patronOf,
  patronReports,
  patrons,
  unitOf,
  type LinkageEvent,
  type PersonId,
  type ProblemEvent,
  type UnitId,
} from '@keting/domain';
import { given, sampleModel, sealed } from '@keting/domain/testing';
import { openDesk } from '../../support/open-desk.ts';
import { appoint, found, person, smallDistrict, unit } from './small-district.ts';

const label = { 'zh-Hans': '方', 'zh-Hant': '方', en: 'side' };
const source = 'ours';
const side = (id: string, ...kinds: readonly string[]) => ({ id, label, kinds, source });

/** Town overall, community by section, unit by compound, and the property company. */
const model = sampleModel({
  linkage: {
    sides: [
      side('town', 'street-committee'),
      side('community', 'community-branch'),
      side('unit', 'department'),
      side('property', 'firm'),
    ],
  },
});
const compound = '990101001001010';
const take = (of: string, unit: string, person: string, at = compound) => ({
  type: 'TakeCharge' as const,
  data: { compound: at, side: of, unit, person },
});
const raise = (problem: string, of: string, text: string) => ({
  type: 'RaiseProblem' as const,
  data: { problem, compound, side: of, text },
});
const takeOn = (problem: string, of: string, until: string) => ({
  type: 'TakeProblem' as const,
  data: { problem, side: of, until },
});
const finish = (problem: string) => ({ type: 'FinishProblem' as const, data: { problem, result: 'done as agreed' } });
const tell = (of: string, month: string) => ({
  type: 'ReportMonth' as const,
  data: { compound, side: of, month, text: 'what was done' },
});

const opened = async () => {
  const contexts = [organisationContext, linkageContext, linkedProblemContext];
  const desk = openDesk(contexts, { base: model, processes: [endedCharges] });
  await desk.all(
    ...smallDistrict,
    found('bureau', 'department', 'district'),
    found('keepers', 'firm', 'joint'),
    appoint('street', 'member', 'p-town'),
    appoint('community', 'secretary', 'p-community'),
    appoint('bureau', 'officer', 'p-unit'),
    appoint('keepers', 'director', 'p-property'),
    take('town', 'street', 'p-town'),
    take('community', 'community', 'p-community'),
    take('unit', 'bureau', 'p-unit'),
    take('property', 'keepers', 'p-property'),
  );
  return desk;
};

test('[ORG-12] who stands for a compound on each of its four sides is one query', async () => {
  const desk = await opened();
  const four = async () => {
    const { rows } = await desk.view(patrons, { where: { compound } });
    return rows.map((row) => [row.side, row.unit, row.person]).sort();
  };
  const others = [
    ['community', 'community', 'p-community'],
    ['property', 'keepers', 'p-property'],
    ['town', 'street', 'p-town'],
  ];
  assert.deepEqual(await four(), [...others, ['unit', 'bureau', 'p-unit']]);
  await desk.all(appoint('bureau', 'officer', 'p-next'), take('unit', 'bureau', 'p-next'));
  assert.deepEqual(await four(), [...others, ['unit', 'bureau', 'p-next']]);
  await desk.all({ type: 'LeaveCharge', data: { compound, side: 'unit' } });
  assert.deepEqual(await four(), others);
});

const end = (at: string, post: string, who: string, on: string) => ({
  type: 'EndAppointment' as const,
  data: { unit: unit(at), post, person: person(who), on },
});
const unmanned = { code: 'side-unmanned', ids: [] };

test('[ORG-12] a charge ends with the post by which it was taken, and with the unit', async () => {
  const desk = await opened();
  await desk.all(raise('q', 'town', 'no room to park'), end('bureau', 'officer', 'p-unit', '2026-03-02'), {
    type: 'DissolveUnit',
    data: { unit: unit('keepers'), on: '2026-03-02' },
  });
  await desk.settled();
  const { rows } = await desk.view(patrons, { where: { compound } });
  assert.deepEqual(rows.map((row) => row.side).sort(), ['community', 'town']);
  assert.deepEqual(await desk.refusal(takeOn('q', 'unit', '2026-03-31')), unmanned);
  assert.deepEqual(await desk.refusal(takeOn('q', 'property', '2026-03-31')), unmanned);
});

test('[ORG-12] who holds another post in the unit goes on standing for the compound', async () => {
  const desk = await opened();
  await desk.all(appoint('street', 'secretary', 'p-town'), end('street', 'member', 'p-town', '2026-03-02'));
  await desk.settled();
  const { rows } = await desk.view(patrons, { where: { compound, side: 'town' } });
  assert.deepEqual(
    rows.map((row) => row.person),
    ['p-town'],
  );
});

test('[ORG-12] whose term runs out takes no problem any more', async () => {
  const desk = await opened();
  await desk.all(raise('q', 'town', 'no room to park'), end('bureau', 'officer', 'p-unit', '2026-03-20'));
  await desk.all(takeOn('q', 'unit', '2026-04-30'));
  desk.today('2026-03-20');
  const left = { code: 'patron-not-in-unit', ids: ['p-unit', 'bureau'] };
  assert.deepEqual(await desk.refusal(takeOn('q', 'unit', '2026-04-30')), left);
});

test('[ORG-12] the one list shows what was raised, by whom taken, until when, done: 45 problems solved', async () => {
  const desk = await opened();
  const sides = ['town', 'community', 'unit', 'property'];
  for (let i = 0; i < 45; i += 1) {
    const of = sides[i % 4] ?? '';
    await desk.all(raise(`q${i}`, of, 'no room to park'), takeOn(`q${i}`, of, '2026-03-31'), finish(`q${i}`));
  }
  await desk.all(raise('open', 'property', 'the lift stands still'), takeOn('open', 'unit', '2026-04-10'));
  await desk.all(takeOn('open', 'town', '2026-04-20'));
  const list = async (stage: string) => desk.view(linkedProblems, { where: { compound, stage }, limit: 100 });
  assert.equal((await list('done')).rows.length, 45);
  const { rows, contents } = await list('taken');
  assert.deepEqual(
    rows.map((row) => [contents[row.text.content], row.raisedBy, row.side, row.person, row.until]),
    [['the lift stands still', 'property', 'town', 'p-town', '2026-04-20']],
  );
  const done = (await desk.view(linkedProblems, { where: { id: 'q7' } })).rows[0];
  assert.deepEqual([done?.person, done?.until, done?.doneOn], ['p-property', '2026-03-31', '2026-03-02']);
});

test('[ORG-12] each side reports every month, once; who has not is listed', async () => {
  const desk = await opened();
  desk.today('2026-04-01');
  await desk.all(tell('town', '2026-03'), tell('community', '2026-03'), tell('town', '2026-04'));
  const missing = async (month: string) => {
    const [stood, told] = [
      await desk.view(charges, { where: { compound } }),
      await desk.view(patronReports, { where: { compound } }),
    ];
    return missingReports(stood.rows, told.rows, month)
      .map((row) => row.side)
      .sort();
  };
  assert.deepEqual(await missing('2026-02'), [], 'nobody stood for it yet');
  assert.deepEqual(await missing('2026-03'), ['property', 'unit']);
  assert.deepEqual(await missing('2026-04'), ['community', 'property', 'unit']);
});

test('[ORG-12] a month that nobody reported stays missing though its patron was replaced or left', async () => {
  const desk = await opened();
  const missing = async (month: string) => {
    const stood = await desk.view(charges, { where: { compound } });
    const found = missingReports(stood.rows, (await desk.view(patronReports)).rows, month);
    return found.map((row) => [row.side, row.person]).sort();
  };
  desk.today('2026-04-10');
  await desk.all(tell('community', '2026-03'), tell('property', '2026-03'));
  await desk.all(appoint('bureau', 'officer', 'p-next'), take('unit', 'bureau', 'p-next'));
  await desk.all({ type: 'LeaveCharge', data: { compound, side: 'town' } });
  const march = [
    ['town', 'p-town'],
    ['unit', 'p-unit'],
  ];
  assert.deepEqual(await missing('2026-03'), march);
  const april = [
    ['community', 'p-community'],
    ['property', 'p-property'],
    ['town', 'p-town'],
    ['unit', 'p-next'],
  ];
  assert.deepEqual(await missing('2026-04'), april, 'who stood for it last owes the month');
  desk.today('2026-05-10');
  assert.deepEqual(await missing('2026-05'), [april[0], april[1], april[3]]);
  await desk.all(tell('unit', '2026-03'), take('town', 'street', 'p-town'));
  assert.deepEqual(await missing('2026-03'), [['town', 'p-town']]);
  assert.equal((await missing('2026-05')).length, 4, 'who takes it up again owes again');
});

test('[ORG-12] who stood for a side for no whole day owes no month', async () => {
  const desk = await opened();
  await desk.all({ type: 'LeaveCharge', data: { compound, side: 'town' } });
  const { rows } = await desk.view(charges, { where: { compound } });
  assert.deepEqual(
    missingReports(rows, [], '2026-03').map((row) => row.side),
    ['community', 'property', 'unit'],
  );
});

const town = { unit: unit('street'), person: person('p-town') };
const since = '2026-01-05';
const ref = sealed('what was said');
const taken = (of: string, who: { readonly unit: UnitId; readonly person: PersonId }): LinkageEvent => ({
  type: 'ChargeTaken',
  data: { side: of, ...who, on: since },
});
const told = (of: string, month: string): LinkageEvent => ({
  type: 'MonthReported',
  data: { side: of, ...town, month, text: ref, on: '2026-03-01' },
});
const linkage = (...past: readonly LinkageEvent[]) =>
  given(linkageContext, ...past)
    .under(model)
    .with(unitOf(unit('street')), { id: unit('street'), kind: 'street-committee', territories: ['990101001'] })
    .with(unitOf(unit('other-street')), {
      id: unit('other-street'),
      kind: 'street-committee',
      territories: ['990101002'],
    })
    .with(unitOf(unit('bureau')), { id: unit('bureau'), kind: 'department', territories: ['990101'] })
    .with(unitOf(unit('nowhere')), undefined)
    .withAll('membersOf', () => [
      { person: person('p-town'), post: 'member' },
      { person: person('p-next'), post: 'member' },
    ]);

const raised: ProblemEvent = {
  type: 'ProblemRaised',
  data: { compound, side: 'town', text: ref, on: '2026-03-01' },
};
const onIt: ProblemEvent = {
  type: 'ProblemTaken',
  data: { compound, side: 'town', ...town, until: '2026-04-01', on: '2026-03-01' },
};
const done: ProblemEvent = { type: 'ProblemFinished', data: { compound, result: ref, on: '2026-03-01' } };
const problem = (...past: readonly ProblemEvent[]) =>
  given(linkedProblemContext, ...past)
    .under(model)
    .with(patronOf(compound, 'town'), { side: 'town', ...town })
    .withAll('membersOf', () => [{ person: person('p-town'), post: 'member' }]);

test('[ORG-12] whoever takes charge of a side relieves who stood for it, and no other', () => {
  const charged = { type: 'ChargeTaken', data: { side: 'town', ...town, on: '2026-03-02' } } as const;
  linkage()
    .when(take('town', 'street', 'p-town'))
    .then(charged);
  linkage(taken('unit', { unit: unit('bureau'), person: person('p-unit') }))
    .when(take('town', 'street', 'p-town'))
    .then(charged);
  linkage(taken('town', town))
    .when(take('town', 'street', 'p-next'))
    .then(
      { type: 'ChargeLeft', data: { side: 'town', ...town, on: '2026-03-02' } },
      { type: 'ChargeTaken', data: { side: 'town', unit: 'street', person: 'p-next', on: '2026-03-02' } },
    );
  linkage(taken('town', town))
    .when(take('town', 'other-street', 'p-town'))
    .then({ type: 'ChargeLeft', data: { unit: 'street' } }, { type: 'ChargeTaken', data: { unit: 'other-street' } });
  linkage(taken('town', town))
    .when(take('town', 'street', 'p-town'))
    .refuses('charge-same', { ids: ['p-town'] });
});

test('[ORG-12] nobody takes charge for a side that is not theirs', () => {
  linkage()
    .when(take('owners', 'bureau', 'p-unit'))
    .refuses('side-unknown', { params: { side: 'owners' } });
  linkage()
    .when(take('town', 'bureau', 'p-unit'))
    .refuses('side-unit-unfit', { ids: ['bureau'], params: { side: 'town' } });
  linkage()
    .when(take('town', 'nowhere', 'p-unit'))
    .refuses('side-unit-unfit', { ids: ['nowhere'] });
  linkage()
    .when(take('unit', 'bureau', 'p-unit'))
    .refuses('patron-not-in-unit', { ids: ['p-unit', 'bureau'] });
  linkage()
    .when(take('town', 'street', 'p-town', '88'))
    .refuses('compound-outside', { ids: ['88'] });
  given(linkageContext)
    .when(take('unit', 'bureau', 'p-unit'))
    .refuses('linkage-lacking');
});

test('[ORG-12] a side for which nobody stands is left by nobody, reports nothing and takes no problem', () => {
  const unmanned = { params: { side: 'unit' } };
  linkage(taken('town', town))
    .when({ type: 'LeaveCharge', data: { compound, side: 'unit' } })
    .refuses('side-unmanned', unmanned);
  linkage(taken('town', town)).when(tell('unit', '2026-03')).refuses('side-unmanned', unmanned);
  problem(raised)
    .with(patronOf(compound, 'unit'), undefined)
    .when(takeOn('q', 'unit', '2026-04-01'))
    .refuses('side-unmanned', unmanned);
});

test('[ORG-12] a side reports a month from its first day on, and once', () => {
  const reports = (month: string, ...past: readonly LinkageEvent[]) =>
    linkage(taken('town', town), taken('community', town), ...past).when(tell('town', month));
  reports('2026-03').then({
    type: 'MonthReported',
    data: { side: 'town', ...town, month: '2026-03', on: '2026-03-02' },
  });
  reports('2026-04').refuses('month-ahead', { params: { month: '2026-04', today: '2026-03-02' } });
  reports('2026-02', told('town', '2026-02')).refuses('month-reported', { params: { side: 'town', month: '2026-02' } });
  reports('2026-02', told('town', '2026-01'), told('community', '2026-02')).then({ type: 'MonthReported' });
  reports('2026-01').then({ type: 'MonthReported' });
});

test('[ORG-12] a month in which nobody stood for the side is reported by nobody', () => {
  const left = { type: 'ChargeLeft', data: { side: 'town', ...town, on: '2026-02-01' } } as const;
  const again = { type: 'ChargeTaken', data: { side: 'town', ...town, on: '2026-03-01' } } as const;
  const reports = (month: string) => linkage(taken('town', town), left, again).when(tell('town', month));
  reports('2026-01').then({ type: 'MonthReported' });
  reports('2026-02').refuses('month-uncharged', { params: { side: 'town', month: '2026-02' } });
  reports('2026-03').then({ type: 'MonthReported' });
  reports('2025-12').refuses('month-uncharged');
  reports('1999-01').refuses('month-uncharged');
});

test('[ORG-12] a problem is raised once, by a side of the model, of a compound of the place', () => {
  problem()
    .when(raise('q', 'town', 'no room'))
    .then({ type: 'ProblemRaised', data: { compound, side: 'town', on: '2026-03-02' } });
  problem(raised)
    .when(raise('q', 'town', 'no room'))
    .refuses('problem-exists', { ids: ['q'] });
  problem()
    .when(raise('q', 'owners', 'no room'))
    .refuses('side-unknown', { params: { side: 'owners' } });
  const { type, data } = raise('q', 'town', 'no room');
  problem()
    .when({ type, data: { ...data, compound: '88' } })
    .refuses('compound-outside', { ids: ['88'] });
  given(linkedProblemContext)
    .when(raise('q', 'town', 'no room'))
    .refuses('linkage-lacking');
});

test('[ORG-12] a problem goes from raised to taken to done and no other way', () => {
  problem()
    .when(finish('q'))
    .refuses('problem-unknown', { ids: ['q'] });
  problem(raised)
    .when(finish('q'))
    .refuses('problem-step', { ids: ['q'], params: { stage: 'raised' } });
  problem(raised, onIt)
    .when(finish('q'))
    .then({ type: 'ProblemFinished', data: { compound, on: '2026-03-02' } });
  const over = { ids: ['q'], params: { stage: 'done' } };
  problem(raised, onIt, done).when(finish('q')).refuses('problem-step', over);
  problem(raised, onIt, done)
    .when(takeOn('q', 'town', '2026-04-01'))
    .refuses('problem-step', over);
});

test('[ORG-12] a problem is taken until a day that is not past, by whoever stands for the side', () => {
  problem(raised)
    .when(takeOn('q', 'town', '2026-03-01'))
    .refuses('problem-date-passed', { params: { until: '2026-03-01', today: '2026-03-02' } });
  problem(raised)
    .when(takeOn('q', 'town', '2026-03-02'))
    .then({ type: 'ProblemTaken', data: { compound, side: 'town', ...town, until: '2026-03-02', on: '2026-03-02' } });
});
