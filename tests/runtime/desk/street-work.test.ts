import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  arrivalCounts,
  bulletinContext,
  bulletins,
  campaignContext,
  campaignCounts,
  helpContext,
  helps,
  whistleContext,
  whistles,
} from '@keting/domain';
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
  bulletins: { units: ['living-room'], source: 'ours' },
  help: {
    units: ['living-room', 'street-office'],
    skills: [{ id: 'mediation', label: smallModel.name, source: 'ours' }],
    source: 'ours',
  },
  permissions: [
    ...smallModel.permissions,
    {
      do: [
        'PublishBulletin',
        'WithdrawBulletin',
        'FormHelpTeam',
        'MatchHelp',
        'AskHelp',
        'see:helps',
        'see:help-teams',
      ],
      by: [{ post: 'clerk' }],
      where: 'territory' as const,
    },
    {
      do: ['FormHelpTeam', 'NameHelper', 'EndHelp', 'see:helps', 'see:helped', 'see:help-teams'],
      by: [{ post: 'director' }],
      where: 'handler' as const,
    },
    { do: ['FormHelpTeam', 'see:help-teams'], by: [{ post: 'director' }], where: 'territory' as const },
    { do: ['see:bulletins'], by: ['anyone' as const], where: everywhere },
    { do: ['ReadBulletin', 'see:helps', 'see:helped'], by: ['signed-in' as const], where: 'own' as const },
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
  const small = smallDesk({ model, contexts: [whistleContext, campaignContext, bulletinContext, helpContext] });
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

test('[CASE-15] receipts come in aggregate: nobody reads twice, nobody reads for another, and the record names no reader', async () => {
  const { ask, as, store, trouble } = place();
  await ask('clerk', 'PublishBulletin', {
    bulletin: 'b1',
    unit: 'room',
    territory: grids[0],
    title: 'Typhoon',
    text: 'take the flower pots in',
  });
  for (const reader of ['r1', 'r2', 'r3', 'r4']) await ask(reader, 'ReadBulletin', { bulletin: 'b1', reader });
  const told = async () =>
    (await as('r1').view(bulletins)).rows.map(({ readers, ...row }) => [readers, 'counted' in row]);
  assert.deepEqual(await told(), [[0, false]]);
  await ask('r5', 'ReadBulletin', { bulletin: 'b1', reader: 'r5' });
  assert.deepEqual(await told(), [[5, false]]);
  const again = await as('r5').send({ type: 'ReadBulletin', data: { bulletin: 'b1', reader: 'r5' } });
  assert.ok(!again.ok && again.refusal.code === 'claim-taken');
  const foreign = await as('r5').send({ type: 'ReadBulletin', data: { bulletin: 'b1', reader: 'r6' } });
  assert.ok(!foreign.ok);
  const history = await store.history('bulletin/b1');
  assert.doesNotMatch(JSON.stringify(history), /"r[1-6]"/);
  await ask('clerk', 'WithdrawBulletin', { bulletin: 'b1', reason: 'it turned away' });
  const { rows, contents } = await as('r1').view(bulletins);
  assert.equal(contents[rows[0]?.reason?.content ?? ''], 'it turned away');
  assert.deepEqual(trouble, []);
});

test('[CASE-11] a request goes to the nearest team with the skill; whoever matched it does not see whose it is', async () => {
  const { ask, as, trouble } = place();
  await ask('clerk', 'FormHelpTeam', { team: 'room-team', unit: 'room', skills: ['mediation'] });
  await ask('handler', 'FormHelpTeam', { team: 'office-team', unit: 'office', skills: ['mediation'] });
  await ask('clerk', 'AskHelp', {
    help: 'h1',
    skill: 'mediation',
    grid: grids[0],
    helped: 'resident',
    need: 'a wall',
    contact: { phone: '13812345678' },
  });
  const hasty = await as('clerk').send({ type: 'MatchHelp', data: { help: 'h1', team: 'office-team' } });
  assert.ok(
    !hasty.ok && hasty.refusal.code === 'help-reason-required' && hasty.refusal.params['proposed'] === 'room-team',
  );
  await ask('clerk', 'MatchHelp', { help: 'h1', team: 'office-team', reason: 'the police sits there' });
  await ask('handler', 'NameHelper', { help: 'h1', helper: 'officer' });
  await ask('handler', 'EndHelp', { help: 'h1', settled: true, result: 'both signed' });
  const seen = async (who: string) => {
    const { rows, contents } = await as(who).view(helps);
    return rows.map((row) => ({
      helpers: row.helpers,
      helped: row.helped,
      contact: contents[row.contact?.content ?? ''],
    }));
  };
  const [byClerk] = await seen('clerk');
  assert.deepEqual([byClerk?.helpers, byClerk?.helped], [['officer'], undefined]);
  assert.ok(!(byClerk?.contact ?? '').includes('12345'));
  assert.deepEqual(await seen('resident'), [
    { helpers: ['officer'], helped: 'resident', contact: '{"phone":"13812345678"}' },
  ]);
  assert.deepEqual(await seen('handler'), [
    { helpers: ['officer'], helped: 'resident', contact: '{"phone":"13812345678"}' },
  ]);
  assert.deepEqual(trouble, []);
});
