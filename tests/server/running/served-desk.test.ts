import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openServedDesk, type ServedDesk } from '../../../packages/server/src/running/served-desk.ts';
import { demoConfig } from './running-server.ts';

const places = ['shibei', 'nanjing'] as const;
const silent = { LOG_LEVEL: 'silent' };
const asPerson = { authorization: 'Demo person-of-a-test' };
const at = (place: string, way: string): string => `http://places.test/places/${place}/keting/v1${way}`;

const desks = new Map<string, ServedDesk>();

const asked = (place: string, address: string): Promise<Response> => {
  const desk = desks.get(place);
  assert.ok(desk);
  return desk.answer(new Request(address, { headers: asPerson }), '127.0.0.1');
};

before(async () => {
  for (const place of places) {
    const config = await demoConfig({ ...silent, DISTRICT: place, MODEL: place });
    desks.set(place, await openServedDesk(config, { basePath: `/places/${place}/keting/v1` }));
  }
});

after(() => Promise.all([...desks.values()].map((desk) => desk.close())));

test('several desks stand behind one address, each at its own base and under its own model', async () => {
  for (const place of places) {
    const answer = await asked(place, at(place, '/desk'));
    const { model } = (await answer.json()) as { readonly model: { readonly id: string } };
    assert.equal(model.id, place);
  }
  assert.equal((await asked('shibei', at('nanjing', '/desk'))).status, 404);
});

test('a desk that is asked to end its streams ends them, and answers other requests until it is closed', async () => {
  const live = await asked('nanjing', at('nanjing', '/live?views=units'));
  const told = live.text();
  await desks.get('nanjing')?.endStreams();
  assert.match(await told, /^retry: /);
  assert.equal((await asked('nanjing', at('nanjing', '/desk'))).status, 200);
});

test('a desk that is closed lets its record go, and closes once', async () => {
  const config = await demoConfig(silent);
  const desk = await openServedDesk(config);
  await Promise.all([desk.close(), desk.close()]);
  await assert.rejects(desk.ping());
  await (await openServedDesk(config)).close();
});

test('a desk that is closed answers first what it was asked, though nobody may wait for it any more', async () => {
  const desk = await openServedDesk(await demoConfig(silent));
  const body = new TransformStream<Uint8Array, Uint8Array>();
  const question = { method: 'POST', headers: { ...asPerson, 'content-type': 'application/json' } };
  const request = new Request('http://places.test/keting/v1/views/units', {
    ...{ ...question, body: body.readable, duplex: 'half' },
  });
  const answer = desk.answer(request, '127.0.0.1');
  const closed = desk.close();
  // As long as it is open, whatever else is asked of it: a hundred questions are more than it takes to close.
  for (let n = 0; n < 100; n += 1) await desk.ping();
  const writer = body.writable.getWriter();
  await writer.write(new TextEncoder().encode('{}'));
  await writer.close();
  assert.equal((await answer).status, 200);
  await closed;
  await assert.rejects(desk.ping());
});

test('where a part cannot be opened everything is closed again', async () => {
  const config = await demoConfig(silent);
  const broken = new Error('what is to be prepared fails');
  await assert.rejects(openServedDesk(config, { prepare: () => Promise.reject(broken) }), broken);
  await (await openServedDesk(config)).close();
});
