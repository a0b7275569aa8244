import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashText, receiptOwner } from '@keting/domain';
import {
  canAnswer,
  deskAnswer,
  offersAnswer,
  pageAnswer,
  sendAnswer,
  standingsAnswer,
  sumAnswer,
} from '@keting/runtime/wire';
import { report, straightWay } from '../../runtime/desk/small-place.ts';
import { saidOf, served, wholeOf } from './served.ts';

test('[ALL-01] given a desk behind a server, when a case walks the straight way, then every step is done by who asks', async () => {
  const { ask, store } = served();
  for (const [as, body] of straightWay('c1')) {
    const answer = await ask('/commands', { as, body });
    assert.equal(answer.status, 200);
    const receipt = sendAnswer.parse(await answer.json());
    assert.ok('ok' in receipt && receipt.ok, JSON.stringify(receipt));
  }
  const history = await store.history('case/c1');
  assert.deepEqual(
    history.map(({ actor }) => (actor.kind === 'person' ? actor.person : actor.kind)),
    straightWay('c1').map(([who]) => who),
  );
});

test('[ALL-01] given a batch, when it is sent, then each is carried out in order and a refusal stops none', async () => {
  const { ask } = served();
  const body = [report('c1'), { type: 'AcceptCase', data: { case: 'c1' } }, report('c2')];
  const receipts = sendAnswer.parse(await (await ask('/commands', { as: 'reporter', body })).json());
  assert.ok(Array.isArray(receipts));
  assert.deepEqual(
    receipts.map((one) => one.ok || one.refusal.code),
    [true, 'not-permitted', true],
  );
});

test('[ALL-01] given a command sent twice by its id, then it takes effect once', async () => {
  const { ask, store } = served();
  const body = { ...report('c1'), id: '01951f6e-0000-7000-8000-000000000001' };
  const first: unknown = await (await ask('/commands', { as: 'reporter', body })).json();
  assert.deepEqual(await (await ask('/commands', { as: 'reporter', body })).json(), first);
  assert.equal((await store.history('case/c1')).length, 1);
});

test('[ALL-01] given a command that says who asks or why, then its body is refused: only the sign-in says', async () => {
  const { ask, store } = served();
  for (const more of [{ actor: { kind: 'person', person: 'clerk' } }, { cause: 'x/1' }]) {
    assert.equal(
      await saidOf(await ask('/commands', { as: 'reporter', body: { ...report('c1'), ...more } })),
      '400 body-invalid',
    );
  }
  assert.equal((await store.history('case/c1')).length, 0);
});

test('[ALL-01] given a refusal, then it is an answer with its code and faults, not an error', async () => {
  const { ask } = served();
  const answer = await ask('/commands', { as: 'reporter', body: report('c1', { text: 7 }) });
  assert.equal(answer.status, 200);
  const receipt = sendAnswer.parse(await answer.json());
  assert.ok('ok' in receipt && !receipt.ok);
  assert.equal(receipt.refusal.code, 'command-invalid');
  assert.equal(receipt.refusal.faults?.[0]?.path, 'text');
});

test('[ALL-01] given a question, when can and offers answer, then as send would', async () => {
  const { ask } = served();
  await ask('/commands', { as: 'reporter', body: report('c1') });
  const accept = { type: 'AcceptCase', data: { case: 'c1' } };
  const may = async (as: string) => canAnswer.parse(await (await ask('/can', { as, body: accept })).json()).allowed;
  assert.deepEqual([await may('clerk'), await may('reporter')], [true, false]);
  const [offers = []] = offersAnswer.parse(
    await (await ask('/offers', { as: 'clerk', body: { streams: ['case/c1'] } })).json(),
  );
  assert.ok(offers.some(({ type, allowed }) => type === 'AcceptCase' && allowed));
});

test('[ALL-01] given a stream of a kind that nobody has, one that is not there and one that is hidden, then offers say the same', async () => {
  const { ask } = served();
  await ask('/commands', { as: 'reporter', body: report('c1') });
  const asked = (stream: string) => ask('/offers', { as: 'stranger', body: { streams: [stream] } });
  const hidden = await wholeOf(await asked('case/c1'));
  assert.deepEqual(await wholeOf(await asked('case/c9')), hidden);
  assert.deepEqual(await wholeOf(await asked('wombat/c1')), hidden);
  assert.deepEqual(await wholeOf(await asked('/')), hidden);
});

test('[ALL-02] given views, when they are asked, then rows and sums are cut to who asks', async () => {
  const { ask } = served();
  await ask('/commands', { as: 'reporter', body: report('c1') });
  const rows = async (as: string) =>
    pageAnswer.parse(await (await ask('/views/cases', { as, body: { where: { id: 'c1' } } })).json()).rows.length;
  assert.deepEqual([await rows('clerk'), await rows('reporter'), await rows('stranger')], [1, 1, 0]);
  const body = { by: ['stage'], of: ['changedAt'] };
  const sums = sumAnswer.parse(await (await ask('/views/cases/sum', { as: 'clerk', body })).json());
  assert.equal(sums.length, 1);
  const posts = standingsAnswer.parse(await (await ask('/standings', { as: 'clerk' })).json());
  assert.deepEqual(
    posts.map(({ post }) => post),
    ['clerk'],
  );
});

test('[ALL-02] given views of the machinery, or of no name, then there are none', async () => {
  const { ask } = served();
  for (const name of ['due', 'process-positions', 'nothing', 'constructor', '%00', '__proto__']) {
    assert.equal(await saidOf(await ask(`/views/${name}`, { as: 'clerk', body: {} })), '404 not-found', name);
    assert.equal(await saidOf(await ask(`/live?views=${name}`, { as: 'clerk' })), '404 not-found', name);
  }
});

test('[ALL-02] given a question that no store can answer, then it is refused as one', async () => {
  const { ask } = served();
  const wrong = [{ where: { nosuch: 1 } }, { cursor: 'x' }, { order: [{ by: 'nosuch' }] }];
  for (const body of wrong) {
    assert.equal(await saidOf(await ask('/views/cases', { as: 'clerk', body })), '400 query-invalid');
  }
});

test('[CASE-01] given an anonymous report, when its receipt is shown, then its holder sees it and nobody else', async () => {
  const { ask } = served();
  const secret = 'FJQ2-93KD';
  await ask('/commands', { as: 'guest', body: report('c1', { mode: 'anonymous', receipt: hashText(secret) }) });
  const seen = async (as: string, receipt?: string) => {
    const headers: Record<string, string> = receipt === undefined ? {} : { 'keting-receipt': receipt };
    return pageAnswer.parse(await (await ask('/views/cases', { as, body: {}, headers })).json()).rows.length;
  };
  assert.equal(await seen('guest', secret), 1);
  assert.deepEqual(
    [await seen('guest'), await seen('guest', 'wrong'), await seen('guest', hashText(secret))],
    [0, 0, 0],
  );
  assert.equal(await seen('guest', receiptOwner(hashText(secret))), 0);
  assert.equal(await seen('stranger', secret), 0, 'a person asks as themselves');
});

test('[ALL-01] given what a page begins with, then it says who asks, and never a secret', async () => {
  const { ask, clock } = served();
  const answer = await ask('/desk', { as: 'guest', headers: { 'keting-receipt': 'FJQ2-93KD' } });
  const text = await answer.text();
  assert.doesNotMatch(text, /FJQ2|csrf/);
  const { actor, now } = deskAnswer.parse(JSON.parse(text));
  assert.deepEqual([actor, now], [{ kind: 'anonymous' }, clock.time]);
});
