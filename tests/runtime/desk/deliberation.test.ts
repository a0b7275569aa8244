import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ballots,
  ballotVoters,
  hashText,
  resolutions,
  sittings,
  topicObjections,
  topicSteps,
  type Choice,
} from '@keting/domain';
import { community, day, grids, openPlace, party, representatives, type Place } from './deliberating-place.ts';
import { monday } from './small-place.ts';

/** Puts the step at which the topic stands to the vote of these, who all agree. */
async function decide({ ask, clock }: Place, step: string, voters: readonly string[], ballot = step): Promise<void> {
  const subject = { topic: 't1', step };
  await ask('chief', 'OpenBallot', { ballot, subject, form: 'open', closesAt: clock.time + day });
  for (const who of voters) await ask(who, 'CastVote', { ballot, choice: 'inFavour' });
  await ask('chief', 'CloseBallot', { ballot });
}

const raise = (rest: object = {}) => ({
  topic: 't1',
  matter: 'large-money',
  grids: [grids[0]],
  title: 'a roof',
  ...rest,
});

test('[DEL-02] a major matter goes through four deliberations and two disclosures, each step by itself', async () => {
  const place = await openPlace();
  const { ask, refused, wait, topicRow } = place;
  await ask('chief', 'RaiseTopic', raise());
  assert.equal(await refused('chief', 'TakeStep', { topic: 't1', step: 'execute', record: 'done' }), 'step-skipped');
  await decide(place, 'branch-proposal', party);
  assert.equal((await topicRow())?.step, 'committees-consult', 'the closed ballot has taken the step by itself');
  await decide(place, 'committees-consult', [...party, 'd1']);
  await decide(place, 'member-review', party);
  await decide(place, 'assembly-resolution', representatives);
  assert.deepEqual([(await topicRow())?.stage, (await topicRow())?.what], ['unpublished', 'resolution']);
  await ask('chief', 'PublishResolution', { topic: 't1', text: 'a new roof for all' });
  await wait(5 * day);
  assert.equal((await topicRow())?.stage, 'disclosed', 'five whole days follow the day of publication');
  await wait(day);
  assert.deepEqual([(await topicRow())?.stage, (await topicRow())?.step], ['open', 'execute']);
  await ask('chief', 'TakeStep', { topic: 't1', step: 'execute', record: 'the roof is on' });
  await ask('chief', 'PublishResult', { topic: 't1', text: 'what it cost' });
  await wait(8 * day);
  assert.equal((await topicRow())?.stage, 'completed');
  const steps = (await place.as('chief').view(topicSteps, { where: { topic: 't1' }, order: [{ by: 'place' }] })).rows;
  assert.deepEqual(
    steps.map(({ step, what }) => `${step} ${what}`),
    [
      'branch-proposal raised',
      ...['branch-proposal', 'committees-consult', 'member-review', 'assembly-resolution'].map((id) => `${id} carried`),
      'assembly-resolution published',
      'assembly-resolution stood',
      'execute taken',
      'execute published',
      'execute stood',
    ],
  );
  assert.deepEqual(place.trouble, []);
});

test('[DEL-02] objections to what is published open the step again, and are shown to those alone who weigh them', async () => {
  const place = await openPlace();
  const { ask, topicRow, as } = place;
  await ask('chief', 'RaiseTopic', raise({ matter: 'everyday', grids }));
  for (const [step, voters] of [
    ['branch-proposal', party],
    ['committees-consult', [...party, 'd1']],
    ['member-review', party],
    ['assembly-resolution', representatives],
  ] as const)
    await decide(place, step, voters);
  await ask('chief', 'PublishResolution', { topic: 't1', text: 'a new road' });
  await ask('m1', 'ObjectToTopic', { topic: 't1', reason: 'too wide' });
  await ask('r1', 'ObjectToTopic', { topic: 't1', reason: 'too loud' });
  assert.deepEqual([(await topicRow())?.stage, (await topicRow())?.step], ['open', 'assembly-resolution']);
  assert.equal((await as('chief').view(topicObjections)).rows.length, 2);
  assert.equal((await as('m1').view(topicObjections)).rows.length, 0);
  await decide(place, 'assembly-resolution', representatives, 'second');
  assert.equal((await topicRow())?.stage, 'unpublished');
  assert.deepEqual(place.trouble, []);
});

/** A secret ballot of the representatives on the fourth deliberation: who draws which paper, and what they put on it. */
async function secretly(drawn: readonly number[], said: readonly Choice[]) {
  const place = await openPlace();
  const { ask, clock, store, as } = place;
  await ask('chief', 'RaiseTopic', raise());
  await decide(place, 'branch-proposal', party);
  await decide(place, 'committees-consult', [...party, 'd1']);
  await decide(place, 'member-review', party);
  const paper = (n: number) => `the secret of paper ${n}`;
  const subject = { topic: 't1', step: 'assembly-resolution' };
  const papers = [0, 1, 2].map((n) => hashText(paper(n)));
  await ask('chief', 'OpenBallot', { ballot: 'b', subject, form: 'secret', closesAt: clock.time + day, papers });
  for (const who of representatives) await ask('chief', 'HandOutPaper', { ballot: 'b', person: who });
  await ask('chief', 'OpenUrn', { ballot: 'b' });
  for (const [n, who] of representatives.entries()) {
    await ask(who, 'CastPaper', { ballot: 'b', paper: paper(drawn[n] ?? 0), choice: said[n] });
  }
  await ask('chief', 'CloseBallot', { ballot: 'b' });
  const history = await store.history('ballot/b');
  const receipts = await Promise.all(history.map(({ command }) => store.receipt(command)));
  const { state } = await store.load('ballot/b');
  const list = (await as('chief').view(ballotVoters, { where: { ballot: 'b' } })).rows;
  const row = (await as('chief').view(ballots, { where: { id: 'b' } })).rows[0];
  return { history, receipts, state, list, row };
}

