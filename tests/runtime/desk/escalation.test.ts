import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  cases,
  escalation,
  meetingContext,
  personId,
  type Context,
  type GovernanceModel,
  type Message,
} from '@keting/domain';
import type { Receipt } from '@keting/runtime';
import { report, smallDesk, smallModel } from './small-place.ts';
import { eventsOf } from './store-with.ts';

const staff = ['a', 'b', 'c'].map((id) => ({ person: personId.parse(id), post: 'party-member' }));

/** Who sits in the meetings of the small place: three in every grid, a first secretary in every unit. */
const seats: Context = {
  name: 'seats',
  streams: [],
  commands: {},
  events: {},
  decide: () => ({ events: [] }),
  evolve: () => undefined,
  views: [],
  facts: {
    staffOf: () => Promise.resolve(staff),
    membersOf: (_source, unit) =>
      Promise.resolve([{ person: personId.parse(`first-of-${unit}`), post: 'first-secretary' }]),
  },
  sees: 'see:seats',
  about: () => ({}),
};

const model: GovernanceModel = {
  ...smallModel,
  permissions: [
    ...smallModel.permissions,
    { do: ['see:meetings', 'HoldMeeting', 'ResolveMeeting'], by: [{ post: 'clerk' }], where: 'territory' },
    {
      do: ['CallMeeting', 'SettleCase', 'ReferCase', 'EscalateCase'],
      by: [{ process: 'escalation' }],
      where: 'everywhere',
    },
  ],
};

const accepted = (receipt: Receipt) => {
  assert.ok(receipt.ok, JSON.stringify(receipt));
};

/** A case that its clerk has escalated, with the meeting that the process has called. */
async function escalated() {
  const small = smallDesk({ model, contexts: [meetingContext, seats], processes: [escalation] });
  const ask = async (type: string, data: Message['data']) => {
    accepted(await small.as('clerk').send({ type, data }));
    await small.desk.settled();
  };
  accepted(await small.as('reporter').send(report('c1')));
  await ask('AcceptCase', { case: 'c1' });
  await ask('EscalateCase', { case: 'c1', reason: 'more than one grid' });
  const resolve = async (meeting: string, present: readonly string[], outcome: Readonly<Record<string, unknown>>) => {
    await ask('HoldMeeting', { meeting, present });
    const votes = { inFavour: present.length, against: 0, abstained: 0 };
    await ask('ResolveMeeting', { meeting, resolution: 'so it was agreed', votes, ...outcome });
  };
  const meeting = async (id: string) =>
    (await small.store.history(`meeting/${id}`)).map(({ type, actor }) => `${type} by ${actor.kind}`);
  return { ...small, resolve, meeting };
}

const sat = ['MeetingCalled by process', 'MeetingHeld by person', 'MeetingResolved by person'];
const began = ['CaseReported', 'CaseAccepted', 'CaseEscalated'];

test('[CASE-06] an escalated case is settled by its meeting, both sides of it by the process', async () => {
  const { store, trouble, resolve, meeting } = await escalated();
  await resolve('c1-m1', ['a', 'b'], { outcome: 'settled' });
  assert.deepEqual(await meeting('c1-m1'), sat);
  assert.deepEqual(await eventsOf(store, 'c1'), [...began, 'CaseSettled']);
  const settled = (await store.history('case/c1'))[3];
  const resolved = (await store.history('meeting/c1-m1'))[2];
  assert.equal(settled?.cause, resolved?.id);
  assert.deepEqual(settled?.actor, { kind: 'process', name: 'escalation' });
  assert.deepEqual(trouble, []);
});

test('[CASE-06] a text goes from case to meeting and back as one content: erased once, it is gone on both sides', async () => {
  const { as, store, resolve } = await escalated();
  await resolve('c1-m1', ['a', 'b'], { outcome: 'settled' });
  const [called, , resolved] = await store.history('meeting/c1-m1');
  const [reported, , , settled] = await store.history('case/c1');
  const part = (event: Message | undefined, field: string): unknown => Reflect.get(Object(event?.data), field);
  assert.deepEqual(part(called, 'title'), part(reported, 'text'));
  assert.deepEqual(part(settled, 'resolution'), part(resolved, 'resolution'));
  const [row] = (await as('clerk').view(cases)).rows;
  assert.ok(row);
  assert.deepEqual(part(called, 'title'), row.text);
});

test('[CASE-06] a referred case goes to the handler that the meeting named', async () => {
  const { store, trouble, resolve } = await escalated();
  await resolve('c1-m1', ['a', 'c'], { outcome: 'referred', handler: 'office' });
  assert.deepEqual(await eventsOf(store, 'c1'), [...began, 'CaseReferred']);
  assert.equal(Reflect.get(Object((await store.load('case/c1')).state), 'handler'), 'office');
  assert.deepEqual(trouble, []);
});

test('[CASE-06] a case that is passed up is talked over at the next tier, and settled there', async () => {
  const { store, trouble, resolve, meeting } = await escalated();
  await resolve('c1-m1', ['a', 'b', 'c'], { outcome: 'passed-up' });
  assert.deepEqual(await meeting('c1-m2'), ['MeetingCalled by process']);
  await resolve('c1-m2', ['first-of-joint'], { outcome: 'settled' });
  assert.deepEqual(await meeting('c1-m2'), sat);
  assert.deepEqual(await eventsOf(store, 'c1'), [...began, 'CaseEscalated', 'CaseSettled']);
  assert.deepEqual(trouble, []);
});
