import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  linkageContext,
  linkedProblemContext,
  linkedProblems,
  missingReports,
  organisationContext,
  patronReports,
  patrons,
} from '@keting/domain';
import { given, sampleModel } from '@keting/domain/testing';
import { openDesk } from '../../support/open-desk.ts';
import { appoint, found, smallDistrict } from './small-district.ts';

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
  const desk = openDesk([organisationContext, linkageContext, linkedProblemContext], { base: model });
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
  assert.equal((await desk.refusal(tell('town', '2026-03')))?.code, 'month-reported');
  assert.equal((await desk.refusal(tell('town', '2026-05')))?.code, 'month-ahead');
  const missing = async (month: string) => {
    const [standing, told] = [
      await desk.view(patrons, { where: { compound } }),
      await desk.view(patronReports, { where: { compound } }),
    ];
    return missingReports(standing.rows, told.rows, month)
      .map((row) => row.side)
      .sort();
  };
  assert.deepEqual(await missing('2026-02'), [], 'nobody stood for it yet');
  assert.deepEqual(await missing('2026-03'), ['property', 'unit']);
  assert.deepEqual(await missing('2026-04'), ['community', 'property', 'unit']);
});

test('[ORG-12] nobody takes charge for a side that is not theirs', async () => {
  const desk = await opened();
  const code = async (command: Parameters<typeof desk.refusal>[0]) => (await desk.refusal(command))?.code;
  assert.equal(await code(take('owners', 'bureau', 'p-unit')), 'side-unknown');
  assert.equal(await code(take('town', 'bureau', 'p-unit')), 'side-unit-unfit');
  assert.equal(await code(take('unit', 'bureau', 'p-town')), 'patron-not-in-unit');
  assert.equal(await code(take('unit', 'bureau', 'p-unit', '88')), 'compound-outside');
  assert.equal(await code(take('unit', 'bureau', 'p-unit')), 'charge-same');
  assert.equal(await code({ type: 'LeaveCharge', data: { compound: `${compound}1`, side: 'unit' } }), 'side-unmanned');
  given(linkageContext)
    .when(take('unit', 'bureau', 'p-unit'))
    .refuses('linkage-lacking');
});

test('[ORG-12] a problem goes from raised to taken to done and no other way', async () => {
  const desk = await opened();
  const code = async (command: Parameters<typeof desk.refusal>[0]) => (await desk.refusal(command))?.code;
  given(linkedProblemContext)
    .under(model)
    .when(finish('q'))
    .refuses('problem-unknown', { ids: ['q'] });
  assert.equal(await code(raise('q', 'owners', 'no room')), 'side-unknown');
  await desk.all(raise('q', 'town', 'no room'));
  assert.equal(await code(raise('q', 'town', 'no room')), 'problem-exists');
  assert.equal(await code(finish('q')), 'problem-step');
  assert.equal(await code(takeOn('q', 'town', '2026-03-01')), 'problem-date-passed');
  await desk.all({ type: 'LeaveCharge', data: { compound, side: 'unit' } });
  assert.equal(await code(takeOn('q', 'unit', '2026-04-01')), 'side-unmanned');
  await desk.all(takeOn('q', 'town', '2026-03-02'), finish('q'));
  assert.equal(await code(takeOn('q', 'town', '2026-04-01')), 'problem-step');
  given(linkedProblemContext)
    .when(raise('q', 'town', 'no room'))
    .refuses('linkage-lacking');
});
