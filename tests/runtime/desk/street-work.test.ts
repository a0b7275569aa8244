import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrivalCounts, campaignContext, campaignCounts, whistleContext, whistles } from '@keting/domain';
import { grids, monday, report, smallDesk, smallModel } from './small-place.ts';

const everywhere = 'everywhere' as const;
const model = {
  ...smallModel,
  whistles: {
    callers: ['living-room'],
    called: ['street-office', 'residents-committee'],
    arrival: { hours: 2 },
    source: 'ours',
  },
  campaigns: {
    units: ['living-room'],
    subjects: [{ id: 'four-small-vehicles', label: smallModel.name, source: 'ours' }],
    source: 'ours',
  },
  permissions: [
    ...smallModel.permissions,
    { do: ['BlowWhistle', 'EndWhistle', 'see:whistles'], by: [{ post: 'clerk' }], where: 'territory' as const },
    {
      do: [
        'OpenCampaign',
        'CloseCampaign',
        'ListObject',
        'see:campaigns',
        'see:campaign-objects',
        'see:campaign-counts',
      ],
      by: [{ post: 'clerk' }],
      where: 'territory' as const,
    },
    {
      do: ['ClearObject', 'ReportIn', 'see:campaigns', 'see:whistles'],
      by: [{ post: 'director' }],
      where: 'handler' as const,
    },
    { do: ['see:whistles', 'see:arrival-counts'], by: [{ post: 'director' }], where: everywhere },
    { do: ['NoteAbsence', 'NoteRunOut'], by: [{ process: 'clock' }], where: everywhere },
  ],
};
const hour = 3_600_000;

function place() {
  const small = smallDesk({ model, contexts: [whistleContext, campaignContext] });
  const ask = async (who: string, type: string, data: unknown) => {
    const receipt = await small.as(who).send({ type, data });
    assert.ok(receipt.ok, JSON.stringify(receipt));
    await small.desk.settled();
  };
  return { ...small, ask };
}

test('[CASE-07] a called department arrives; the other’s absence is on record by itself when its time is up', async () => {
  const { ask, as, clock, desk, trouble } = place();
  await ask('reporter', 'ReportCase', report('c1').data);
  await ask('clerk', 'BlowWhistle', {
    whistle: 'w1',
    case: 'c1',
    unit: 'room',
    departments: ['office', 'committee'],
    reason: 'both are needed',
  });
  await ask('handler', 'ReportIn', { whistle: 'w1', department: 'office' });
  clock.reach(monday + 2 * hour);
  await desk.settled();
  const [row] = (await as('clerk').view(whistles)).rows;
  assert.deepEqual([row?.arrived, row?.absent], [['office'], ['committee']]);
  const counts = (await as('director').view(arrivalCounts)).rows;
  assert.deepEqual(counts.map(({ department, inTime, absent }) => [department, inTime, absent]).sort(), [
    ['committee', 0, 1],
    ['office', 1, 0],
  ]);
  assert.deepEqual(trouble, []);
});

test('[CASE-14] a list is worked off to zero by its date, with what was found on the way, and then closed', async () => {
  const { ask, as, clock, trouble } = place();
  await ask('clerk', 'OpenCampaign', {
    campaign: 'k1',
    unit: 'room',
    subject: 'four-small-vehicles',
    title: 'in one week',
    until: '2026-03-08',
  });
  const list = (object: string, grid: string) =>
    ask('clerk', 'ListObject', { object, campaign: 'k1', grid, unit: 'committee', what: 'a three-wheeler' });
  await list('o1', grids[0]);
  clock.time = monday + 48 * hour;
  await list('o2', grids[0]);
  const left = await as('clerk').send({ type: 'CloseCampaign', data: { campaign: 'k1' } });
  assert.ok(!left.ok);
  await ask('director', 'ClearObject', { object: 'o1', result: 'gone' });
  await ask('director', 'ClearObject', { object: 'o2', result: 'gone' });
  await ask('clerk', 'CloseCampaign', { campaign: 'k1' });
  const { rows } = await as('clerk').view(campaignCounts);
  assert.deepEqual(rows, [
    { campaign: 'k1', grid: grids[0], unit: 'committee', listed: 2, later: 1, cleared: 2, inTime: 2 },
  ]);
  assert.deepEqual(trouble, []);
});