type Secret = Awaited<ReturnType<typeof secretly>>;

/** All that is kept of a ballot, without identities that are made by chance, papers, and the order of what is alike. */
function kept({ history, receipts, list, row }: Secret) {
  const alike = (value: unknown): string =>
    JSON.stringify(value, (key, part: unknown) =>
      ['id', 'command', 'cause', 'link', 'model', 'paper', 'papers', 'version', 'events'].includes(key) ? '-' : part,
    );
  return [...history.map(alike), ...receipts.map(alike), ...list.map(alike), alike(row)].sort();
}

test('[DEL-03] nothing that is kept of a secret ballot tells who voted how: not the events, receipts, state or rows', async () => {
  const one = await secretly([0, 1, 2], ['inFavour', 'inFavour', 'against']);
  const other = await secretly([2, 0, 1], ['against', 'inFavour', 'inFavour']);
  assert.deepEqual(kept(one), kept(other));
  const cast = one.history.filter(({ type }) => type === 'PaperCast');
  assert.deepEqual(
    cast.map(({ actor }) => actor),
    representatives.map(() => ({ kind: 'anonymous' })),
  );
  const papers = one.receipts.filter((receipt) => JSON.stringify(receipt).includes('PaperCast'));
  assert.equal(papers.length, 3);
  for (const receipt of papers) {
    assert.equal(Reflect.get(Object(receipt), 'by'), 'anonymous');
    for (const who of representatives) assert.ok(!JSON.stringify(receipt).includes(who));
  }
  assert.ok(one.list.every(({ choice, marked }) => choice === undefined && marked));
  assert.deepEqual(one.row?.counts, { inFavour: 2, against: 1, abstained: 0 });
});

test('[DEL-03] a conference is convened, sits, votes, and what it resolves is followed up by itself', async () => {
  const place = await openPlace();
  const { ask, wait, as, refused, clock } = place;
  const convene = { assembly: 'joint-conference', place: community, kind: 'regular', on: '2026-03-05' };
  await ask('chief', 'ConveneSitting', { sitting: 's1', ...convene });
  assert.equal(
    await refused('chief', 'ConveneSitting', { sitting: 's2', ...convene, on: '2026-03-06' }),
    'claim-taken',
  );
  await ask('chief', 'AddSittingItem', { sitting: 's1', title: 'parking' });
  await wait(3 * day);
  await ask('chief', 'OpenSitting', { sitting: 's1', present: ['r1', 'r2'], observers: ['m1'] });
  const ballot = { ballot: 'b', subject: { sitting: 's1', item: 1 }, form: 'open', closesAt: clock.time + 1000 };
  await ask('chief', 'OpenBallot', ballot);
  assert.equal(
    await refused('m1', 'CastVote', { ballot: 'b', choice: 'against' }),
    'no-vote',
    'who sits in has no vote',
  );
  assert.equal(await refused('r3', 'CastVote', { ballot: 'b', choice: 'against' }), 'not-present');
  for (const who of ['r1', 'r2']) await ask(who, 'CastVote', { ballot: 'b', choice: 'inFavour' });
  await ask('chief', 'KeepMinutes', { sitting: 's1', item: 1, minutes: 'all spoke' });
  assert.equal(await refused('chief', 'CloseSitting', { sitting: 's1' }), 'ballots-open');
  await wait(1000);
  await ask('chief', 'CloseSitting', { sitting: 's1' });
  const resolution = { resolution: 'd1', sitting: 's1', ballot: 'b', text: 'we paint lines', owner: 'committee' };
  await ask('chief', 'AdoptResolution', { ...resolution, due: '2026-03-10' });
  const again = { ...resolution, resolution: 'd2', text: 'we paint walls', owner: 'joint', due: '2026-03-12' };
  assert.equal(
    await refused('chief', 'AdoptResolution', again),
    'claim-taken',
    'what a ballot carried is one resolution',
  );
  assert.deepEqual(
    (await as('chief').view(sittings)).rows.map(({ stage, period, present }) => [stage, period, present]),
    [['closed', '2026-Q1', 2]],
  );
  const stage = async () => (await as('chief').view(resolutions)).rows[0]?.stage;
  assert.equal(await stage(), 'adopted');
  await wait(6 * day);
  assert.equal(await stage(), 'overdue');
  await ask('chief', 'CompleteResolution', { resolution: 'd1', report: 'painted' });
  assert.equal(await stage(), 'completed');
  assert.ok(clock.time > monday);
  assert.deepEqual(place.trouble, []);
});
