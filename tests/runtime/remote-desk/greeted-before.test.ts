import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RemoteDeskError } from '@keting/runtime';
import { someone } from '../desk/small-place.ts';
import { idOf, isQueued, kit, reportOf, stateOf } from './remote-kit.ts';
import { settled } from './test-time.ts';

const account = 'the account';

test('[CASE-01] a page that is opened without a line is that of the account that was greeted before', async () => {
  const it = kit();
  (await it.page({ account })).close();
  it.server.down = true;
  const page = await it.page({ account });
  assert.deepEqual(page.actor, someone('reporter'));
  assert.equal(page.model.id, it.small.desk.model.id);
  isQueued(await page.send(reportOf(1)));
  it.server.down = false;
  it.back();
  await settled();
  assert.deepEqual((await it.small.store.history('case/c1')).length, 1);
  assert.deepEqual(await stateOf(page), { online: true, waiting: [], refused: [] });
});

test('without a line nobody has a page who was not greeted under that name, or was wiped', async () => {
  const it = kit();
  const page = await it.page({ account });
  it.server.down = true;
  await assert.rejects(it.page({ account: 'another' }), RemoteDeskError);
  await assert.rejects(it.page(), RemoteDeskError);
  await page.outbox.wipe();
  await assert.rejects(it.page({ account }), RemoteDeskError);
});

test('[ALL-01] what was written without a line is not sent as another who has signed in meanwhile', async () => {
  const it = kit();
  (await it.page({ account })).close();
  it.server.down = true;
  const page = await it.page({ account });
  isQueued(await page.send(reportOf(1)));
  it.server.actor = someone('clerk');
  it.server.down = false;
  it.back();
  await settled();
  assert.deepEqual(await it.small.store.history('case/c1'), []);
  assert.deepEqual((await stateOf(page)).waiting, [idOf(1)]);
});

test('the token against forgery is not kept', async () => {
  const it = kit();
  it.server.csrf = 'of this session';
  await it.page({ account });
  const kept = await it.outbox.remembered(account);
  assert.ok(kept !== undefined);
  assert.doesNotMatch(JSON.stringify(kept), /of this session/);
});
