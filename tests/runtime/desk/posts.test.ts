import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accept, type Context, type GovernanceModel, type Message, type Recorded, type StreamId } from '@keting/domain';
import * as z from 'zod/mini';
import { monday, report, smallDesk, smallModel, type SmallDesk } from './small-place.ts';
import { storeWith } from './store-with.ts';

const seat: StreamId = 'seat/one';
const state = z.optional(z.string());

/** One seat, whose holder may accept cases; it counts how often the record was asked who that is. */
function seatContext(): { readonly context: Context; readonly asked: () => number } {
  let asked = 0;
  const context: Context = {
    name: 'seats',
    streams: ['seat'],
    commands: {
      FillSeat: { schema: () => z.object({ holder: z.string() }), stream: () => seat, begins: true },
      LookAtSeat: { schema: () => z.object({}), stream: () => seat, begins: true },
    },
    events: {
      SeatFilled: { v: 1, schema: z.object({ holder: z.string() }) },
      SeatLookedAt: { v: 1, schema: z.object({}) },
    },
    decide: (_state, { type, data }) =>
      accept(type === 'FillSeat' ? { type: 'SeatFilled', data } : { type: 'SeatLookedAt', data: {} }),
    evolve: (before, { type, data }: Recorded) =>
      type === 'SeatFilled' ? z.parse(z.object({ holder: z.string() }), data).holder : before,
    views: [],
    facts: {},
    sees: 'see:cases',
    about: () => ({}),
    async standings(person, _at, source) {
      asked += 1;
      const holder = z.parse(state, await source.load(seat));
      return holder === person
        ? [{ post: 'clerk', unit: 'room', kind: 'living-room', territories: ['990101001001'] }]
        : [];
    },
  };
  return { context, asked: () => asked };
}

const model: GovernanceModel = {
  ...smallModel,
  permissions: [
    ...smallModel.permissions,
    { do: ['FillSeat'], by: ['anyone'], where: 'everywhere' },
    { do: ['LookAtSeat'], by: [{ post: 'clerk' }], where: 'everywhere' },
  ],
};

const fill = (holder: string) => ({ type: 'FillSeat', data: { holder } });
const acceptCase = { type: 'AcceptCase', data: { case: 'c1' } };
const look = { type: 'LookAtSeat', data: {} };

/** Desks on one record, whose clerk is Ann, with a case that waits. */
async function desks(of: (one: SmallDesk) => Parameters<typeof smallDesk>[0] = () => ({})) {
  const seats = seatContext();
  const one = smallDesk({ model, contexts: [seats.context] });
  const others = seatContext();
  const two = smallDesk({ model, contexts: [others.context], store: one.store, clock: one.clock, seed: 2, ...of(one) });
  await one.as('reporter').send(report('c1'));
  await one.as('ben').send(fill('ann'));
  return { one, two, asked: seats.asked };
}

const allowed = async (desk: SmallDesk, who: string, command: Message = acceptCase): Promise<boolean> =>
  (await desk.as(who).can(command)).allowed === true;

test('[ALL-01] a started desk asks once by what posts somebody acts, until a post moves', async () => {
  const { one, asked } = await desks();
  const stop = one.desk.start();
  await one.desk.settled();
  const before = asked();
  for (let i = 0; i < 5; i += 1) assert.equal(await allowed(one, 'ann'), true);
  assert.equal(asked() - before, 1);
  await one.as('ben').send(fill('cai'));
  assert.equal(await allowed(one, 'ann'), false);
  assert.equal(await allowed(one, 'cai'), true);
  await stop();
});

test('[ALL-01] a desk that nobody tells what happens elsewhere remembers no posts', async () => {
  const { one, two } = await desks();
  assert.equal(await allowed(two, 'ann'), true);
  await one.as('ben').send(fill('cai'));
  assert.equal(await allowed(two, 'ann'), false);
});

test('[ALL-01] a post that another desk has ended is not acted by, once the store has told', async () => {
  const { one, two } = await desks();
  const stop = two.desk.start();
  assert.equal(await allowed(two, 'ann'), true);
  await one.as('ben').send(fill('cai'));
  assert.equal(await allowed(two, 'ann'), false);
  await stop();
});

/** The second desk is started on a store that tells it of nothing. */
const deaf = (one: SmallDesk) => ({ store: storeWith(one.store, { follow: () => () => undefined }) });

test('[ALL-01] nothing is committed by a post that has ended, though nobody has told yet', async () => {
  for (const [command, refused] of [
    [acceptCase, 'not-found'],
    [look, 'not-permitted'],
  ] as const) {
    const { one, two } = await desks(deaf);
    const stop = two.desk.start();
    assert.equal(await allowed(two, 'ann', command), true);
    await one.as('ben').send(fill('cai'));
    const receipt = await two.as('ann').send(command);
    assert.equal(receipt.ok ? 'done' : receipt.refusal.code, refused);
    await stop();
  }
});

test('[ALL-01] posts that nobody has told of are found out anew after ten seconds, and on another day', async () => {
  const { one, two } = await desks(deaf);
  const stop = two.desk.start();
  assert.equal(await allowed(two, 'ann'), true);
  await one.as('ben').send(fill('cai'));
  one.clock.time = monday + 9_999;
  assert.equal(await allowed(two, 'ann'), true);
  one.clock.time = monday + 10_000;
  assert.equal(await allowed(two, 'ann'), false);
  const midnight = monday + 15 * 3_600_000;
  one.clock.time = midnight - 1;
  assert.equal(await allowed(two, 'cai'), true);
  await one.as('ben').send(fill('ann'));
  one.clock.time = midnight;
  assert.equal(await allowed(two, 'cai'), false);
  await stop();
});
