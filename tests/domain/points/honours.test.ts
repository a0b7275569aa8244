import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  honourProposals,
  honours,
  person,
  personId,
  pointContext,
  type Message,
  type PointCommand,
  type PointEvent,
} from '@keting/domain';
import { sampleModel, sealed } from '@keting/domain/testing';
import type { LocalDesk } from '@keting/runtime';
import { openDesk, type OpenDesk } from '../../support/open-desk.ts';
import { anna, places, points } from './place.ts';

const propose = (rest: Readonly<Record<string, unknown>> = {}): Message<'ProposeHonour'> => ({
  type: 'ProposeHonour',
  data: {
    honour: 'h1',
    kind: 'star-household',
    person: 'anna',
    unit: 'room',
    reason: 'she shares her garden',
    ...rest,
  },
});
const step = <Type extends string>(type: Type): Message<Type> => ({ type, data: { honour: 'h1' } });
const as = (desk: OpenDesk, who: string): LocalDesk => desk.as(person(personId.parse(who)));

async function code(desk: LocalDesk, message: Message): Promise<string | undefined> {
  const receipt = await desk.send(message);
  return receipt.ok ? undefined : receipt.refusal.code;
}

const shown = async (desk: OpenDesk) => {
  const [open, own] = [await desk.view(honours), await desk.view(honourProposals)];
  return [open.rows.map(({ step: at }) => at), own.rows.map(({ step: at }) => at)];
};

test('[PTS-04] an honour is seen by others only once its person has agreed to it', async () => {
  const desk = openDesk([pointContext, places]);
  await desk.all(propose());
  assert.deepEqual(await shown(desk), [[], ['proposed']]);
  assert.equal(await code(desk, step('GrantHonour')), 'honour-wrong-step');
  assert.equal(await code(as(desk, 'clerk'), step('ConsentToHonour')), 'consent-not-theirs');
  assert.equal(await code(as(desk, 'anna'), step('ConsentToHonour')), undefined);
  assert.deepEqual(await shown(desk), [['candidate'], ['candidate']]);
  await desk.all(step('GrantHonour'));
  assert.deepEqual(await shown(desk), [['granted'], ['granted']]);
});

test('[PTS-04] who puts themselves forward has agreed', async () => {
  const desk = openDesk([pointContext, places]);
  assert.equal(await code(as(desk, 'anna'), propose()), undefined);
  assert.deepEqual(await shown(desk), [['candidate'], ['candidate']]);
});

test('[PTS-04] whoever withdraws their consent is gone from every view, at every step', async () => {
  for (const before of [[], ['ConsentToHonour'], ['ConsentToHonour', 'GrantHonour']]) {
    const desk = openDesk([pointContext, places]);
    await desk.all(propose());
    for (const type of before) assert.equal(await code(as(desk, 'anna'), step(type)), undefined);
    assert.equal(await code(as(desk, 'clerk'), step('WithdrawHonourConsent')), 'consent-not-theirs');
    assert.equal(await code(as(desk, 'anna'), step('WithdrawHonourConsent')), undefined);
    assert.deepEqual(await shown(desk), [[], []]);
    const page = await desk.view(honours);
    assert.deepEqual(page.contents, {});
    assert.equal(await code(desk, step('GrantHonour')), 'honour-wrong-step');
  }
});

test('[PTS-04] nobody but its holder ends an honour that was granted: it is never taken as a punishment', async () => {
  const desk = openDesk([pointContext, places]);
  await as(desk, 'anna').send(propose());
  await desk.all(step('GrantHonour'));
  assert.equal(await code(desk, step('WithdrawHonour')), 'honour-wrong-step');
  assert.deepEqual(await shown(desk), [['granted'], ['granted']]);
});

test('[PTS-04] a proposal can be taken back before it is granted, and leaves no trace in any list', async () => {
  const desk = openDesk([pointContext, places]);
  await desk.all(propose(), step('WithdrawHonour'));
  assert.deepEqual(await shown(desk), [[], []]);
});

test('[PTS-04] only honours of the model exist, each proposed once by a unit that is there', async () => {
  const desk = openDesk([pointContext, places]);
  assert.equal(await code(desk, propose({ kind: 'black-sheep' })), 'honour-kind-unknown');
  assert.equal(await code(desk, propose({ unit: 'nowhere' })), 'proposer-unknown');
  await desk.all(propose());
  assert.equal(await code(desk, propose()), 'honour-exists');
});

test('[PTS-04] no view of points or honours tells persons in an order by points', () => {
  for (const view of pointContext.views) {
    for (const index of view.indexes) assert.ok(!index.includes('points'), `${view.name} is not sorted by points`);
  }
});

/** An honour that has come this far, each step by whom it takes. */
const after = (...steps: readonly PointCommand['type'][]) =>
  steps.reduce<readonly PointEvent[]>(
    (past, type) => [
      ...past,
      ...points(...past)
        .by(person(anna))
        .when(step(type)).events,
    ],
    points().when(propose()).events,
  );

test('[PTS-04] each step that shows an honour says which, whose, by which unit and where, and why', () => {
  const shownThen = {
    kind: 'star-household',
    person: anna,
    unit: 'room',
    territories: ['990101001001'],
    reason: sealed('she shares her garden'),
  };
  points()
    .when(propose())
    .then({ type: 'HonourProposed', data: { ...shownThen, consented: false } });
  points(...after())
    .by(person(anna))
    .when(step('ConsentToHonour'))
    .then({ type: 'HonourConsentGiven', data: shownThen });
  points(...after('ConsentToHonour'))
    .when(step('GrantHonour'))
    .then({ type: 'HonourGranted', data: { ...shownThen, on: '2026-03-02' } });
});

test('[PTS-04] the record tells a person who does not agree from a unit that took its proposal back', () => {
  points(...after())
    .by(person(anna))
    .when(step('WithdrawHonourConsent'))
    .then({ type: 'HonourWithdrawn', data: { by: 'person' } });
  points(...after())
    .when(step('WithdrawHonour'))
    .then({ type: 'HonourWithdrawn', data: { by: 'unit' } });
});

test('[PTS-04] what is wrong with an honour is named', () => {
  points()
    .when(propose({ kind: 'black-sheep' }))
    .refuses('honour-kind-unknown', { ids: ['black-sheep'] });
  points()
    .when(propose({ unit: 'nowhere' }))
    .refuses('proposer-unknown', { ids: ['nowhere'] });
  points(...after())
    .when(propose())
    .refuses('honour-exists', { ids: ['h1'] });
  points()
    .when(step('GrantHonour'))
    .refuses('honour-unknown', { ids: ['h1'] });
  points(...after())
    .when(step('ConsentToHonour'))
    .refuses('consent-not-theirs', { ids: ['h1'] });
  points(...after('ConsentToHonour', 'GrantHonour'))
    .when(step('WithdrawHonour'))
    .refuses('honour-wrong-step', { ids: ['h1'] });
});

test('[PTS-04] a person may be put forward for any of the model’s honours', () => {
  const { points: rules, ...rest } = sampleModel();
  assert.ok(rules);
  const second = { id: 'good-neighbour', label: rest.name, source: 'ours' };
  const under = points().under({ ...rest, points: { ...rules, honours: [...rules.honours, second] } });
  for (const kind of ['star-household', 'good-neighbour']) {
    under.when(propose({ kind })).then({ type: 'HonourProposed', data: { kind } });
  }
});
