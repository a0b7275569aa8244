import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  person,
  personId,
  pointContext,
  pointEntries,
  type Context,
  type Message,
  type StreamId,
} from '@keting/domain';
import type { Store } from '@keting/runtime';
import * as z from 'zod/mini';
import { openDesk } from '../../support/open-desk.ts';
import { award, codeOf, places, reserve } from './place.ts';

const item = (type: string, rest: Readonly<Record<string, unknown>> = {}): Message => ({
  type,
  data: { item: 'umbrella', ...rest },
});
const honour = (type: string): Message => ({ type, data: { honour: 'h1' } });
const proposal = {
  honour: 'h1',
  kind: 'star-household',
  person: 'anna',
  unit: 'room',
  reason: 'she shares her garden',
};

/** A desk at which everything has happened to points that can. */
async function lived(): Promise<Store> {
  let store: Store | undefined;
  const desk = openDesk([pointContext, places], { through: (own) => (store = own) });
  const anna = desk.as(person(personId.parse('anna')));
  const asks = async (message: Message) => assert.ok((await anna.send(message)).ok, message.type);
  await desk.all(
    item('ListItem', { unit: 'room', name: 'umbrella', price: 20, stock: 3 }),
    ...['w1', 'w2', 'w3'].map((evidence) => award({ rule: 'wish', evidence, unit: 'room' })),
    award({ rule: 'service', evidence: 's1', minutes: 120 }),
    award({ evidence: 'wrong' }),
  );
  const { rows } = await desk.view(pointEntries, { where: { evidence: 'w1' } });
  await desk.all({ type: 'ReverseEntry', data: { person: 'anna', entry: rows[0]?.id, reason: 'it was her sister' } });
  await asks(reserve('anna', 'r1'));
  await desk.all(item('CancelReservation', { reservation: 'r1' }));
  await asks(reserve('anna', 'r2'));
  await desk.all(item('PickUpItem', { code: codeOf('r2') }), item('StockItem', { quantity: 1 }));
  await desk.all(item('CountStock', { stock: 2 }), item('WithdrawItem'));
  await desk.all({ type: 'ProposeHonour', data: proposal });
  await asks(honour('ConsentToHonour'));
  await desk.all(honour('GrantHonour'));
  await asks(honour('WithdrawHonourConsent'));
  desk.today('2027-03-04');
  await desk.settled();
  assert.ok(store);
  return store;
}

test('[PTS-01] what the record says, read back from its text, is what its schemas let it say, whatever happened', async () => {
  const store = await lived();
  const streams: readonly StreamId[] = ['account/anna', 'item/umbrella', 'honour/h1'];
  const { events }: Context = pointContext;
  const unmet = new Set(Object.keys(events));
  for (const stream of streams) {
    for (const { type, data } of await store.history(stream)) {
      const schema = events[type]?.schema;
      const text: unknown = JSON.parse(JSON.stringify(data));
      assert.deepEqual(schema && z.parse(schema, text), text, type);
      unmet.delete(type);
    }
  }
  assert.deepEqual([...unmet], []);
});
