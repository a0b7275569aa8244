import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  commitmentContext,
  matchedNeeds,
  needContext,
  projectContext,
  resourceContext,
  type GovernanceModel,
} from '@keting/domain';
import { sampleModel } from '@keting/domain/testing';
import { smallDesk, smallModel } from './small-place.ts';

const named = (id: string) => ({ id, label: { 'zh-Hans': id, 'zh-Hant': id, en: id }, source: 'ours' });
const { cobuilding } = sampleModel({
  cobuilding: {
    commitments: {
      sides: { unit: ['living-room'], street: ['joint-committee'] },
      kinds: [{ ...named('venue'), from: 'unit' }],
    },
    matching: {
      needs: [named('hall')],
      projects: [],
      rules: [
        {
          ...named('venues'),
          needs: ['hall'],
          offer: 'commitment',
          kinds: ['venue'],
          reach: 'street',
          why: named('w').label,
        },
      ].map(({ label: _label, ...rule }) => rule),
    },
  },
});

const asked = ['MakeCommitment', 'FulfilCommitment', 'WithdrawCommitment', 'RaiseNeed', 'MatchNeed'];
const model: GovernanceModel = {
  ...smallModel,
  ...(cobuilding ? { cobuilding } : {}),
  permissions: [
    ...smallModel.permissions,
    { do: [...asked, 'see:commitments', 'see:needs'], by: [{ post: 'clerk' }], where: 'territory' },
    { do: ['LapseCommitment'], by: [{ process: 'clock' }], where: 'everywhere' },
    { do: ['AnswerNeed', 'ReleaseNeed'], by: [{ process: 'matched-needs' }], where: 'everywhere' },
  ],
};

/** A need of the living room that waits for a venue that was promised. */
async function waiting() {
  const small = smallDesk({
    model,
    contexts: [commitmentContext, needContext, projectContext, resourceContext],
    processes: [matchedNeeds],
    files: {
      put: () => Promise.resolve('kept'),
      has: () => Promise.resolve(true),
      get: () => Promise.resolve(undefined),
      remove: () => Promise.resolve(),
    },
  });
  const ask = async (type: string, data: object) => {
    const receipt = await small.as('clerk').send({ type, data });
    assert.ok(receipt.ok, JSON.stringify(receipt));
    await small.desk.settled();
  };
  const due = '2026-03-31';
  await ask('MakeCommitment', {
    commitment: 'c1',
    kind: 'venue',
    from: 'room',
    to: 'joint',
    post: 'clerk',
    due,
    text: 'x',
  });
  await ask('RaiseNeed', { need: 'n1', unit: 'room', kind: 'hall', text: 'somewhere to dance' });
  await ask('MatchNeed', { need: 'n1', with: { form: 'commitment', id: 'c1' } });
  const events = async (stream: `${string}/${string}`) =>
    (await small.store.history(stream)).map(({ type, actor }) => `${type} by ${actor.kind}`);
  return { ...small, ask, events };
}

test('[DEL-04] a commitment that is kept meets the need that it was matched with, by itself', async () => {
  const { ask, events, trouble } = await waiting();
  await ask('FulfilCommitment', { commitment: 'c1', evidence: ['photo-1'] });
  assert.deepEqual(await events('need/n1'), ['NeedRaised by person', 'NeedMatched by person', 'NeedMet by process']);
  assert.deepEqual(trouble, []);
});

test('[DEL-04] one that is taken back leaves the need open again, by itself', async () => {
  const { ask, events, trouble } = await waiting();
  await ask('WithdrawCommitment', { commitment: 'c1', reason: 'the roof leaks' });
  assert.deepEqual((await events('need/n1')).slice(2), ['NeedReleased by process']);
  assert.deepEqual(trouble, []);
});

test('[DEL-04] when its day is over it is overdue by itself', async () => {
  const { desk, clock, events, trouble } = await waiting();
  clock.reach(Date.parse('2026-03-31T16:00:00Z'));
  await desk.settled();
  assert.deepEqual(await events('commitment/c1'), ['CommitmentMade by person', 'CommitmentLapsed by process']);
  assert.deepEqual(trouble, []);
});
