import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  erasedPeople,
  honourProposals,
  honours,
  peopleContext,
  person,
  personId,
  organisationContext,
  pointContext,
  wishContext,
  wishes,
} from '@keting/domain';
import { openDesk } from '../../support/open-desk.ts';
import { volunteerModel } from '../volunteering/rules.ts';
import { standIn } from '../../support/stand-in.ts';

/** Stands for the organisation: one committee. */
const places = standIn(
  {
    postsHeldBy: () => Promise.resolve([]),
    unitOf: (_source, id) => Promise.resolve({ id, kind: 'residents-committee', territories: ['990101001001'] }),
  },
  { sees: 'see:points' },
);

const openPlace = () =>
  openDesk([peopleContext, pointContext, wishContext, places], { base: volunteerModel(), processes: [erasedPeople] });
const erase = { type: 'ErasePerson', data: { person: 'anna', ground: 'asked' } };
const reason = 'she shares her garden';
const propose = (honour: string) => ({
  type: 'ProposeHonour',
  data: { honour, kind: 'star-household', person: 'anna', unit: 'east', reason },
});
const publish = (wish: string) => ({
  type: 'PublishWish',
  data: { wish, unit: 'east', kind: 'repair', wisher: 'anna', channel: 'offline', text: 'A tap', contact: 'No. 3' },
});

test('[ALL-02] [PTS-04] whoever is erased is a candidate for no honour any more; what they were granted stays', async () => {
  const desk = openPlace();
  const anna = desk.as(person(personId.parse('anna')));
  for (const honour of ['h1', 'h2']) assert.ok((await anna.send(propose(honour))).ok);
  await desk.all(propose('h3'), { type: 'GrantHonour', data: { honour: 'h2' } }, erase);
  await desk.settled();
  for (const view of [honours, honourProposals]) {
    assert.deepEqual(
      (await desk.view(view)).rows.map(({ id, step }) => [id, step]),
      [['h2', 'granted']],
    );
  }
  assert.equal((await desk.refusal({ type: 'GrantHonour', data: { honour: 'h1' } }))?.code, 'honour-wrong-step');
});

test('[ALL-02] [VOL-04] their wishes are taken back, and nobody claims what nobody can read', async () => {
  const desk = openPlace();
  const claim = (wish: string) => ({ type: 'ClaimWish', data: { wish, claimer: 'ben' } });
  await desk.all(publish('w1'), publish('w2'), claim('w2'), erase);
  await desk.settled();
  assert.deepEqual((await desk.view(wishes)).rows, []);
  assert.equal((await desk.refusal(claim('w1')))?.code, 'wish-ended');
});

test('[ALL-02] nobody puts forward whoever was erased, or awards them points and says why', async () => {
  const desk = openPlace();
  await desk.all(erase);
  const rule = volunteerModel().points?.rules[0]?.id;
  const award = { type: 'AwardPoints', data: { person: 'anna', rule, evidence: 'deed/d1', minutes: 60, reason } };
  for (const asked of [propose('h1'), award]) {
    assert.deepEqual(await desk.refusal(asked), { code: 'person-erased', ids: ['anna'] }, asked.type);
  }
});

test('[ALL-02] a post that was to begin later begins for nobody', async () => {
  const desk = openDesk([organisationContext, peopleContext, pointContext, wishContext], {
    base: volunteerModel(),
    processes: [erasedPeople],
  });
  await desk.all(
    {
      type: 'FoundUnit',
      data: { unit: 'd', kind: 'district-committee', name: 'D', territories: ['990101'], on: '2020-01-01' },
    },
    { type: 'AppointHolder', data: { unit: 'd', post: 'secretary', person: 'anna', from: '2026-04-01' } },
    erase,
  );
  await desk.settled();
  desk.today('2026-04-01');
  assert.deepEqual(await desk.standingsOf(personId.parse('anna')), []);
});
